package org.tiyanguan.annual.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.web.CaseCards;

/** Which year it is. */
@Component
class AnnualCards implements CaseCards {

    private final Summaries summaries;
    private final AnnualTexts texts;

    AnnualCards(Summaries summaries, AnnualTexts texts) {
        this.summaries = summaries;
        this.texts = texts;
    }

    @Override
    public Optional<CaseCard> of(CaseTask task) {
        return Optional.ofNullable(task.number())
                .flatMap(summaries::find)
                .map(one -> new CaseCard(one.number(), texts.of("title", one.summaryYear()), "", null));
    }
}

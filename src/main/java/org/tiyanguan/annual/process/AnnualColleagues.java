package org.tiyanguan.annual.process;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.annual.AnnualDiagram;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.CorrectionDiagram;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.colleague.Cooperation;
import org.tiyanguan.colleague.CooperationNotices;

/** What colleagues do about the tasks of a summary stands in its history; whom it concerns is told. */
@Component
@Transactional
class AnnualColleagues {

    private static final Set<String> OURS = Set.of(AnnualDiagram.KEY, CorrectionDiagram.KEY);

    private final Summaries summaries;
    private final CaseSteps history;
    private final CooperationNotices notices;
    private final AnnualTexts texts;

    AnnualColleagues(Summaries summaries, CaseSteps history, CooperationNotices notices, AnnualTexts texts) {
        this.summaries = summaries;
        this.history = history;
        this.notices = notices;
        this.texts = texts;
    }

    @EventListener
    void on(Cooperation act) {
        String number = act.task().number();
        if (number == null || !OURS.contains(act.task().process())) return;
        history.add(number, act);
        notices.tell(act, texts.of("title", summaries.summary(number).summaryYear()));
    }
}

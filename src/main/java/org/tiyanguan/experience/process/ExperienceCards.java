package org.tiyanguan.experience.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.web.CaseCards;

/** The assignment's title and way. */
@Component
class ExperienceCards implements CaseCards {

    private final Assignments assignments;
    private final ExperienceTexts texts;

    ExperienceCards(Assignments assignments, ExperienceTexts texts) {
        this.assignments = assignments;
        this.texts = texts;
    }

    @Override
    public Optional<CaseCard> of(CaseTask task) {
        return Optional.ofNullable(task.number())
                .flatMap(assignments::find)
                .map(one -> new CaseCard(one.number(), one.title(), texts.label("mode", one.mode()), null));
    }
}

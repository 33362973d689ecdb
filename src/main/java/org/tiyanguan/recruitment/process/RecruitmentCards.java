package org.tiyanguan.recruitment.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.security.People;
import org.tiyanguan.web.CaseCards;

/** A card says who the candidate is and where they come from; a call's says its title. */
@Component
class RecruitmentCards implements CaseCards {

    private final Calls calls;
    private final Applications applications;
    private final People people;
    private final RecruitmentTexts texts;

    RecruitmentCards(Calls calls, Applications applications, People people, RecruitmentTexts texts) {
        this.calls = calls;
        this.applications = applications;
        this.people = people;
        this.texts = texts;
    }

    @Override
    public Optional<CaseCard> of(CaseTask task) {
        return Optional.ofNullable(task.number()).flatMap(this::ofCase);
    }

    private Optional<CaseCard> ofCase(String number) {
        return applications
                .find(number)
                .map(application ->
                        new CaseCard(application.number(), application.person().name(), origin(application), null))
                .or(() -> calls.find(number).map(call -> new CaseCard(call.number(), call.title(), "", null)));
    }

    private String origin(Application application) {
        String kind = texts.label("kind", application.kind());
        return application.unit() == null ? kind : kind + " " + people.nameOfGroup(application.unit());
    }
}

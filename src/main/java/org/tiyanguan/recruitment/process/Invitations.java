package org.tiyanguan.recruitment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.ApplicationDiagram;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Calls.UnitState;
import org.tiyanguan.recruitment.Eligibility;
import org.tiyanguan.recruitment.RecruitmentCall;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.recruitment.RecruitmentNotices;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.security.People;

/** What invited units answer: they recommend people, whose applications begin, are done, or decline. */
@Component
@Transactional
class Invitations {

    private final Calls calls;
    private final Applications applications;
    private final Eligibility eligibility;
    private final RecruitmentHistory history;
    private final RecruitmentNotices notices;
    private final CaseMessages messages;
    private final People people;
    private final RecruitmentTexts texts;

    Invitations(
            Calls calls,
            Applications applications,
            Eligibility eligibility,
            RecruitmentHistory history,
            RecruitmentNotices notices,
            CaseMessages messages,
            People people,
            RecruitmentTexts texts) {
        this.calls = calls;
        this.applications = applications;
        this.eligibility = eligibility;
        this.history = history;
        this.notices = notices;
        this.messages = messages;
        this.people = people;
        this.texts = texts;
    }

    void recommend(RecruitmentCall call, String unit, Map<String, Object> form) {
        Annex annex = eligibility.check(Annex.of(form));
        String number = applications.add(call.number(), unit, annex);
        applications.unitOpinion(number, Annex.required(form, "unitOpinion"), Annex.required(form, "unitOpinionBy"));
        history.record(number, Step.RECOMMEND, people.nameOfGroup(unit));
        notices.received(applications.application(number));
        messages.startWith(
                ApplicationDiagram.Message.UNIT_RECOMMENDED,
                number,
                Map.of(ApplicationDiagram.Variable.APPLICATION_NUMBER, number));
    }

    void done(String call, String unit) {
        calls.answered(call, unit, UnitState.DONE, null);
    }

    void decline(RecruitmentCall call, String unit, String reason) {
        calls.answered(call.number(), unit, UnitState.DECLINED, reason);
        history.record(call.number(), Step.DECLINE, texts.of("declined", people.nameOfGroup(unit), reason));
        notices.declined(call, unit, reason);
    }
}

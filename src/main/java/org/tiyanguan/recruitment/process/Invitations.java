package org.tiyanguan.recruitment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Eligibility;
import org.tiyanguan.recruitment.RecruitmentCall;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.recruitment.RecruitmentNotices;
import org.tiyanguan.security.People;

/** Begins the applications of those whom units recommend. */
@Component
@Transactional
class Invitations {

    private final Applications applications;
    private final Eligibility eligibility;
    private final RecruitmentHistory history;
    private final RecruitmentNotices notices;
    private final CaseMessages messages;
    private final People people;

    Invitations(
            Applications applications,
            Eligibility eligibility,
            RecruitmentHistory history,
            RecruitmentNotices notices,
            CaseMessages messages,
            People people) {
        this.applications = applications;
        this.eligibility = eligibility;
        this.history = history;
        this.notices = notices;
        this.messages = messages;
        this.people = people;
    }

    void recommend(RecruitmentCall call, String unit, Map<String, Object> form) {
        Annex annex = eligibility.check(Annex.of(form));
        String number = applications.add(call.number(), unit, annex);
        applications.unitOpinion(number, Annex.text(form, "unitOpinion"), Annex.text(form, "unitOpinionBy"));
        history.record(number, Step.RECOMMEND, people.nameOfGroup(unit));
        notices.received(applications.application(number));
        messages.startWith("unit-recommended", number, Map.of("applicationNumber", number));
    }
}

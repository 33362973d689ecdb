package org.tiyanguan.recruitment.process;

import org.springframework.stereotype.Component;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Dates;
import org.tiyanguan.recruitment.Objections;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.recruitment.RecruitmentNotices;
import org.tiyanguan.security.CurrentUser;

/** What the centre says of a candidate: after it has checked the form, and when somebody objected. */
@Component
class CenterRulings {

    private final Applications applications;
    private final Objections objections;
    private final RecruitmentHistory history;
    private final RecruitmentNotices notices;
    private final Dates dates;
    private final CurrentUser user;

    CenterRulings(
            Applications applications,
            Objections objections,
            RecruitmentHistory history,
            RecruitmentNotices notices,
            Dates dates,
            CurrentUser user) {
        this.applications = applications;
        this.objections = objections;
        this.history = history;
        this.notices = notices;
        this.dates = dates;
        this.user = user;
    }

    void sendBack(String number, String missing, int days) {
        applications.sendBack(number, missing, dates.inDays(days));
        history.record(number, Step.SEND_BACK, missing);
        notices.complete(applications.application(number));
    }

    void propose(String number, OfficerCategory category, String opinion) {
        applications.centerOpinion(number, opinion, userName(), category);
        history.record(number, Step.PROPOSE, opinion);
    }

    void oppose(String number, String opinion) {
        applications.centerOpinion(number, opinion, userName(), null);
        history.record(number, Step.OPPOSE, opinion);
    }

    /** An objection that is upheld ends the candidacy with that reason. */
    void decideObjection(String number, long objection, boolean upheld, String reason) {
        objections.decide(objection, upheld, reason);
        if (upheld) applications.reason(number, reason);
        history.record(number, upheld ? Step.UPHOLD : Step.DISMISS, reason);
    }

    private String userName() {
        return user.name().orElse("");
    }
}

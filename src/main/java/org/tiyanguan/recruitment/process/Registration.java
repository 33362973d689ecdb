package org.tiyanguan.recruitment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.CallState;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Dates;
import org.tiyanguan.recruitment.Eligibility;
import org.tiyanguan.recruitment.RecruitmentCall;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.recruitment.RecruitmentNotices;
import org.tiyanguan.recruitment.RecruitmentTexts;

/** Reads what forms say of a candidate: at the beginning, and when the unit completes it. */
@Component
class Registration {

    private final Calls calls;
    private final Applications applications;
    private final Eligibility eligibility;
    private final RecruitmentHistory history;
    private final RecruitmentNotices notices;
    private final Dates dates;
    private final RecruitmentTexts texts;

    Registration(
            Calls calls,
            Applications applications,
            Eligibility eligibility,
            RecruitmentHistory history,
            RecruitmentNotices notices,
            Dates dates,
            RecruitmentTexts texts) {
        this.calls = calls;
        this.applications = applications;
        this.eligibility = eligibility;
        this.history = history;
        this.notices = notices;
        this.dates = dates;
        this.texts = texts;
    }

    /** Returns the application number. */
    String ofSelf(Map<String, Object> form) {
        RecruitmentCall call = calls.find(Annex.required(form, "callNumber"))
                .orElseThrow(() -> texts.refusal("callNumber", "no-call"));
        boolean closed = call.state() != CallState.OPEN || !dates.now().isBefore(dates.endOf(call.lastDay()));
        if (closed) throw texts.refusal("callNumber", "closed");
        String number = applications.add(call.number(), null, eligibility.check(Annex.of(form)));
        history.record(number, Step.APPLY, "");
        notices.received(applications.application(number));
        return number;
    }

    void complete(String number, Map<String, Object> form) {
        Map<String, Object> completed =
                applications.application(number).person().completed(form);
        applications.write(number, eligibility.check(Annex.of(completed)));
        applications.unitOpinion(number, Annex.required(form, "unitOpinion"), Annex.required(form, "unitOpinionBy"));
        history.record(number, Step.COMPLETE, "");
    }
}

package org.tiyanguan.recruitment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Unseen;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.CallDiagram;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Places;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.recruitment.RecruitmentTexts;

/** The leader takes a candidate in, refuses, or sends the case back; one decision about a call at a time. */
@Component
@Transactional
class LeaderDecision {

    private final Calls calls;
    private final Applications applications;
    private final Places places;
    private final RecruitmentHistory history;
    private final CaseMessages messages;
    private final RecruitmentTexts texts;

    LeaderDecision(
            Calls calls,
            Applications applications,
            Places places,
            RecruitmentHistory history,
            CaseMessages messages,
            RecruitmentTexts texts) {
        this.calls = calls;
        this.applications = applications;
        this.places = places;
        this.history = history;
        this.messages = messages;
        this.texts = texts;
    }

    /** @param overrunReason why one more is taken in than the category has places; may be null or blank otherwise */
    void approve(String number, OfficerCategory category, String reason, String overrunReason) {
        String call = lock(number);
        boolean overrun = places.of(call).stream().anyMatch(place -> place.category() == category && place.isFull());
        if (overrun && Unseen.isAll(overrunReason))
            throw texts.refusal("overrunReason", "overrun", texts.label("category", category));
        applications.shortlist(number, category);
        history.record(number, Step.APPROVE, overrun ? texts.of("overrun", reason, overrunReason.strip()) : reason);
        messages.send(CallDiagram.Message.APPLICATION_DECIDED, call, Map.of());
    }

    void refuse(String number, String reason) {
        lock(number);
        applications.reason(number, reason);
        history.record(number, Step.REFUSE, reason);
    }

    void sendBack(String number, String reason) {
        lock(number);
        history.record(number, Step.BACK, reason);
    }

    /** Others who decide about the same call wait, as two could take its last place otherwise. */
    private String lock(String number) {
        Application application = applications.application(number);
        return calls.lock(application.callNumber()).number();
    }
}

package org.tiyanguan.recruitment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.CallDiagram;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.recruitment.RecruitmentNotices;
import org.tiyanguan.recruitment.RecruitmentTexts;

/** How a candidacy ends, and what is left of it afterwards. */
@Component
@Transactional
class Settlement {

    private final Calls calls;
    private final Applications applications;
    private final RecruitmentHistory history;
    private final RecruitmentNotices notices;
    private final CaseMessages messages;
    private final RecruitmentTexts texts;

    Settlement(
            Calls calls,
            Applications applications,
            RecruitmentHistory history,
            RecruitmentNotices notices,
            CaseMessages messages,
            RecruitmentTexts texts) {
        this.calls = calls;
        this.applications = applications;
        this.history = history;
        this.notices = notices;
        this.messages = messages;
        this.texts = texts;
    }

    /** Writes down how it ended, and tells the call, which waits until all of its applications have. */
    void settle(String number, ApplicationState state, Step step) {
        String call = applications.application(number).callNumber();
        calls.lock(call);
        applications.settle(number, state);
        history.record(number, step, "");
        messages.send(CallDiagram.Message.APPLICATION_DECIDED, call, Map.of());
        messages.send(CallDiagram.Message.APPLICATION_SETTLED, call, Map.of());
    }

    void lapse(String number) {
        applications.reason(number, texts.of("lapsed"));
        settle(number, ApplicationState.LAPSED, Step.LAPSE);
        notices.lapsed(applications.application(number));
    }

    void refuse(String number) {
        settle(number, ApplicationState.REFUSED, Step.ANSWER);
        notices.refused(applications.application(number));
    }

    void erase(String number) {
        applications.erase(number);
        notices.forget(number);
        history.forget(number);
        history.record(number, Step.ERASE, "");
    }
}

package org.tiyanguan.recruitment.site;

import org.springframework.stereotype.Component;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.recruitment.CallState;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Dates;
import org.tiyanguan.recruitment.RecruitmentCall;

/** The calls that the public may see. A draft is nobody's business yet. */
@Component
class PublishedCalls {

    private final Calls calls;
    private final Dates dates;

    PublishedCalls(Calls calls, Dates dates) {
        this.calls = calls;
        this.dates = dates;
    }

    RecruitmentCall call(String number) {
        return calls.find(number).filter(call -> call.state().isPublic()).orElseThrow(NotFound::new);
    }

    /** Whether one may apply. */
    boolean isOpen(RecruitmentCall call) {
        return call.state() == CallState.OPEN && dates.now().isBefore(dates.endOf(call.lastDay()));
    }

    /** Whether one may object. */
    boolean isOnNotice(RecruitmentCall call) {
        return call.state() == CallState.NOTICE && dates.now().isBefore(call.endOfNotice());
    }
}

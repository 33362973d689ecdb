package org.tiyanguan.recruitment.site;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tiyanguan.recruitment.CallState;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Dates;
import org.tiyanguan.recruitment.RecruitmentCall;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.web.Announcements;
import org.tiyanguan.web.PublicThings;

/** Announces open calls, public notices and, for some weeks, who was appointed. */
@Component
class CallAnnouncements implements Announcements, PublicThings {

    private static final int APPOINTED_FOR_DAYS = 30;

    private final Calls calls;
    private final Dates dates;
    private final RecruitmentTexts texts;

    CallAnnouncements(Calls calls, Dates dates, RecruitmentTexts texts) {
        this.calls = calls;
        this.dates = dates;
        this.texts = texts;
    }

    @Override
    public List<Announcement> current() {
        List<Announcement> current = new ArrayList<>();
        calls.inState(CallState.OPEN).stream()
                .filter(call -> dates.now().isBefore(dates.endOf(call.lastDay())))
                .forEach(call -> current.add(of(call, "open", call.firstDay(), call.lastDay())));
        calls.inState(CallState.NOTICE)
                .forEach(call -> current.add(of(call, "notice", texts.time(call.endOfNotice()))));
        calls.inState(CallState.ENDED).stream()
                .filter(call -> call.noticeUntil() != null)
                .filter(call -> dates.now().isBefore(call.endOfNotice().plusDays(APPOINTED_FOR_DAYS)))
                .forEach(call -> current.add(of(call, "appointed")));
        return current;
    }

    /** Since its first day: what the public reads of a call changes, the page stays. */
    @Override
    public List<PublicThing> publicThings() {
        return current().stream()
                .map(one -> calls.call(one.link().substring("/calls/".length())))
                .map(call -> new PublicThing(
                        texts.of("public"),
                        call.title(),
                        "/calls/" + call.number(),
                        call.firstDay().atStartOfDay()))
                .toList();
    }

    private Announcement of(RecruitmentCall call, String kind, Object... values) {
        return new Announcement(
                call.title(),
                texts.of("announcement." + kind, values),
                "/calls/" + call.number(),
                texts.of("announcement." + kind + ".action"));
    }
}

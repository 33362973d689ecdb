package org.tiyanguan.event;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;

/** Which times an event may have. */
@Component
public class TimeRules {

    private final WorkCalendar calendar;
    private final Clock clock;
    private final EventTexts texts;

    TimeRules(WorkCalendar calendar, Clock clock, EventTexts texts) {
        this.calendar = calendar;
        this.clock = clock;
        this.texts = texts;
    }

    /** @throws Refusal with a fault for each time that makes no sense */
    public Times check(
            LocalDateTime startsAt, LocalDateTime endsAt, LocalDateTime replyDue, @Nullable String dayOffReason) {
        LocalDateTime now = LocalDateTime.now(clock);
        List<Fault> faults = new ArrayList<>();
        if (!startsAt.isAfter(now)) faults.add(fault("startsAt", "past"));
        if (!endsAt.isAfter(startsAt)) faults.add(fault("endsAt", "end"));
        if (replyDue.isAfter(startsAt)) faults.add(fault("replyDue", "reply-late"));
        else if (!replyDue.isAfter(now)) faults.add(fault("replyDue", "reply-past"));
        boolean dayOff = !calendar.isWorkday(startsAt.toLocalDate());
        if (dayOff && dayOffReason == null) faults.add(fault("dayOffReason", "day-off"));
        if (!faults.isEmpty()) throw new Refusal(faults);
        return new Times(startsAt, endsAt, replyDue, dayOff ? dayOffReason : null);
    }

    private Fault fault(String field, String key) {
        return new Fault(field, texts.of("refusal." + key));
    }
}

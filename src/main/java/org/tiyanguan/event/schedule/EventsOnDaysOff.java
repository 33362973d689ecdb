package org.tiyanguan.event.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.OnDaysOff;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Events;

/** Events of the next year that are on a day off. */
@Component
@Order(20)
class EventsOnDaysOff implements OnDaysOff {

    private final Events events;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final EventTexts texts;

    EventsOnDaysOff(Events events, WorkCalendar calendar, Clock clock, EventTexts texts) {
        this.events = events;
        this.calendar = calendar;
        this.clock = clock;
        this.texts = texts;
    }

    @Override
    public List<OnDayOff> onDaysOff() {
        LocalDateTime now = LocalDateTime.now(clock);
        return events.between(now, now.plusYears(1)).stream()
                .filter(one -> one.state() == Event.State.INVITED)
                .map(one -> new OnDayOff(
                        texts.of("on-day-off"),
                        one.number(),
                        one.title(),
                        LocalDate.from(Objects.requireNonNull(one.startsAt())),
                        "/events/" + one.number()))
                .filter(one -> !calendar.isWorkday(one.day()))
                .toList();
    }
}

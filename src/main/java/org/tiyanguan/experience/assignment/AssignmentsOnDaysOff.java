package org.tiyanguan.experience.assignment;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.OnDaysOff;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.ExperienceTexts;

/** Assignments under way whose last day is a day off: the windows are closed then. */
@Component
@Order(10)
class AssignmentsOnDaysOff implements OnDaysOff {

    private final Assignments assignments;
    private final WorkCalendar calendar;
    private final ExperienceTexts texts;

    AssignmentsOnDaysOff(Assignments assignments, WorkCalendar calendar, ExperienceTexts texts) {
        this.assignments = assignments;
        this.calendar = calendar;
        this.texts = texts;
    }

    @Override
    public List<OnDayOff> onDaysOff() {
        return assignments.running().stream()
                .filter(one -> !calendar.isWorkday(one.end()))
                .map(one -> new OnDayOff(
                        texts.of("on-day-off"), one.number(), one.title(), one.end(), "/assignments/" + one.number()))
                .toList();
    }
}

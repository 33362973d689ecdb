package org.tiyanguan.experience.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.core.Moments;
import org.tiyanguan.core.Unseen;
import org.tiyanguan.engine.CaseTimers;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.ExperienceDiagram;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;

/**
 * Moves the last day of an assignment under way, with the reminders and deadlines of all who have not been there yet.
 */
@Component
@Transactional
public class VisitMoves {

    private static final int LONGEST_REASON = 300;

    private final Assignments assignments;
    private final Visits visits;
    private final ExperienceNotices notices;
    private final CaseTimers timers;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final ExperienceTexts texts;

    VisitMoves(
            Assignments assignments,
            Visits visits,
            ExperienceNotices notices,
            CaseTimers timers,
            WorkCalendar calendar,
            Clock clock,
            ExperienceTexts texts) {
        this.assignments = assignments;
        this.visits = visits;
        this.notices = notices;
        this.timers = timers;
        this.calendar = calendar;
        this.clock = clock;
        this.texts = texts;
    }

    /**
     * @param lastDay a working day as it was typed, from today on
     * @throws org.tiyanguan.core.Refusal without such a day, without a reason, or for an assignment that has ended
     */
    public void move(String number, String lastDay, String reason) {
        LocalDate day = day(lastDay);
        if (Unseen.isAll(reason) || reason.length() > LONGEST_REASON)
            throw texts.refusal("reason", "reason", LONGEST_REASON);
        Assignment before = assignments.assignment(number);
        if (before.state() != Assignment.State.RUNNING) throw texts.refusal(null, "not-movable");
        if (day.equals(before.end())) throw texts.refusal("lastDay", "same-day");
        assignments.reschedule(number, day.isBefore(before.begin()) ? day : before.begin(), day);
        Assignment moved = assignments.assignment(number);
        if (!timers.follow(
                ExperienceDiagram.KEY,
                number,
                Moments.date(moved.end().plusDays(1).atStartOfDay(), clock))) throw texts.refusal(null, "not-movable");
        visits.of(number).stream()
                .filter(visit -> visit.state().isOpen())
                .map(Visit::officer)
                .forEach(officer -> notices.moved(moved, officer, reason.strip()));
    }

    private LocalDate day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.isBefore(LocalDate.now(clock))) throw texts.refusal("lastDay", "past-day");
            if (!calendar.isWorkday(day)) throw texts.refusal("lastDay", "day-off", day);
            return day;
        } catch (DateTimeParseException e) {
            throw texts.refusal("lastDay", "no-day");
        }
    }
}

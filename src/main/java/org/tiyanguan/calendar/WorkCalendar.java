package org.tiyanguan.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.ForModels;

/**
 * Working days of the Chinese calendar: Monday to Friday, without the statutory holidays, with the weekend days that
 * are moved to work. A year whose list is not there yet knows weekends only. Times are Asia/Shanghai.
 */
@ForModels
@Component("workCalendar")
public class WorkCalendar {

    private final CalendarDays days;
    private final CalendarSettings settings;
    private final Clock clock;

    WorkCalendar(CalendarDays days, CalendarSettings settings, Clock clock) {
        this.days = days;
        this.settings = settings;
        this.clock = clock;
    }

    public boolean isWorkday(LocalDate day) {
        return days.workdays().test(day);
    }

    /** In diagrams also {@code ${workCalendar.workdayToday}}. */
    public boolean isWorkdayToday() {
        return isWorkday(LocalDate.now(clock));
    }

    /**
     * The {@code count}-th working day after {@code from}; the day itself for 0.
     *
     * @throws IllegalArgumentException when the count is negative
     */
    public LocalDate plusWorkdays(LocalDate from, int count) {
        return walk(from, count, 1);
    }

    /**
     * The {@code count}-th working day before {@code from}; the day itself for 0.
     *
     * @throws IllegalArgumentException when the count is negative
     */
    public LocalDate minusWorkdays(LocalDate from, int count) {
        return walk(from, count, -1);
    }

    /**
     * The close of business of the {@code count}-th working day after {@code from}. The day itself is not counted,
     * whatever the hour and whether or not it is a working day (民法典 第201条); a term ends on a working day, and where
     * there are business hours at their end (民法典 第203条).
     *
     * @throws IllegalArgumentException when the count is negative
     */
    public LocalDateTime deadline(LocalDateTime from, int count) {
        return endOfBusiness(plusWorkdays(from.toLocalDate(), count));
    }

    public LocalDateTime endOfBusiness(LocalDate day) {
        return day.atTime(settings.closeOfBusiness());
    }

    public LocalDateTime startOfBusiness(LocalDate day) {
        return day.atTime(settings.startOfBusiness());
    }

    /**
     * When to remind of a deadline: the start of business that many working days before; where the time is too short
     * for that, the morning of the last day.
     */
    public LocalDateTime reminder(LocalDateTime deadline, int workingDays) {
        LocalDate last = deadline.toLocalDate();
        LocalDateTime early = startOfBusiness(minusWorkdays(last, workingDays));
        return early.isAfter(LocalDateTime.now(clock)) ? early : startOfBusiness(last);
    }

    /**
     * Working days from the earlier day (not counted) to the later one (counted), so that {@code plusWorkdays(from, n)}
     * lies n working days after {@code from}; negative when {@code to} lies before {@code from}.
     */
    public int workdaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) return -workdaysBetween(to, from);
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(days.workdays())
                .count();
    }

    private LocalDate walk(LocalDate from, int count, int step) {
        if (count < 0) throw new IllegalArgumentException("a negative number of working days: " + count);
        Predicate<LocalDate> workdays = days.workdays();
        LocalDate day = from;
        for (int left = count; left > 0; ) {
            day = day.plusDays(step);
            if (workdays.test(day)) left--;
        }
        return day;
    }
}

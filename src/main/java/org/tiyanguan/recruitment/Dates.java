package org.tiyanguan.recruitment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.core.Moments;

/** When the steps of a recruitment are due, in working days that end at the close of business. */
@Component("recruitmentDates")
public class Dates {

    private final WorkCalendar calendar;
    private final Clock clock;
    private final RecruitmentSettings settings;

    Dates(WorkCalendar calendar, Clock clock, RecruitmentSettings settings) {
        this.calendar = calendar;
        this.clock = clock;
        this.settings = settings;
    }

    public LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    public LocalDateTime inDays(int workingDays) {
        return calendar.deadline(now(), workingDays);
    }

    public LocalDateTime endOf(LocalDate day) {
        return calendar.endOfBusiness(day);
    }

    /** The morning some working days before the deadline; where the time is too short, it is the last day's. */
    public LocalDateTime reminder(LocalDateTime deadline) {
        return calendar.reminder(deadline, settings.remindDays());
    }

    /** Converts it to what the engine's timers take. */
    public Date date(LocalDateTime time) {
        return Moments.date(time, clock);
    }
}

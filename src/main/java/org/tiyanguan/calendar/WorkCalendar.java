package org.tiyanguan.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;

/** Working days of the Chinese calendar. */
@Component("workCalendar")
public class WorkCalendar {

    public boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek().getValue() < 6;
    }

    public LocalDate plusWorkdays(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkday(day)) left--;
        }
        return day;
    }

    public LocalDate minusWorkdays(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            if (isWorkday(day)) left--;
        }
        return day;
    }

    /** The close of business of the {@code days}-th working day after {@code from}; the day itself is not counted. */
    public LocalDateTime deadline(LocalDateTime from, int days) {
        return endOfBusiness(plusWorkdays(from.toLocalDate(), days));
    }

    public LocalDateTime endOfBusiness(LocalDate day) {
        return day.atTime(17, 30);
    }

    public LocalDateTime startOfBusiness(LocalDate day) {
        return day.atTime(9, 0);
    }

    /** Working days from {@code from} (not counted) to {@code to} (counted); negative when {@code to} lies before. */
    public int workdaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) return -workdaysBetween(to, from);
        return (int) from.datesUntil(to).map(d -> d.plusDays(1)).filter(this::isWorkday).count();
    }
}

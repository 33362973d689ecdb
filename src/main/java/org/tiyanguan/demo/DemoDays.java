package org.tiyanguan.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The demo's time, counted in working days from the last one that is over at the present: the demo tells of days that
 * are over only, so that its cases stand where they should whatever the hour, and also at weekends and in holidays.
 *
 * @param past the working days that are over, the last one first
 * @param ahead the working days that are not over, the next one first, which may be today
 */
record DemoDays(List<LocalDate> past, List<LocalDate> ahead, LocalTime opens, LocalTime closes) {

    /** More than sixteen months. */
    private static final int PAST = 360;

    private static final int AHEAD = 40;

    /** Parts of a day, at whose ends something may happen. */
    static final int HOURS = 12;

    static DemoDays before(LocalDateTime present, Predicate<LocalDate> workday, LocalTime opens, LocalTime closes) {
        LocalDate today = present.toLocalDate();
        LocalDate over = present.toLocalTime().isBefore(closes) ? today.minusDays(1) : today;
        return new DemoDays(
                Stream.iterate(over, day -> day.minusDays(1))
                        .filter(workday)
                        .limit(PAST)
                        .toList(),
                Stream.iterate(over.plusDays(1), day -> day.plusDays(1))
                        .filter(workday)
                        .limit(AHEAD)
                        .toList(),
                opens,
                closes);
    }

    /** The working day that many working days before the last one that is over; for a negative number, after it. */
    LocalDate day(int ago) {
        return ago < 0 ? ahead.get(-ago - 1) : past.get(ago);
    }

    /** @param hour of that day's business, from 1 to one less than {@link #HOURS} */
    LocalDateTime at(int ago, int hour) {
        long minutes = Duration.between(opens, closes).toMinutes() * hour / HOURS;
        return day(ago).atTime(opens).plusMinutes(minutes);
    }
}

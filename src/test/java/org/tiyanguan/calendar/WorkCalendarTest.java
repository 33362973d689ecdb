package org.tiyanguan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tiyanguan.calendar.CalendarFixture.calendar;
import static org.tiyanguan.calendar.CalendarFixture.day;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    private static final CalendarDays DAYS = CalendarFixture.packagedDays();
    private static final WorkCalendar CALENDAR = calendar(DAYS, day("2026-02-28"));

    @Test
    void spring_festival_2026_is_nine_days_off_between_two_moved_saturdays() {
        assertThat(workdays("2026-02-12", "2026-03-02"))
                .containsExactly(
                        day("2026-02-12"),
                        day("2026-02-13"),
                        day("2026-02-14"),
                        day("2026-02-24"),
                        day("2026-02-25"),
                        day("2026-02-26"),
                        day("2026-02-27"),
                        day("2026-02-28"),
                        day("2026-03-02"));
    }

    @Test
    void national_day_2025_is_eight_days_off_between_a_moved_sunday_and_a_moved_saturday() {
        assertThat(workdays("2025-09-27", "2025-10-13"))
                .containsExactly(
                        day("2025-09-28"),
                        day("2025-09-29"),
                        day("2025-09-30"),
                        day("2025-10-09"),
                        day("2025-10-10"),
                        day("2025-10-11"),
                        day("2025-10-13"));
    }

    @Test
    void national_day_2026_is_seven_days_off_and_a_moved_saturday() {
        assertThat(workdays("2026-09-30", "2026-10-12"))
                .containsExactly(
                        day("2026-09-30"), day("2026-10-08"), day("2026-10-09"), day("2026-10-10"), day("2026-10-12"));
        assertThat(CALENDAR.isWorkday(day("2026-09-20")))
                .as("the moved Sunday before it")
                .isTrue();
    }

    @Test
    void a_term_runs_over_the_end_of_2025() {
        assertThat(CALENDAR.plusWorkdays(day("2025-12-30"), 1)).isEqualTo(day("2025-12-31"));
        assertThat(CALENDAR.plusWorkdays(day("2025-12-31"), 1))
                .as("the moved Sunday")
                .isEqualTo(day("2026-01-04"));
        assertThat(CALENDAR.plusWorkdays(day("2025-12-31"), 2)).isEqualTo(day("2026-01-05"));
        assertThat(CALENDAR.minusWorkdays(day("2026-01-05"), 2)).isEqualTo(day("2025-12-31"));
    }

    @Test
    void a_year_without_a_list_knows_weekends_only() {
        assertThat(CALENDAR.isWorkday(day("2027-01-01"))).as("Friday").isTrue();
        assertThat(CALENDAR.isWorkday(day("2027-10-02"))).as("Saturday").isFalse();
        assertThat(CALENDAR.plusWorkdays(day("2026-12-31"), 1)).isEqualTo(day("2027-01-01"));
        assertThat(CALENDAR.plusWorkdays(day("2026-12-31"), 2)).isEqualTo(day("2027-01-04"));
    }

    @Test
    void the_hour_of_the_report_does_not_move_the_deadline() {
        LocalDateTime expected = LocalDateTime.parse("2026-03-09T17:30");
        assertThat(CALENDAR.deadline(LocalDateTime.parse("2026-03-06T00:00"), 1))
                .isEqualTo(expected);
        assertThat(CALENDAR.deadline(LocalDateTime.parse("2026-03-06T17:29"), 1))
                .isEqualTo(expected);
        assertThat(CALENDAR.deadline(LocalDateTime.parse("2026-03-06T17:30"), 1))
                .isEqualTo(expected);
        assertThat(CALENDAR.deadline(LocalDateTime.parse("2026-03-06T17:31"), 1))
                .isEqualTo(expected);
        assertThat(CALENDAR.deadline(LocalDateTime.parse("2026-03-06T23:59:59"), 1))
                .isEqualTo(expected);
        assertThat(CALENDAR.deadline(LocalDateTime.parse("2026-03-07T00:00"), 1))
                .as("Saturday")
                .isEqualTo(expected);
        assertThat(CALENDAR.deadline(LocalDateTime.parse("2026-03-09T00:00"), 1))
                .isAfter(expected);
    }

    @Test
    void a_moved_saturday_counts_and_can_be_the_last_day() {
        assertThat(CALENDAR.deadline(LocalDateTime.parse("2026-02-13T10:00"), 1))
                .isEqualTo("2026-02-14T17:30");
        assertThat(CALENDAR.deadline(LocalDateTime.parse("2026-02-14T17:31"), 1))
                .isEqualTo("2026-02-24T17:30");
        assertThat(CALENDAR.deadline(LocalDateTime.parse("2026-02-27T10:00"), 2))
                .isEqualTo("2026-03-02T17:30");
    }

    @Test
    void a_report_on_a_holiday_starts_to_count_on_the_next_working_day() {
        assertThat(CALENDAR.deadline(LocalDateTime.parse("2026-02-17T10:00"), 1))
                .isEqualTo("2026-02-24T17:30");
        assertThat(CALENDAR.deadline(LocalDateTime.parse("2026-10-01T08:00"), 3))
                .isEqualTo("2026-10-10T17:30");
    }

    @Test
    void business_begins_and_ends_as_the_settings_say() {
        assertThat(CALENDAR.startOfBusiness(day("2026-03-06"))).isEqualTo("2026-03-06T09:00");
        assertThat(CALENDAR.endOfBusiness(day("2026-03-06"))).isEqualTo("2026-03-06T17:30");
    }

    @Test
    void no_working_days_lead_nowhere_and_fewer_are_refused() {
        assertThat(CALENDAR.plusWorkdays(day("2026-02-17"), 0)).isEqualTo(day("2026-02-17"));
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR.plusWorkdays(day("2026-02-17"), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR.minusWorkdays(day("2026-02-17"), -1));
    }

    @Test
    void plus_minus_and_between_agree_on_every_day_of_two_years() {
        for (LocalDate from : day("2025-06-01").datesUntil(day("2027-05-31")).toList()) {
            for (int count : List.of(1, 2, 5, 23)) {
                LocalDate to = CALENDAR.plusWorkdays(from, count);
                assertThat(CALENDAR.isWorkday(to)).isTrue();
                assertThat(CALENDAR.workdaysBetween(from, to)).isEqualTo(count);
                assertThat(CALENDAR.workdaysBetween(to, from)).isEqualTo(-count);
                LocalDate back = CALENDAR.minusWorkdays(to, count);
                assertThat(back).isEqualTo(CALENDAR.isWorkday(from) ? from : CALENDAR.minusWorkdays(from, 1));
            }
        }
    }

    @Test
    void today_is_a_working_day_or_not_by_the_clock() {
        assertThat(CALENDAR.isWorkdayToday()).as("a moved Saturday").isTrue();
        assertThat(calendar(DAYS, day("2026-03-01")).isWorkdayToday()).isFalse();
        assertThat(calendar(DAYS, day("2026-10-01")).isWorkdayToday()).isFalse();
    }

    private static List<LocalDate> workdays(String first, String last) {
        return day(first)
                .datesUntil(day(last).plusDays(1))
                .filter(CALENDAR::isWorkday)
                .toList();
    }
}

package org.tiyanguan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.tiyanguan.calendar.CalendarFixture;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;

/** When things are due, on Wednesday 30 September 2026 at noon: holidays until the 7th, Saturday the 10th is worked. */
class DeadlinesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-09-30");

    private static final Deadlines DEADLINES = new Deadlines(
            CalendarFixture.packagedCalendar(TODAY),
            CalendarFixture.noonOf(TODAY),
            new RectificationSettings(5, 2, 3, 30),
            words());

    @Test
    void the_steps_of_centre_leader_and_reporter_end_after_their_working_days() {
        assertThat(DEADLINES.centerDue()).isEqualTo(date("2026-10-09T17:30"));
        assertThat(DEADLINES.leaderDue()).isEqualTo(date("2026-10-10T17:30"));
        assertThat(DEADLINES.confirmBy()).isEqualTo(date("2026-10-13T17:30"));
    }

    @Test
    void the_ladder_of_a_part_is_a_reminder_a_yellow_and_a_red_card() {
        Part part = part("2026-10-12T17:30", 2);
        assertThat(DEADLINES.remindAt(part)).isEqualTo(date("2026-10-09T09:00"));
        assertThat(DEADLINES.yellowCardAt(part)).isEqualTo(date("2026-10-13T17:30"));
        assertThat(DEADLINES.redCardAt(part)).isEqualTo(date("2026-10-15T17:30"));
    }

    @Test
    void a_day_that_a_form_gives_is_a_working_day_that_has_not_ended() {
        assertThat(DEADLINES.day("until", "2026-09-30")).isEqualTo(TODAY);
        assertThat(DEADLINES.day("until", "2026-10-10")).isEqualTo(LocalDate.parse("2026-10-10"));
        refused("2026-09-29", "day.past");
        refused("2026-10-01", "day.off", "2026-10-01");
        refused("2026-10-11", "day.off", "2026-10-11");
    }

    @Test
    void a_day_lies_in_years_that_the_calendar_has() {
        assertThat(DEADLINES.day("until", "2099-12-31")).isEqualTo(LocalDate.parse("2099-12-31"));
        refused("2100-01-01", "day");
        refused("1999-12-31", "day");
        refused("2000-01-03", "day.past");
        refused("2026-02-29", "day");
        refused("下周", "day");
        refused("", "day");
    }

    @Test
    void an_extension_ends_after_the_deadline_that_it_extends() {
        Part part = part("2026-10-09T17:30", 2);
        assertThat(DEADLINES.later("until", "2026-10-10", part)).isEqualTo(LocalDate.parse("2026-10-10"));
        assertThatRefused(
                () -> DEADLINES.later("until", "2026-10-09", part),
                words().refusal("until", "day.earlier", "2026-10-09 17:30"));
        assertThatRefused(
                () -> DEADLINES.later("until", "2026-10-01", part), words().refusal("until", "day.off", "2026-10-01"));
    }

    @Test
    void what_is_overdue_is_overdue_by_working_days() {
        assertThat(DEADLINES.daysOverdue(LocalDateTime.parse("2026-09-30T17:30")))
                .isZero();
        assertThat(DEADLINES.daysOverdue(LocalDateTime.parse("2026-09-29T17:30")))
                .isEqualTo(1);
        assertThat(DEADLINES.daysOverdue(LocalDateTime.parse("2026-09-24T17:30")))
                .isEqualTo(3);
        assertThat(DEADLINES.daysOverdue(LocalDateTime.parse("2026-10-08T17:30")))
                .isZero();
    }

    @Test
    void the_earliest_deadline_that_is_late_by_so_many_days_and_no_more() {
        for (int days = 0; days <= 12; days++) {
            LocalDateTime earliest = DEADLINES.overdueSince(days);
            assertThat(DEADLINES.daysOverdue(earliest)).isEqualTo(days);
            assertThat(DEADLINES.daysOverdue(earliest.minusSeconds(1))).isEqualTo(days + 1);
        }
    }

    @Test
    void a_day_ends_at_the_close_of_business() {
        assertThat(DEADLINES.endOf(TODAY)).isEqualTo(LocalDateTime.parse("2026-09-30T17:30"));
    }

    private static void refused(String day, String key, Object... values) {
        assertThatRefused(() -> DEADLINES.day("until", day), words().refusal("until", key, values));
    }

    private static void assertThatRefused(ThrowingCallable act, Refusal expected) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.faults()).isEqualTo(expected.faults()));
    }

    private static Date date(String time) {
        return Date.from(
                LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    }

    private static Part part(String deadline, int remindDays) {
        return new Part(
                1,
                "TYG-2026-000001",
                "gongan",
                1,
                "",
                PartState.RECTIFY,
                null,
                2,
                10,
                remindDays,
                null,
                LocalDateTime.parse(deadline),
                null,
                0,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Texts words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/loop", "messages/rectification");
        messages.setDefaultEncoding("UTF-8");
        return new Texts(messages);
    }
}

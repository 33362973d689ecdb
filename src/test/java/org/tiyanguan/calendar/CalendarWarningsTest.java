package org.tiyanguan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.calendar.CalendarFixture.day;
import static org.tiyanguan.calendar.CalendarFixture.noonOf;

import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.tiyanguan.core.Texts;

class CalendarWarningsTest {

    private final CalendarDays days = CalendarFixture.packagedDays();

    @Test
    void nothing_is_missing_before_november() {
        assertThat(missingOn("2026-01-01")).isEmpty();
        assertThat(missingOn("2026-10-31")).isEmpty();
    }

    @Test
    void next_years_list_is_missing_from_november_on() {
        assertThat(missingOn("2025-11-01")).isEmpty();
        assertThat(missingOn("2026-11-01")).contains(Year.of(2027));
        assertThat(missingOn("2026-12-31")).contains(Year.of(2027));
    }

    @Test
    void this_years_list_is_missing_always() {
        assertThat(missingOn("2027-01-01")).contains(Year.of(2027));
        assertThat(missingOn("2027-12-01")).contains(Year.of(2027));
    }

    @Test
    void a_few_days_are_not_a_list() {
        days.put(List.of(new CalendarDay(day("2027-01-01"), DayKind.HOLIDAY, "元旦")));
        assertThat(missingOn("2026-11-01")).contains(Year.of(2027));
        days.put(List.of(new CalendarDay(day("2027-10-01"), DayKind.HOLIDAY, "国庆节")));
        assertThat(missingOn("2026-11-01")).isEmpty();
    }

    @Test
    void the_warning_names_the_year_as_people_write_it() {
        assertThat(on("2026-11-01").warning())
                .hasValueSatisfying(text -> assertThat(text).startsWith("2027 年"));
        assertThat(on("2026-10-31").warning()).isEmpty();
    }

    private Optional<Year> missingOn(String today) {
        return on(today).missingYear();
    }

    private CalendarWarnings on(String today) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/calendar");
        messages.setDefaultEncoding("UTF-8");
        return new CalendarWarnings(days, noonOf(day(today)), new Texts(messages));
    }
}

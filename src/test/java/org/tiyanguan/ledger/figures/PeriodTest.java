package org.tiyanguan.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-31, 2026-02-01, 2026-02-28, 2026-04-01, 2026-04-30",
        "2024-01-01, 2024-03-31, 2023-10-01, 2023-12-31, 2024-04-01, 2024-06-30",
        "2024-01-01, 2024-12-31, 2023-01-01, 2023-12-31, 2025-01-01, 2025-12-31",
        "2025-12-01, 2026-11-26, 2024-12-01, 2025-11-30, 2026-12-01, 2027-11-30",
        "2026-03-02, 2026-03-08, 2026-02-23, 2026-03-01, 2026-03-09, 2026-03-15",
        "2026-03-01, 2026-03-30, 2026-01-30, 2026-02-28, 2026-03-31, 2026-04-29"
    })
    void whole_months_are_followed_by_whole_months_and_days_by_as_many_days(
            LocalDate from,
            LocalDate to,
            LocalDate fromBefore,
            LocalDate toBefore,
            LocalDate fromAfter,
            LocalDate toAfter) {
        Period period = new Period(from, to);
        assertThat(period.previous()).isEqualTo(new Period(fromBefore, toBefore));
        assertThat(period.next()).isEqualTo(new Period(fromAfter, toAfter));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01, 2026-02-28, MONTH",
        "2026-04-01, 2026-06-30, QUARTER",
        "2026-01-01, 2026-12-31, YEAR",
        "2026-02-01, 2026-04-30, DAYS",
        "2026-02-01, 2026-02-27, DAYS"
    })
    void months_quarters_and_years_are_called_so(LocalDate from, LocalDate to, String kind) {
        assertThat(new Period(from, to).kind()).isEqualTo(kind);
    }

    @Test
    void today_lies_in_its_month_quarter_and_year() {
        LocalDate day = LocalDate.parse("2026-11-26");
        assertThat(Period.month(day)).isEqualTo(period("2026-11-01", "2026-11-30"));
        assertThat(Period.quarter(day)).isEqualTo(period("2026-10-01", "2026-12-31"));
        assertThat(Period.year(day)).isEqualTo(period("2026-01-01", "2026-12-31"));
        assertThat(Period.recent(day)).isEqualTo(period("2025-12-01", "2026-11-26"));
    }

    @Test
    void its_months_are_cut_to_its_days_and_none_lies_in_the_future() {
        assertThat(period("2026-01-15", "2026-12-31").months(LocalDate.parse("2026-03-18")))
                .containsExactly(
                        period("2026-01-15", "2026-01-31"),
                        period("2026-02-01", "2026-02-28"),
                        period("2026-03-01", "2026-03-31"));
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}

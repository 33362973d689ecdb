package org.tiyanguan.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.ledger.figures.PublicFigures.Line;
import org.tiyanguan.ledger.figures.PublicFigures.Number;
import org.tiyanguan.ledger.figures.PublicFigures.Table;

/** The public's figures against a slow computation over the same rows. */
@IntegrationTest
@OnH2Too
@AtTime("2026-03-18T15:20:00")
class PublicFiguresTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-03-18T15:20");

    private static final LocalDate LAST_DAY = LocalDate.parse("2026-02-28");

    @Autowired
    PublicFigures figures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorkCalendar calendar;

    @BeforeEach
    void many_entries() {
        if (jdbc.sql("select count(*) from ledger_entry").query(Long.class).single() == 0)
            new RandomLedger(jdbc, NOW, 20260318).fill(400);
    }

    @Test
    void of_months_that_are_over() {
        assertThat(figures.until(2026)).contains(LAST_DAY);
        assertThat(figures.until(2025)).contains(LocalDate.parse("2025-12-31"));
        assertThat(figures.until(2027)).isEmpty();
        assertThat(figures.numbers(2027)).isEmpty();
        assertThat(PublicFigures.TABLES).allMatch(id -> figures.table(id, 2027).isEmpty());
    }

    @Test
    void all_entries_are_counted_that_one_finds_by_looking_at_each() {
        Map<String, Long> slow = slow();
        long all = slow.entrySet().stream()
                .filter(count -> count.getKey().startsWith("MONTH"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertThat(all).isGreaterThan(30);
        assertThat(figures.numbers(2026)).contains(new Number("entries", String.valueOf(all)));
        for (String id : List.of("month", "topic", "channel"))
            assertThat(figures.table(id, 2026).lines().stream()
                            .mapToLong(Line::entries)
                            .sum())
                    .as(id)
                    .isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026})
    void no_number_is_so_small_that_it_tells_of_somebody(int year) {
        for (String id : PublicFigures.TABLES) {
            Table table = figures.table(id, year);
            assertThat(table.lines()).allMatch(line -> line.entries() == 0 || line.entries() >= SmallCells.FEWEST);
            assertThat(table.lines()).allMatch(line -> line.width() >= 0 && line.width() <= 100);
        }
    }

    private Map<String, Long> slow() {
        return new SlowFigures(jdbc, calendar, NOW)
                .counts(new FigureScope(new Period(LocalDate.parse("2026-01-01"), LAST_DAY), null));
    }
}

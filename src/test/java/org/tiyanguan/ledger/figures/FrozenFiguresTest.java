package org.tiyanguan.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.annual.FrozenFigures;
import org.tiyanguan.annual.Summing;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.ledger.figures.YearFigures.Result;
import org.tiyanguan.ledger.figures.YearFigures.Table;

/** A year's frozen figures against the slow computation over the same rows, as the dashboard's. */
@IntegrationTest
@AtTime("2026-12-01T15:20:00")
class FrozenFiguresTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-12-01T15:20:00");

    private static final FigureScope YEAR = new FigureScope(Period.year(LocalDate.parse("2026-01-01")), null);

    @Autowired
    Summing summing;

    @Autowired
    FrozenFigures figures;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    private SlowFigures slow;

    @BeforeEach
    void many_entries() {
        summing.afresh();
        RandomLedger.clear(jdbc);
        new RandomLedger(jdbc, NOW, 20261201).fill(400);
        summing.opened();
        slow = new SlowFigures(jdbc, calendar, NOW);
        // What happens to the ledger afterwards changes nothing.
        RandomLedger.clear(jdbc);
    }

    @Test
    void each_frozen_count_is_what_one_found_by_looking_at_each_entry() {
        Map<String, Long> counts = slow.counts(YEAR);
        assertThat(key("反映（件）")).isEqualTo(String.valueOf(total(counts, "MONTH")));
        assertThat(key("红牌（件）")).isEqualTo(String.valueOf(total(counts, "CARD RED")));
        assertThat(key("活跃体验官（人）")).isEqualTo(String.valueOf(total(counts, "OFFICERS -")));
        for (String figure : List.of("mode", "channel", "topic", "category", "rating"))
            assertThat(sum(figure)).as(figure).isEqualTo(total(counts, figure.toUpperCase() + " "));
        for (Result result : figures.results(summing.version())) {
            Map<String, Long> own = slow.counts(YEAR.of(result.department()));
            assertThat(result.entries()).as(result.department()).isEqualTo(total(own, "MONTH"));
            assertThat(result.onTime()).isEqualTo(total(own, "TIMELY ON_TIME"));
            assertThat(result.late()).isEqualTo(total(own, "TIMELY LATE"));
            assertThat(result.reopened()).isEqualTo(total(own, "REOPENED"));
            assertThat(result.cards()).isEqualTo(total(own, "CARD"));
            assertThat(result.rated()).isEqualTo(total(own, "RATING"));
        }
        assertThat(figures.results(summing.version()).stream().filter(one -> one.entries() > 0))
                .hasSize(RandomLedger.DEPARTMENTS.size());
    }

    @Test
    void medians_are_those_of_the_sorted_days() {
        Map<String, List<Double>> days = slow.days(YEAR);
        List<String> steps = List.of("ACCEPTED", "RECTIFIED", "CLOSED");
        for (int i = 0; i < steps.size(); i++) {
            assertThat(cell("days", i, 0)).isEqualTo(Decimals.days(SlowFigures.percentile(days.get(steps.get(i)), .5)));
            assertThat(cell("days", i, 1)).isEqualTo(Decimals.days(SlowFigures.percentile(days.get(steps.get(i)), .9)));
            assertThat(cell("days", i, 2))
                    .isEqualTo(String.valueOf(days.get(steps.get(i)).size()));
        }
    }

    private String key(String label) {
        return table("key").rows().stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow()
                .values()
                .get(0)
                .text();
    }

    private String cell(String table, int row, int column) {
        return table(table).rows().get(row).values().get(column).text();
    }

    private long sum(String table) {
        return table(table).rows().stream()
                .mapToLong(row -> row.values().get(0).entries())
                .sum();
    }

    private Table table(String id) {
        return figures.tables(summing.version()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static long total(Map<String, Long> counts, String prefix) {
        return counts.entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}

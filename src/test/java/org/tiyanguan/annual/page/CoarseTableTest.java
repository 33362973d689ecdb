package org.tiyanguan.annual.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tiyanguan.ledger.figures.YearFigures;
import org.tiyanguan.ledger.figures.YearFigures.Row;
import org.tiyanguan.ledger.figures.YearFigures.Table;
import org.tiyanguan.ledger.figures.YearFigures.Value;

/** No small count of a year's report is public, and none can be told from the others and the sum. */
class CoarseTableTest {

    private static final int SMALLEST = 5;

    @Test
    void what_is_hidden_cannot_be_told_from_the_sum() {
        assertThat(shown(table("topic", new int[][] {{40}, {3}, {12}}))).containsExactly("40", "few", "few");
        assertThat(shown(table("topic", new int[][] {{40}, {3}, {4}}))).containsExactly("40", "few", "few");
        assertThat(shown(table("topic", new int[][] {{40}, {1}, {1}, {0}, {9}})))
                .containsExactly("40", "few", "few", "0", "few");
        assertThat(shown(table("topic", new int[][] {{40}, {0}, {12}}))).containsExactly("40", "0", "12");
    }

    @Test
    void nor_from_the_others_of_its_row() {
        assertThat(shown(table("month", new int[][] {{20, 3, 23}, {30, 8, 38}, {50, 9, 59}})))
                .containsExactly("few", "few", "few", "few", "few", "few", "50", "9", "59");
    }

    @Test
    void a_department_that_was_seldom_late_has_no_share_on_time() {
        Table departments = table(YearFigures.DEPARTMENTS, new int[][] {{20, 17, 3}, {30, 20, 10}});
        assertThat(shown(departments)).containsExactly("20", "few", "few", "30", "20", "10");
    }

    @Property
    void of_each_column_none_or_several_are_hidden_that_are_not_few_together(@ForAll("counts") List<Integer> counts) {
        int[][] rows = counts.stream().map(n -> new int[] {n}).toArray(int[][]::new);
        List<String> shown = shown(table("topic", rows));
        List<Integer> hidden = IntStream.range(0, rows.length)
                .filter(i -> shown.get(i).equals("few"))
                .mapToObj(counts::get)
                .toList();
        assertThat(shown).doesNotContain("1", "2", "3", "4");
        boolean someShown = shown.stream().anyMatch(text -> !text.equals("few") && !text.equals("0"));
        if (!hidden.isEmpty() && someShown) {
            assertThat(hidden).hasSizeGreaterThan(1);
            assertThat(hidden.stream().mapToInt(n -> n).sum()).isGreaterThanOrEqualTo(SMALLEST);
        }
    }

    @Provide
    Arbitrary<List<Integer>> counts() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 300))
                .list()
                .ofMaxSize(12);
    }

    private static List<String> shown(Table table) {
        return CoarseTable.of(table, SMALLEST, "few").rows().stream()
                .flatMap(row -> row.values().stream())
                .map(Value::text)
                .toList();
    }

    private static Table table(String id, int[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        return new Table(
                id,
                Stream.generate(() -> "件数").limit(width).toList(),
                1,
                Arrays.stream(rows)
                        .map(row -> new Row(
                                "一行",
                                null,
                                Arrays.stream(row)
                                        .mapToObj(n -> new Value(String.valueOf(n), n, "/ledger"))
                                        .toList()))
                        .toList());
    }
}

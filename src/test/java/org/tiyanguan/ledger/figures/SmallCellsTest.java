package org.tiyanguan.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.ledger.figures.SmallCells.neighbours;
import static org.tiyanguan.ledger.figures.SmallCells.others;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tiyanguan.ledger.figures.SmallCells.Count;
import org.tiyanguan.ledger.figures.SmallCells.Share;
import org.tiyanguan.ledger.figures.SmallCells.Share.Bound;

/** No small number is public, and none can be told from those that are. */
class SmallCellsTest {

    @Test
    void small_months_are_put_together_with_their_neighbours() {
        assertThat(neighbours(counts(7, 2, 0, 4, 9, 0, 3)))
                .containsExactly(new Count("1", 7), new Count("2—4", 6), new Count("5—7", 12));
        assertThat(neighbours(counts(0, 6, 0))).containsExactlyElementsOf(counts(0, 6, 0));
        assertThat(neighbours(counts(1, 3))).isEmpty();
        assertThat(neighbours(counts(0, 0))).isEmpty();
    }

    @Test
    void small_kinds_are_put_together_as_others() {
        assertThat(others(counts(2, 20, 4), "其他")).containsExactly(new Count("2", 20), new Count("其他", 6));
        assertThat(others(counts(2, 20, 9), "其他")).containsExactly(new Count("2", 20), new Count("其他", 11));
        assertThat(others(counts(2, 0), "其他")).isEmpty();
    }

    @Property
    void nothing_small_is_shown_and_nothing_is_missing(@ForAll("entries") List<Integer> entries) {
        List<Count> counts = counts(entries.stream().mapToInt(n -> n).toArray());
        long all = sum(counts);
        for (List<Count> shown : List.of(neighbours(counts), others(counts, "其他"))) {
            assertThat(shown).allMatch(count -> count.n() == 0 || count.n() >= SmallCells.FEWEST);
            assertThat(sum(shown)).isEqualTo(all < SmallCells.FEWEST ? 0 : all);
        }
    }

    @Property
    void a_share_is_true_and_gives_no_small_number_away(@ForAll("part") int part, @ForAll("part") int rest) {
        int whole = part + rest;
        Share share = Share.of(part, whole).orElse(null);
        if (whole < 2 * SmallCells.FEWEST) {
            assertThat(share).isNull();
            return;
        }
        assertThat(share).isNotNull();
        double percent = 100.0 * part / whole;
        boolean small = part > 0 && part < SmallCells.FEWEST || rest > 0 && rest < SmallCells.FEWEST;
        assertThat(share.bound() == Bound.EXACT).isEqualTo(!small);
        switch (share.bound()) {
            case EXACT -> assertThat((double) share.percent()).isBetween(percent - .5, percent + .5);
            case ABOVE -> assertThat(percent).isGreaterThan(share.percent());
            case BELOW -> assertThat(percent).isLessThan(share.percent());
        }
    }

    @Provide
    Arbitrary<List<Integer>> entries() {
        return part().list().ofMaxSize(14);
    }

    @Provide
    Arbitrary<Integer> part() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 6), Arbitraries.integers().between(0, 500));
    }

    private static List<Count> counts(int... entries) {
        return IntStream.range(0, entries.length)
                .mapToObj(i -> new Count(String.valueOf(i + 1), entries[i]))
                .toList();
    }

    private static long sum(List<Count> counts) {
        return counts.stream().mapToLong(Count::n).sum();
    }
}

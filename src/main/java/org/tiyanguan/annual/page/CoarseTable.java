package org.tiyanguan.annual.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tiyanguan.ledger.figures.YearFigures;
import org.tiyanguan.ledger.figures.YearFigures.Row;
import org.tiyanguan.ledger.figures.YearFigures.Table;
import org.tiyanguan.ledger.figures.YearFigures.Value;

/**
 * A table for the public: small counts say only that there are few, and so do as many others as it takes that none can
 * be told from the sum, which other tables give away.
 */
final class CoarseTable {

    /** Its columns do not add up to what is known elsewhere. */
    private static final String STEPS = "days";

    /** Columns of the departments' table: who knows one of them and the number of entries knows the other. */
    private static final int ON_TIME = 1;

    private static final int LATE = 2;

    private final Table table;
    private final int smallest;
    private final boolean[][] hidden;

    private CoarseTable(Table table, int smallest) {
        this.table = table;
        this.smallest = smallest;
        this.hidden = new boolean[table.rows().size()][table.columns().size()];
    }

    /** @param few stands in place of a count below {@code smallest} */
    static Table of(Table table, int smallest, String few) {
        CoarseTable coarse = new CoarseTable(table, smallest);
        coarse.hide();
        return coarse.without(few);
    }

    private void hide() {
        for (int row = 0; row < hidden.length; row++)
            for (int column = 0; column < hidden[row].length; column++)
                hidden[row][column] = isSmall(value(row, column));
        if (table.id().equals(YearFigures.DEPARTMENTS)) {
            for (boolean[] row : hidden) row[ON_TIME] |= row[LATE];
            return;
        }
        if (table.id().equals(YearFigures.KEY_FIGURES) || table.id().equals(STEPS)) return;
        boolean more = true;
        while (more) {
            hideWholeRows();
            more = IntStream.range(0, table.columns().size())
                    .mapToObj(this::nextOf)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .isPresent();
        }
    }

    /** Where the last column is the sum of the others, each of them follows from the rest. */
    private void hideWholeRows() {
        for (int row = 0; row < hidden.length; row++)
            if (hasTotal(row) && isHiddenIn(row)) Arrays.fill(hidden[row], true);
    }

    /** Hides one more of the column where what is hidden of it could be told from its sum; empty where it need not. */
    private Optional<Integer> nextOf(int column) {
        List<Integer> rows = IntStream.range(0, hidden.length).boxed().toList();
        if (!rows.stream().allMatch(row -> isCount(value(row, column)))) return Optional.empty();
        List<Integer> of = rows.stream()
                .filter(row -> hidden[row][column] && count(row, column) > 0)
                .toList();
        long sum = of.stream().mapToLong(row -> count(row, column)).sum();
        if (of.isEmpty() || of.size() > 1 && sum >= smallest) return Optional.empty();
        Optional<Integer> next = rows.stream()
                .filter(row -> !hidden[row][column] && count(row, column) > 0)
                .min(Comparator.comparingLong(row -> count(row, column)));
        next.ifPresent(row -> hidden[row][column] = true);
        return next;
    }

    private Table without(String few) {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < hidden.length; row++) {
            int at = row;
            Row whole = table.rows().get(row);
            rows.add(new Row(
                    whole.label(),
                    whole.department(),
                    IntStream.range(0, whole.values().size())
                            .mapToObj(column -> hidden[at][column] ? new Value(few, 0, "") : value(at, column))
                            .toList()));
        }
        return new Table(table.id(), table.columns(), table.drawn(), rows);
    }

    private boolean isSmall(Value value) {
        return isFew(value.entries()) || isCount(value) && isFew(Long.parseLong(value.text()));
    }

    private boolean isFew(long n) {
        return n > 0 && n < smallest;
    }

    private boolean hasTotal(int row) {
        int last = table.columns().size() - 1;
        return last > 1
                && IntStream.rangeClosed(0, last).allMatch(column -> isCount(value(row, column)))
                && IntStream.range(0, last)
                                .mapToLong(column -> count(row, column))
                                .sum()
                        == count(row, last);
    }

    private boolean isHiddenIn(int row) {
        return IntStream.range(0, hidden[row].length).anyMatch(column -> hidden[row][column]);
    }

    private static boolean isCount(Value value) {
        return value.text().matches("\\d{1,9}");
    }

    private long count(int row, int column) {
        return Long.parseLong(value(row, column).text());
    }

    private Value value(int row, int column) {
        return table.rows().get(row).values().get(column);
    }
}

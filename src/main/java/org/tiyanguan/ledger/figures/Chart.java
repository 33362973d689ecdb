package org.tiyanguan.ledger.figures;

import java.util.List;

/**
 * A table of counts, from which the page's script draws: {@code id} names its texts. {@code drawn} of the columns are
 * drawn, the first ones.
 */
record Chart(String id, Shape shape, List<String> columns, int drawn, List<Line> lines, List<Cell> totals) {

    enum Shape {
        COLUMNS,
        BARS,
        STACKED,
        HEAT
    }

    record Line(String label, List<Cell> cells) {}

    /**
     * What is shown, the entries that make it up and where they are; {@code shade} runs from 0, none, to 5, the most.
     */
    record Cell(String text, long entries, String href, int shade) {

        static Cell count(long n, String href) {
            return new Cell(String.valueOf(n), n, href, 0);
        }

        /** Made of the {@code entries}, but not their count. */
        static Cell of(String text, long entries, String href) {
            return new Cell(text, entries, href, 0);
        }
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}

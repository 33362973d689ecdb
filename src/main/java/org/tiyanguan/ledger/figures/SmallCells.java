package org.tiyanguan.ledger.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps small numbers out of public tables. What is too small is put together with others, never left out: a number
 * that is missing could be told from the sum.
 */
final class SmallCells {

    /** A number of entries may be public from here on; none may be, too. */
    static final int FEWEST = 5;

    private static final int PERCENT = 100;

    record Count(String label, long n) {

        private boolean isSmall() {
            return n > 0 && n < FEWEST;
        }
    }

    /** A share in whole percent, or what it is above or below of. */
    record Share(Bound bound, int percent) {

        enum Bound {
            EXACT,
            ABOVE,
            BELOW
        }

        /**
         * Empty where too few were judged to have two sides; a side that is small is only bounded, so that nobody can
         * count it.
         */
        static Optional<Share> of(long part, long whole) {
            long rest = whole - part;
            if (whole < 2 * FEWEST) return Optional.empty();
            if (rest > 0 && rest < FEWEST)
                return Optional.of(new Share(Bound.ABOVE, (int) (PERCENT * (whole - FEWEST) / whole)));
            if (part > 0 && part < FEWEST)
                return Optional.of(new Share(Bound.BELOW, (int) ((PERCENT * FEWEST + whole - 1) / whole)));
            return Optional.of(new Share(Bound.EXACT, (int) Math.round((double) PERCENT * part / whole)));
        }
    }

    private SmallCells() {}

    /** Of what has an order: neighbours are put together. Empty where all of it is too small. */
    static List<Count> neighbours(List<Count> counts) {
        List<Count> groups = new ArrayList<>();
        List<Count> open = new ArrayList<>();
        for (Count count : counts) {
            if (open.isEmpty() && !count.isSmall()) {
                groups.add(count);
                continue;
            }
            open.add(count);
            if (sum(open) >= FEWEST) {
                groups.add(together(open));
                open.clear();
            }
        }
        // What is left over at the end goes to those before it.
        while (!open.isEmpty() && !groups.isEmpty() && sum(open) < FEWEST)
            open.add(0, groups.remove(groups.size() - 1));
        if (!open.isEmpty() && sum(open) >= FEWEST) groups.add(together(open));
        return sum(groups) >= FEWEST ? groups : List.of();
    }

    /**
     * Of what has no order: the smallest are put together, as many as it needs, at the end; who has none is left out.
     */
    static List<Count> others(List<Count> counts, String label) {
        List<Count> shown =
                new ArrayList<>(counts.stream().filter(count -> count.n() > 0).toList());
        shown.sort(Comparator.comparingLong(Count::n).reversed());
        long rest = 0;
        while (!shown.isEmpty() && (shown.get(shown.size() - 1).isSmall() || rest > 0 && rest < FEWEST))
            rest += shown.remove(shown.size() - 1).n();
        if (rest >= FEWEST) shown.add(new Count(label, rest));
        return shown;
    }

    private static Count together(List<Count> counts) {
        String first = counts.get(0).label();
        String last = counts.get(counts.size() - 1).label();
        return new Count(
                counts.size() == 1 ? first : first.split("—")[0] + "—" + last.replaceAll(".*—", ""), sum(counts));
    }

    private static long sum(List<Count> counts) {
        return counts.stream().mapToLong(Count::n).sum();
    }
}

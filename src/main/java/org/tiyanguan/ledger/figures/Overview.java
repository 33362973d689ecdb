package org.tiyanguan.ledger.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The counts of {@link Figures}, to look up and to add up. What is not said of an entry is {@code NONE}. */
record Overview(List<Figures.Count> counts) {

    static final String NONE = "NONE";

    long total() {
        return n(Figure.MONTH);
    }

    /** Adds up all counts of a figure. */
    long n(Figure figure) {
        return of(figure).mapToLong(Figures.Count::n).sum();
    }

    long n(Figure figure, String what) {
        return of(figure)
                .filter(count -> name(count.what()).equals(what))
                .mapToLong(Figures.Count::n)
                .sum();
    }

    long n(Figure figure, String what, String other) {
        return of(figure)
                .filter(count ->
                        name(count.what()).equals(what) && name(count.other()).equals(other))
                .mapToLong(Figures.Count::n)
                .sum();
    }

    long ofOther(Figure figure, String other) {
        return of(figure)
                .filter(count -> name(count.other()).equals(other))
                .mapToLong(Figures.Count::n)
                .sum();
    }

    /** The largest count of a figure, 0 if there is none. */
    long most(Figure figure) {
        return of(figure).mapToLong(Figures.Count::n).max().orElse(0);
    }

    /** The names of what a figure tells apart, the most frequent first, and {@code NONE} at the end. */
    List<String> names(Figure figure) {
        return byFrequency(sums(of(figure), Figures.Count::what));
    }

    /** As {@link #names}, on a figure's other side. */
    List<String> others(Figure figure) {
        return byFrequency(sums(of(figure), Figures.Count::other));
    }

    /**
     * Entries by department; one that several worked on counts for each of them, and once however often it came back.
     */
    Map<String, Long> departments() {
        Map<String, Long> sums = new TreeMap<>();
        of(Figure.DEPARTMENTS)
                .forEach(count -> Stream.of(count.name().split(","))
                        .distinct()
                        .forEach(code -> sums.merge(code, count.n(), Long::sum)));
        Map<String, Long> sorted = new LinkedHashMap<>();
        byFrequency(sums).forEach(code -> sorted.put(code, sums.get(code)));
        return sorted;
    }

    /** The first month with an entry; today's if there is none. */
    LocalDate firstMonth(LocalDate today) {
        return of(Figure.MONTH)
                .map(count -> LocalDate.parse(count.name()))
                .min(Comparator.naturalOrder())
                .orElse(today);
    }

    Figures.Count days(String step) {
        return of(Figure.DAYS)
                .filter(count -> count.name().equals(step))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the share of the entries that were judged, null when none was. */
    @Nullable
    Double shareOnTime() {
        return share(n(Figure.TIMELY, "ON_TIME"), n(Figure.TIMELY));
    }

    /** Returns the share of the entries that some department rectified, null when none did. */
    @Nullable
    Double shareReopened() {
        return share(n(Figure.REOPENED), days("RECTIFIED").n());
    }

    /** Returns the share of the entries that were closed as mended, null when none was. */
    @Nullable
    Double shareRelapsed() {
        return share(n(Figure.RELAPSED), n(Figure.MENDED));
    }

    @Nullable
    Double averageRating() {
        long stars = of(Figure.RATING)
                .mapToLong(count -> Long.parseLong(count.name()) * count.n())
                .sum();
        return share(stars, n(Figure.RATING));
    }

    static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private Stream<Figures.Count> of(Figure figure) {
        return counts.stream().filter(count -> count.figure() == figure);
    }

    private static Map<String, Long> sums(Stream<Figures.Count> counts, Function<Figures.Count, String> side) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach(count -> sums.merge(name(side.apply(count)), count.n(), Long::sum));
        return sums;
    }

    private static List<String> byFrequency(Map<String, Long> sums) {
        List<String> names = new ArrayList<>(sums.keySet());
        names.sort(Comparator.<String, Boolean>comparing(NONE::equals)
                .thenComparing(sums::get, Comparator.reverseOrder()));
        return names;
    }

    private static String name(@Nullable String value) {
        return Objects.requireNonNullElse(value, NONE);
    }
}

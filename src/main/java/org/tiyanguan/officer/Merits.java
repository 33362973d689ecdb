package org.tiyanguan.officer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.Decisions;

/** What officers did in a calendar year, and the points that the decision table {@code officer-rating} gives for it. */
@Component
@Transactional(readOnly = true)
public class Merits {

    /** Why there are points, which may be less than none. */
    public record Line(String label, int points) {}

    /** {@code counts} as in {@link Deeds}. */
    public record Merit(int year, Map<String, Integer> counts, List<Line> lines) {

        public int points() {
            return lines.stream().mapToInt(Line::points).sum();
        }

        /** Records of the visits that needed one, in percent; null when there were none. */
        public @Nullable Integer attendance() {
            int due = of("records") + of("lapsed");
            return due == 0 ? null : Math.round(100f * of("records") / due);
        }

        /** The mean of the officer's own ratings of rectifications, 1 to 5; null when there are none. */
        public @Nullable Double rating() {
            return of("rated") == 0 ? null : (double) of("stars") / of("rated");
        }

        public int of(String count) {
            return counts.getOrDefault(count, 0);
        }
    }

    private final List<Deeds> deeds;
    private final Decisions decisions;

    Merits(List<Deeds> deeds, Decisions decisions) {
        this.deeds = deeds;
        this.decisions = decisions;
    }

    public Merit of(String account, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return between(account, first, first.plusYears(1));
    }

    /** Of {@code from} until before {@code until}. */
    public Merit between(String account, LocalDate from, LocalDate until) {
        return Objects.requireNonNull(between(List.of(account), from, until).get(account));
    }

    /** By account; each feature is asked once for all of them. */
    public Map<String, Merit> of(Collection<String> accounts, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return accounts.isEmpty() ? Map.of() : between(accounts, first, first.plusYears(1));
    }

    private Map<String, Merit> between(Collection<String> accounts, LocalDate from, LocalDate until) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (Deeds some : deeds)
            some.count(accounts, from.atStartOfDay(), until.atStartOfDay())
                    .forEach((account, counted) -> counts.computeIfAbsent(account, one -> new HashMap<>())
                            .putAll(counted));
        return accounts.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), account -> merit(from.getYear(), counts.getOrDefault(account, Map.of()))));
    }

    private Merit merit(int year, Map<String, Integer> counts) {
        List<Line> lines = decisions.matches(Decisions.OFFICER_RATING, counts).stream()
                // A row of the table that gives no points says nothing.
                .filter(match -> match.get("points") instanceof Number)
                .map(match -> new Line(String.valueOf(match.get("label")), ((Number) match.get("points")).intValue()))
                .toList();
        return new Merit(year, Map.copyOf(counts), lines);
    }
}

package org.tiyanguan.ledger.figures;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.calendar.WorkCalendar;

/**
 * The figures once more, in the slowest and plainest way: it reads every row and looks at one entry after the other.
 */
class SlowFigures {

    record EntryRow(
            String number,
            String kind,
            String channel,
            String mode,
            String topic,
            String category,
            String serviceItem,
            String state,
            String outcome,
            String relapseOf,
            Integer rating,
            LocalDateTime reportedAt,
            LocalDateTime closedAt,
            String userId) {}

    record PartRow(
            String number,
            String department,
            int round,
            String state,
            LocalDateTime assignedAt,
            LocalDateTime deadline,
            LocalDateTime acceptedAt,
            LocalDateTime doneAt,
            String card) {

        boolean isEffective() {
            return !Set.of("SENT_BACK", "TRANSFERRED", "WITHDRAWN").contains(state);
        }

        boolean isOpen() {
            return Set.of("ACCEPT", "RECTIFY").contains(state);
        }

        boolean isDone() {
            return state.equals("DONE");
        }
    }

    private final List<EntryRow> entries;
    private final List<PartRow> parts;
    private final WorkCalendar calendar;
    private final LocalDateTime now;

    SlowFigures(JdbcClient jdbc, WorkCalendar calendar, LocalDateTime now) {
        this.calendar = calendar;
        this.now = now;
        entries = jdbc.sql("select e.*, r.user_id from ledger_entry e join reporter r on r.number = e.number")
                .query(EntryRow.class)
                .list();
        parts = jdbc.sql("select * from rectification_part")
                .query(PartRow.class)
                .list();
    }

    /** Counts that are not 0, by figure, what and other; {@code -} for none. */
    Map<String, Long> counts(FigureScope scope) {
        Map<String, Long> counts = new TreeMap<>();
        Set<String> officers = new HashSet<>();
        Set<String> officersByCategory = new HashSet<>();
        Map<String, Long> items = new TreeMap<>();
        for (EntryRow e : of(scope)) items.merge(e.serviceItem, 1L, Long::sum);
        List<String> top = items.keySet().stream()
                .sorted(Comparator.<String, Long>comparing(items::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(15)
                .toList();
        for (EntryRow e : of(scope)) {
            List<PartRow> own = parts(e, scope.department());
            add(counts, "MONTH", e.reportedAt.toLocalDate().withDayOfMonth(1), e.kind);
            add(counts, "CHANNEL", e.channel, null);
            add(counts, "MODE", e.mode, null);
            add(counts, "TOPIC", e.topic, null);
            add(counts, "CATEGORY", e.category, null);
            if (isLate(own)) add(counts, "TIMELY", "LATE", null);
            else if (isDone(own)) add(counts, "TIMELY", "ON_TIME", null);
            if (hasCard(own, "RED")) add(counts, "CARD", "RED", null);
            else if (hasCard(own, "YELLOW")) add(counts, "CARD", "YELLOW", null);
            if (e.rating != null) add(counts, "RATING", e.rating, null);
            if (isReopened(own)) add(counts, "REOPENED", null, null);
            if (isMended(e)) add(counts, "MENDED", null, null);
            if (isMended(e) && isRelapsed(e)) add(counts, "RELAPSED", null, null);
            own.stream()
                    .map(PartRow::department)
                    .distinct()
                    .forEach(department -> add(counts, "DEPARTMENT", department, null));
            if (top.contains(e.serviceItem)) add(counts, "ITEM", e.serviceItem, e.topic);
            if (e.userId == null) continue;
            if (officers.add(e.userId)) add(counts, "OFFICERS", null, null);
            if (officersByCategory.add(e.userId + e.category)) add(counts, "OFFICERS_OF", e.category, null);
            add(counts, "BY_OFFICERS", e.category, null);
        }
        return counts;
    }

    /** Elapsed days, by step, sorted. */
    Map<String, List<Double>> days(FigureScope scope) {
        Map<String, List<Double>> days = new TreeMap<>(
                Map.of("ACCEPTED", new ArrayList<>(), "RECTIFIED", new ArrayList<>(), "CLOSED", new ArrayList<>()));
        for (EntryRow e : of(scope)) {
            List<PartRow> own = parts(e, scope.department());
            List<PartRow> accepted = own.stream()
                    .filter(p -> p.round == 1 && p.acceptedAt != null)
                    .toList();
            List<PartRow> done = own.stream().filter(PartRow::isDone).toList();
            if (!accepted.isEmpty())
                days.get("ACCEPTED")
                        .add(between(first(accepted, PartRow::assignedAt), last(accepted, PartRow::acceptedAt)));
            if (!done.isEmpty())
                days.get("RECTIFIED").add(between(first(done, PartRow::assignedAt), last(done, PartRow::doneAt)));
            if (e.state.equals("CLOSED")) days.get("CLOSED").add(between(e.reportedAt, e.closedAt));
        }
        days.values().forEach(all -> all.sort(Comparator.naturalOrder()));
        return days;
    }

    /** Between the two values that a share of them lies below, in proportion. */
    static Double percentile(List<Double> sorted, double share) {
        if (sorted.isEmpty()) return null;
        double place = share * (sorted.size() - 1);
        double below = sorted.get((int) Math.floor(place));
        double above = sorted.get((int) Math.ceil(place));
        return below + (above - below) * (place - Math.floor(place));
    }

    Map<String, Long> now(String department) {
        Map<String, Long> counts = new TreeMap<>();
        for (EntryRow e : entries) {
            List<PartRow> own = parts(e, department);
            if (department != null && own.isEmpty()) continue;
            if (Set.of("TRIAGE", "ASSIGN", "VERIFY").contains(e.state)) add(counts, "WAITING", e.state, null);
            LocalDateTime thisMonth = now.toLocalDate().withDayOfMonth(1).atStartOfDay();
            if (e.closedAt != null && !e.closedAt.isBefore(thisMonth)) add(counts, "CLOSED", null, null);
            Set<String> late = new HashSet<>();
            own.stream().filter(p -> p.isOpen() && p.deadline.isBefore(now)).forEach(p -> late.add(p.department));
            for (String one : late)
                add(
                        counts,
                        "OVERDUE",
                        one,
                        band(own.stream().filter(p -> p.department.equals(one)).toList()));
            if (!late.isEmpty()) add(counts, "OVERDUE", null, band(own));
        }
        return counts;
    }

    private String band(List<PartRow> own) {
        LocalDateTime earliest = first(own.stream().filter(PartRow::isOpen).toList(), PartRow::deadline);
        int days = calendar.workdaysBetween(earliest.toLocalDate(), now.toLocalDate());
        return days <= 3 ? "UP_TO_3" : days <= 10 ? "UP_TO_10" : "OVER_10";
    }

    List<DepartmentResult> standings(Period period) {
        List<DepartmentResult> standings = new ArrayList<>();
        for (String department :
                parts.stream().map(PartRow::department).distinct().sorted().toList()) {
            long[] n = new long[12];
            for (EntryRow e : of(new FigureScope(period, department))) {
                List<PartRow> own = parts(e, department);
                n[0]++;
                if (isLate(own)) n[2]++;
                else if (isDone(own)) n[1]++;
                if (isDone(own)) n[3]++;
                if (isReopened(own)) n[4]++;
                if (e.rating != null) n[4 + e.rating]++;
                if (isMended(e)) n[10]++;
                if (isMended(e) && isRelapsed(e)) n[11]++;
            }
            if (n[0] > 0)
                standings.add(new DepartmentResult(
                        department, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11]));
        }
        return standings;
    }

    private List<EntryRow> of(FigureScope scope) {
        return entries.stream()
                .filter(e -> !e.reportedAt.toLocalDate().isBefore(scope.period().from())
                        && !e.reportedAt.toLocalDate().isAfter(scope.period().to()))
                .filter(e -> scope.department() == null
                        || !parts(e, scope.department()).isEmpty())
                .toList();
    }

    private List<PartRow> parts(EntryRow e, String department) {
        return parts.stream()
                .filter(p -> p.number.equals(e.number)
                        && p.isEffective()
                        && (department == null || p.department.equals(department)))
                .toList();
    }

    private boolean isLate(List<PartRow> own) {
        return own.stream().anyMatch(p -> p.isDone() ? p.doneAt.isAfter(p.deadline) : p.deadline.isBefore(now));
    }

    private static boolean isDone(List<PartRow> own) {
        return own.stream().anyMatch(PartRow::isDone);
    }

    private static boolean isReopened(List<PartRow> own) {
        return own.stream().anyMatch(p -> p.round > 1);
    }

    private static boolean isMended(EntryRow e) {
        return e.state.equals("CLOSED") && "RECTIFIED".equals(e.outcome);
    }

    private boolean isRelapsed(EntryRow e) {
        return entries.stream().anyMatch(other -> e.number.equals(other.relapseOf));
    }

    private static boolean hasCard(List<PartRow> own, String card) {
        return own.stream().anyMatch(p -> card.equals(p.card));
    }

    private static double between(LocalDateTime from, LocalDateTime to) {
        return Duration.between(from, to).toMillis() / (24 * 60 * 60 * 1000.0);
    }

    private static LocalDateTime first(List<PartRow> parts, Function<PartRow, LocalDateTime> time) {
        return times(parts, time).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static LocalDateTime last(List<PartRow> parts, Function<PartRow, LocalDateTime> time) {
        return times(parts, time).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static Stream<LocalDateTime> times(List<PartRow> parts, Function<PartRow, LocalDateTime> time) {
        return parts.stream().map(time).filter(Objects::nonNull);
    }

    static void add(Map<String, Long> counts, String figure, Object what, Object other) {
        counts.merge(key(figure, what, other), 1L, Long::sum);
    }

    static String key(String figure, Object what, Object other) {
        return figure + " " + Objects.requireNonNullElse(what, "-") + " " + Objects.requireNonNullElse(other, "-");
    }
}

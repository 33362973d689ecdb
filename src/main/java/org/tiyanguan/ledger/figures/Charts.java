package org.tiyanguan.ledger.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.figures.Chart.Cell;
import org.tiyanguan.ledger.figures.Chart.Line;
import org.tiyanguan.ledger.figures.Chart.Shape;
import org.tiyanguan.security.People;

/** Puts figures into tables, with their labels and the way to the entries behind each number. */
@Component
class Charts {

    private static final List<String> KINDS = List.of("PROBLEM", "SUGGESTION");
    private static final List<String> BANDS = List.of("UP_TO_3", "UP_TO_10", "OVER_10");
    private static final List<String> STEPS = List.of("ACCEPTED", "RECTIFIED", "CLOSED");
    private static final List<String> STARS = List.of("5", "4", "3", "2", "1");

    /** The darkest of the heat map. */
    private static final int SHADES = 5;

    private final People people;
    private final Texts texts;
    private final Clock clock;

    Charts(People people, Texts texts, Clock clock) {
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * In the order of the page; a single department is not compared with others, and a period without entries has none.
     */
    List<Chart> of(FigureScope scope, Overview overview, Overview now) {
        if (overview.total() == 0) return List.of(overdue(scope, now));
        List<Chart> charts = new ArrayList<>(List.of(months(scope, overview), overdue(scope, now)));
        if (scope.department() == null) charts.add(departments(scope, overview));
        charts.add(named("topic", scope, overview, "topic."));
        charts.add(named("mode", scope, overview, "experience.mode."));
        charts.add(named("channel", scope, overview, "channel."));
        charts.add(categories(scope, overview));
        charts.add(days(scope, overview));
        charts.add(ratings(scope, overview));
        return charts;
    }

    private Chart months(FigureScope scope, Overview overview) {
        LocalDate today = LocalDate.now(clock);
        Period shown = scope.period().since(overview.firstMonth(today));
        List<Line> lines = shown.months(today).stream()
                .map(month -> {
                    String key = month.from().withDayOfMonth(1).toString();
                    FigureScope inMonth = scope.in(month);
                    List<Long> counts = KINDS.stream()
                            .map(kind -> overview.n(Figure.MONTH, key, kind))
                            .toList();
                    return new Line(key.substring(0, "yyyy-MM".length()), kinds(inMonth, counts));
                })
                .toList();
        List<Long> totals =
                KINDS.stream().map(kind -> overview.ofOther(Figure.MONTH, kind)).toList();
        return new Chart(
                "month", Shape.COLUMNS, columns("kind.", KINDS, "total"), KINDS.size(), lines, kinds(scope, totals));
    }

    private static List<Cell> kinds(FigureScope scope, List<Long> counts) {
        Stream<Cell> byKind = IntStream.range(0, KINDS.size())
                .mapToObj(i -> Cell.count(counts.get(i), scope.ledger("kind", KINDS.get(i))));
        long total = counts.stream().mapToLong(Long::longValue).sum();
        return Stream.concat(byKind, Stream.of(Cell.count(total, scope.ledger())))
                .toList();
    }

    private Chart departments(FigureScope scope, Overview overview) {
        Map<String, String> names = people.departmentNames();
        List<Line> lines = overview.departments().entrySet().stream()
                .map(one -> new Line(
                        names.getOrDefault(one.getKey(), one.getKey()),
                        List.of(Cell.count(
                                one.getValue(), scope.of(one.getKey()).ledger()))))
                .toList();
        return new Chart("department", Shape.BARS, counted(), 1, lines, List.of());
    }

    /** A chart that is named as the ledger's filter. */
    private Chart named(String id, FigureScope scope, Overview overview, String labels) {
        Figure figure = Figure.valueOf(id.toUpperCase(Locale.ROOT));
        List<Line> lines = overview.names(figure).stream()
                .map(name -> new Line(
                        label(id, labels, name), List.of(Cell.count(overview.n(figure, name), scope.ledger(id, name)))))
                .toList();
        return new Chart(id, Shape.BARS, counted(), 1, lines, List.of());
    }

    private Chart categories(FigureScope scope, Overview overview) {
        List<Line> lines = overview.names(Figure.CATEGORY).stream()
                .map(name -> new Line(
                        label("category", "recruitment.category.", name),
                        List.of(
                                Cell.count(overview.n(Figure.CATEGORY, name), scope.ledger("category", name)),
                                Cell.of(
                                        String.valueOf(overview.n(Figure.OFFICERS_OF, name)),
                                        overview.n(Figure.BY_OFFICERS, name),
                                        scope.ledger("category", name, "officer", "true")))))
                .toList();
        return new Chart(
                "category",
                Shape.BARS,
                List.of(texts.of("dashboard.column.entries"), texts.of("dashboard.column.officers")),
                1,
                lines,
                List.of());
    }

    private Chart days(FigureScope scope, Overview overview) {
        List<Line> lines = STEPS.stream()
                .filter(step -> overview.days(step).n() > 0)
                .map(step -> {
                    Figures.Count days = overview.days(step);
                    String href = scope.ledger("reached", step);
                    return new Line(
                            texts.of("dashboard.step." + step),
                            List.of(
                                    Cell.of(Decimals.days(days.median()), days.n(), href),
                                    Cell.of(Decimals.days(days.ninetieth()), days.n(), href),
                                    Cell.count(days.n(), href)));
                })
                .toList();
        return new Chart(
                "days",
                Shape.BARS,
                List.of(
                        texts.of("dashboard.column.median"),
                        texts.of("dashboard.column.ninetieth"),
                        texts.of("dashboard.column.entries")),
                2,
                lines,
                List.of());
    }

    private Chart ratings(FigureScope scope, Overview overview) {
        List<Line> lines = STARS.stream()
                .map(star -> new Line(
                        texts.of("rating." + star),
                        List.of(Cell.count(overview.n(Figure.RATING, star), scope.ledger("rating", star)))))
                .toList();
        return new Chart(
                "rating", Shape.BARS, counted(), 1, overview.n(Figure.RATING) == 0 ? List.of() : lines, List.of());
    }

    /**
     * Whenever it was reported. An entry that several departments are late with counts for each, and once in the total.
     */
    private Chart overdue(FigureScope scope, Overview now) {
        Map<String, String> names = people.departmentNames();
        List<Line> lines = now.names(Figure.OVERDUE).stream()
                .filter(code -> !code.equals(Overview.NONE))
                .map(code -> new Line(names.getOrDefault(code, code), bands(scope.of(code), now, code)))
                .toList();
        return new Chart(
                "overdue",
                Shape.STACKED,
                columns("overdueBy.", BANDS, "total"),
                BANDS.size(),
                lines,
                bands(scope, now, Overview.NONE));
    }

    private static List<Cell> bands(FigureScope scope, Overview now, String department) {
        Stream<Cell> byBand = BANDS.stream()
                .map(band -> Cell.count(now.n(Figure.OVERDUE, department, band), scope.ledgerNow("overdueBy", band)));
        return Stream.concat(
                        byBand,
                        Stream.of(Cell.count(now.n(Figure.OVERDUE, department), scope.ledgerNow("overdue", "true"))))
                .toList();
    }

    /** Service items by problem topic, shaded by how many entries stand in a field. */
    Chart heat(FigureScope scope, Overview overview) {
        List<String> topics = overview.others(Figure.ITEM);
        List<String> items = overview.names(Figure.ITEM);
        long most = overview.most(Figure.ITEM);
        List<Line> lines = items.stream()
                .map(item -> new Line(
                        item,
                        Stream.concat(
                                        topics.stream().map(topic -> {
                                            long n = overview.n(Figure.ITEM, item, topic);
                                            int shade = (int) ((n * SHADES + most - 1) / most);
                                            return new Cell(
                                                    String.valueOf(n),
                                                    n,
                                                    scope.ledger("item", item, "topic", topic),
                                                    shade);
                                        }),
                                        Stream.of(
                                                Cell.count(overview.n(Figure.ITEM, item), scope.ledger("item", item))))
                                .toList()))
                .toList();
        List<String> columns = Stream.concat(
                        topics.stream().map(topic -> label("topic", "topic.", topic)),
                        Stream.of(texts.of("dashboard.column.total")))
                .toList();
        return new Chart("heat", Shape.HEAT, columns, 0, lines, List.of());
    }

    private List<String> columns(String labels, List<String> names, String last) {
        return Stream.concat(
                        names.stream().map(name -> texts.of(labels + name)),
                        Stream.of(texts.of("dashboard.column." + last)))
                .toList();
    }

    private List<String> counted() {
        return List.of(texts.of("dashboard.column.entries"));
    }

    private String label(String filter, String labels, String name) {
        return texts.of(name.equals(Overview.NONE) ? "filter." + filter + ".NONE" : labels + name);
    }
}

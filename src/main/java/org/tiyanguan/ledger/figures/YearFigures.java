package org.tiyanguan.ledger.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.figures.Chart.Cell;
import org.tiyanguan.security.People;

/** A year's figures for whoever keeps them: the dashboard's own, from the same queries and with the same links. */
@Component
@Transactional(readOnly = true)
public class YearFigures {

    /** What is shown, of how many entries it is made and where in the ledger these are. */
    public record Value(String text, long entries, String href) {}

    /** {@code department} is the code of the department that the row is about, or null. */
    public record Row(String label, @Nullable String department, List<Value> values) {}

    /** {@code id} names its texts; {@code drawn} of the columns are drawn, the first ones. */
    public record Table(String id, List<String> columns, int drawn, List<Row> rows) {}

    /**
     * How a department did, in entries; {@code stars} are all that it was given, {@code cards} the entries with a
     * yellow or red card.
     */
    public record Result(
            String department,
            String name,
            long entries,
            long onTime,
            long late,
            long rectified,
            long reopened,
            long rated,
            long stars,
            long cards) {}

    public static final String KEY_FIGURES = "key";
    public static final String DEPARTMENTS = "department";

    /** What changes from day to day is no figure of a year. */
    private static final String OF_THE_DAY = "overdue";

    private static final int STARS = 5;

    private final Figures figures;
    private final Charts charts;
    private final People people;
    private final Texts texts;

    YearFigures(Figures figures, Charts charts, People people, Texts texts) {
        this.figures = figures;
        this.charts = charts;
        this.people = people;
        this.texts = texts;
    }

    /** The numbers at the top first; a year without entries has these only. */
    public List<Table> of(int year) {
        FigureScope scope = scope(year, null);
        Overview overview = new Overview(figures.of(scope));
        List<Table> tables = new ArrayList<>();
        tables.add(keyFigures(scope, overview));
        charts.of(scope, overview, new Overview(List.of())).stream()
                .filter(chart -> !chart.id().equals(OF_THE_DAY) && !chart.id().equals(DEPARTMENTS) && !chart.isEmpty())
                .map(YearFigures::table)
                .forEach(tables::add);
        if (overview.total() > 0) tables.add(departments(year, overview));
        return tables;
    }

    /** Of every department that there is, and of those that worked on the year's entries though they are gone. */
    public List<Result> results(int year) {
        Map<String, String> names = people.departmentNames();
        Set<String> codes = new TreeSet<>(names.keySet());
        codes.addAll(new Overview(figures.of(scope(year, null))).departments().keySet());
        return codes.stream()
                .map(code -> result(code, names.getOrDefault(code, code), new Overview(figures.of(scope(year, code)))))
                .toList();
    }

    private static Result result(String code, String name, Overview own) {
        long stars = 0;
        for (int star = 1; star <= STARS; star++) stars += star * own.n(Figure.RATING, String.valueOf(star));
        return new Result(
                code,
                name,
                own.total(),
                own.n(Figure.TIMELY, "ON_TIME"),
                own.n(Figure.TIMELY, "LATE"),
                own.days("RECTIFIED").n(),
                own.n(Figure.REOPENED),
                own.n(Figure.RATING),
                stars,
                own.n(Figure.CARD));
    }

    private Table keyFigures(FigureScope scope, Overview overview) {
        List<Row> rows = new ArrayList<>();
        for (KeyFigure one : KeyFigures.of(scope, overview)) {
            String unit = texts.of("dashboard.unit." + one.id());
            String label = texts.of("dashboard.figure." + one.id());
            rows.add(new Row(unit.isEmpty() ? label : label + "（" + unit + "）", null, List.of(value(one.cell()))));
        }
        return new Table(KEY_FIGURES, List.of(texts.of("annual.column.value")), 0, rows);
    }

    private Table departments(int year, Overview overview) {
        Map<String, String> names = people.departmentNames();
        List<Row> rows = overview.departments().keySet().stream()
                .map(code -> {
                    FigureScope own = scope(year, code);
                    Overview of = new Overview(figures.of(own));
                    Result result = result(code, names.getOrDefault(code, code), of);
                    return new Row(
                            result.name(),
                            code,
                            Stream.of(
                                            Cell.count(result.entries(), own.ledger()),
                                            Cell.of(
                                                    Decimals.percent(of.shareOnTime()),
                                                    result.onTime(),
                                                    own.ledger("timely", "ON_TIME")),
                                            Cell.count(result.late(), own.ledger("timely", "LATE")),
                                            Cell.of(
                                                    Decimals.percent(of.shareReopened()),
                                                    result.reopened(),
                                                    own.ledger("reopened", "true")),
                                            Cell.of(
                                                    Decimals.stars(of.averageRating()),
                                                    result.rated(),
                                                    own.ledger("rating", "RATED")),
                                            Cell.count(of.n(Figure.CARD, "YELLOW"), own.ledger("card", "YELLOW")),
                                            Cell.count(of.n(Figure.CARD, "RED"), own.ledger("card", "RED")))
                                    .map(YearFigures::value)
                                    .toList());
                })
                .toList();
        List<String> columns = Stream.of("entries", "onTime", "late", "reopened", "stars", "yellow", "red")
                .map(column -> texts.of("annual.column." + column))
                .toList();
        return new Table(DEPARTMENTS, columns, 1, rows);
    }

    private static Table table(Chart chart) {
        return new Table(
                chart.id(),
                chart.columns(),
                chart.drawn(),
                chart.lines().stream()
                        .map(line -> new Row(
                                line.label(),
                                null,
                                line.cells().stream().map(YearFigures::value).toList()))
                        .toList());
    }

    private static Value value(Cell cell) {
        return new Value(cell.text(), cell.entries(), cell.href());
    }

    private static FigureScope scope(int year, @Nullable String department) {
        return new FigureScope(Period.year(LocalDate.of(year, 1, 1)), department);
    }
}

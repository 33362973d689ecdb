package org.tiyanguan.ledger.figures;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.ledger.figures.Chart.Cell;

/** The league as it is shown; {@link #COLUMNS} name the texts of the columns. */
record LeagueTable(List<Line> lines) {

    static final List<String> COLUMNS = List.of(
            "entries",
            "shareOnTime",
            "onTime",
            "late",
            "average",
            "satisfied",
            "star5",
            "star4",
            "star3",
            "star2",
            "star1",
            "shareReopened",
            "reopened",
            "rectified",
            "shareRelapsed",
            "relapsed",
            "mended");

    /** {@code place} is null for a department with too few entries. */
    record Line(@Nullable Integer place, String department, List<Cell> cells) {}

    static LeagueTable of(League league, FigureScope scope, Map<String, String> names) {
        return new LeagueTable(league.rows().stream()
                .map(row -> {
                    DepartmentResult s = row.standing();
                    return new Line(
                            row.place(),
                            names.getOrDefault(s.department(), s.department()),
                            cells(s, scope.of(s.department())));
                })
                .toList());
    }

    private static List<Cell> cells(DepartmentResult s, FigureScope own) {
        String onTime = own.ledger("timely", "ON_TIME");
        String relapsed = own.ledger("relapse", "RELAPSED");
        String reopened = own.ledger("reopened", "true");
        return Stream.of(
                        Stream.of(
                                Cell.count(s.entries(), own.ledger()),
                                Cell.of(Decimals.percent(s.shareOnTime()), s.onTime(), onTime),
                                Cell.count(s.onTime(), onTime),
                                Cell.count(s.late(), own.ledger("timely", "LATE")),
                                Cell.of(Decimals.stars(s.averageRating()), s.rated(), own.ledger("rating", "RATED")),
                                Cell.of(
                                        Decimals.percent(s.shareSatisfied()),
                                        s.star4() + s.star5(),
                                        own.ledger("rating", "SATISFIED"))),
                        Stream.of(5, 4, 3, 2, 1)
                                .map(star -> Cell.count(s.star(star), own.ledger("rating", star.toString()))),
                        Stream.of(
                                Cell.of(Decimals.percent(s.shareReopened()), s.reopened(), reopened),
                                Cell.count(s.reopened(), reopened),
                                Cell.count(s.rectified(), own.ledger("reached", "RECTIFIED")),
                                Cell.of(Decimals.percent(s.shareRelapsed()), s.relapsed(), relapsed),
                                Cell.count(s.relapsed(), relapsed),
                                Cell.count(s.mended(), own.ledger("outcome", "RECTIFIED"))))
                .flatMap(cells -> cells)
                .toList();
    }
}

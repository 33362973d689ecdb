package org.tiyanguan.ledger.figures;

import java.time.LocalDate;
import java.util.List;
import org.tiyanguan.ledger.figures.Chart.Cell;
import org.tiyanguan.ledger.figures.KeyFigure.Detail;

/** The numbers at the top of the page. */
final class KeyFigures {

    private KeyFigures() {}

    static List<KeyFigure> of(FigureScope scope, Overview overview) {
        long onTime = overview.n(Figure.TIMELY, "ON_TIME");
        long reopened = overview.n(Figure.REOPENED);
        long relapsed = overview.n(Figure.RELAPSED);
        Figures.Count closed = overview.days("CLOSED");
        long byOfficers = overview.n(Figure.BY_OFFICERS);
        String officers = scope.ledger("officer", "true");
        return List.of(
                new KeyFigure(
                        "entries",
                        Cell.count(overview.total(), scope.ledger()),
                        List.of(
                                detail(
                                        "PROBLEM",
                                        overview.ofOther(Figure.MONTH, "PROBLEM"),
                                        scope.ledger("kind", "PROBLEM")),
                                detail(
                                        "SUGGESTION",
                                        overview.ofOther(Figure.MONTH, "SUGGESTION"),
                                        scope.ledger("kind", "SUGGESTION")))),
                new KeyFigure(
                        "timely",
                        Cell.of(Decimals.percent(overview.shareOnTime()), onTime, scope.ledger("timely", "ON_TIME")),
                        List.of(
                                detail("ON_TIME", onTime, scope.ledger("timely", "ON_TIME")),
                                detail("LATE", overview.n(Figure.TIMELY, "LATE"), scope.ledger("timely", "LATE")))),
                new KeyFigure(
                        "closing",
                        Cell.of(Decimals.days(closed.median()), closed.n(), scope.ledger("reached", "CLOSED")),
                        List.of(detail("CLOSED", closed.n(), scope.ledger("reached", "CLOSED")))),
                new KeyFigure(
                        "reopened",
                        Cell.of(Decimals.percent(overview.shareReopened()), reopened, scope.ledger("reopened", "true")),
                        List.of(
                                detail("REOPENED", reopened, scope.ledger("reopened", "true")),
                                detail(
                                        "RECTIFIED",
                                        overview.days("RECTIFIED").n(),
                                        scope.ledger("reached", "RECTIFIED")))),
                new KeyFigure(
                        "relapsed",
                        Cell.of(
                                Decimals.percent(overview.shareRelapsed()),
                                relapsed,
                                scope.ledger("relapse", "RELAPSED")),
                        List.of(
                                detail("RELAPSED", relapsed, scope.ledger("relapse", "RELAPSED")),
                                detail("MENDED", overview.n(Figure.MENDED), scope.ledger("outcome", "RECTIFIED")))),
                new KeyFigure(
                        "rating",
                        Cell.of(
                                Decimals.stars(overview.averageRating()),
                                overview.n(Figure.RATING),
                                scope.ledger("rating", "RATED")),
                        List.of()),
                new KeyFigure(
                        "red", Cell.count(overview.n(Figure.CARD, "RED"), scope.ledger("card", "RED")), List.of()),
                new KeyFigure(
                        "yellow",
                        Cell.count(overview.n(Figure.CARD, "YELLOW"), scope.ledger("card", "YELLOW")),
                        List.of()),
                new KeyFigure(
                        "officers",
                        Cell.of(String.valueOf(overview.n(Figure.OFFICERS)), byOfficers, officers),
                        List.of(detail("BY_OFFICERS", byOfficers, officers))));
    }

    /** Whenever it was reported. */
    static List<KeyFigure> today(FigureScope scope, Overview now, LocalDate today) {
        String closed = scope.ledgerNow("closedFrom", today.withDayOfMonth(1).toString());
        return List.of(
                new KeyFigure(
                        "overdue",
                        Cell.count(now.n(Figure.OVERDUE, Overview.NONE), scope.ledgerNow("overdue", "true")),
                        List.of()),
                waiting("TRIAGE", scope, now),
                waiting("ASSIGN", scope, now),
                waiting("VERIFY", scope, now),
                new KeyFigure("closed", Cell.count(now.n(Figure.CLOSED), closed), List.of()));
    }

    private static KeyFigure waiting(String state, FigureScope scope, Overview now) {
        return new KeyFigure(
                state, Cell.count(now.n(Figure.WAITING, state), scope.ledgerNow("state", state)), List.of());
    }

    private static Detail detail(String id, long n, String href) {
        return new Detail(id, Cell.count(n, href));
    }
}

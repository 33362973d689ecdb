package org.tiyanguan.ledger.list;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.Card;
import org.tiyanguan.ledger.Deadlines;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.security.People;

/** The lines of the ledger's list as they are shown. */
@Component
public class LedgerLines {

    /**
     * One line.
     *
     * @param state the entry's, or the department's own part's
     * @param cells of the columns that are shown, in their order
     */
    public record Line(
            LedgerSearch.Row row,
            String state,
            String departments,
            @Nullable LocalDateTime deadline,
            boolean late,
            @Nullable Card card,
            List<Cell> cells) {}

    /**
     * What stands in a column.
     *
     * @param leads whether it is a link to the entry
     * @param style of the cell, {@code inner} of the text in it; null for none
     * @param note a second line; null for none
     */
    record Cell(
            LedgerColumn column,
            String label,
            boolean leads,
            @Nullable String style,
            @Nullable String inner,
            String text,
            @Nullable String note) {}

    /** Stands in cells that have nothing to say; a phone leaves them out. */
    private static final String NOTHING = "—";

    private final InvolvedParts parts;
    private final AfterwardsTexts afterwards;
    private final Deadlines deadlines;
    private final People people;
    private final Clock clock;
    private final Texts words;

    LedgerLines(
            InvolvedParts parts,
            AfterwardsTexts afterwards,
            Deadlines deadlines,
            People people,
            Clock clock,
            Texts words) {
        this.parts = parts;
        this.afterwards = afterwards;
        this.deadlines = deadlines;
        this.people = people;
        this.clock = clock;
        this.words = words;
    }

    public List<Line> of(Viewer viewer, LedgerQuery query, List<LedgerSearch.Row> rows) {
        Map<String, InvolvedParts.Involved> involved =
                parts.of(rows.stream().map(LedgerSearch.Row::number).toList(), viewer, query);
        Map<String, String> names = people.departmentNames();
        List<LedgerColumn> columns = LedgerColumn.shown(viewer, query.cols());
        return rows.stream()
                .map(row -> line(
                        viewer,
                        row,
                        involved.getOrDefault(row.number(), InvolvedParts.Involved.NOBODY),
                        names,
                        columns))
                .toList();
    }

    private Line line(
            Viewer viewer,
            LedgerSearch.Row row,
            InvolvedParts.Involved involved,
            Map<String, String> names,
            List<LedgerColumn> columns) {
        LocalDateTime deadline = involved.deadline();
        boolean entrys = viewer.seesEverything() || row.state() == EntryState.CLOSED;
        Line line = new Line(
                row,
                entrys ? row.state().name() : involved.state(),
                involved.departments().stream()
                        .map(code -> names.getOrDefault(code, code))
                        .collect(Collectors.joining("、")),
                deadline,
                deadline != null && deadline.isBefore(LocalDateTime.now(clock)),
                involved.card(),
                new ArrayList<>());
        columns.forEach(column -> line.cells.add(cell(viewer, column, line)));
        return line;
    }

    private Cell cell(Viewer viewer, LedgerColumn column, Line line) {
        LedgerSearch.Row row = line.row;
        return switch (column) {
            case NUMBER -> cell(column, true, "nowrap", null, row.number(), null);
            case TITLE -> cell(column, true, "wording", null, row.title(), null);
            case DEPARTMENTS -> cell(column, line.departments);
            case STATE ->
                cell(
                        column,
                        false,
                        null,
                        line.state.equals("CLOSED") ? "badge green" : "badge",
                        words.of(viewer.labelOf(line.state)),
                        null);
            case DEADLINE ->
                line.deadline == null
                        ? cell(column, "")
                        : cell(
                                column,
                                false,
                                line.late ? "late" : null,
                                "nowrap",
                                words.time(line.deadline),
                                line.late ? late(line.deadline) : null);
            case CARD ->
                line.card == null
                        ? cell(column, "")
                        : cell(
                                column,
                                false,
                                null,
                                line.card == Card.RED ? "badge red" : "badge yellow",
                                words.label("card", line.card),
                                null);
            case KIND -> cell(column, words.label("kind", row.kind()));
            case TOPIC -> cell(column, words.label("topic", row.topic()));
            case URGENCY -> cell(column, words.label("urgency", row.urgency()));
            case ITEM -> cell(column, row.serviceItem());
            case PLACE -> cell(column, row.place());
            case CHANNEL -> cell(column, words.label("channel", row.channel()));
            case MODE -> cell(column, words.label("experience.mode", row.mode()));
            case CATEGORY -> cell(column, words.label("recruitment.category", row.category()));
            case OCCURRED -> cell(column, row.occurredOn().toString());
            case REPORTED -> cell(column, words.time(row.reportedAt()));
            case CLOSED -> cell(column, row.closedAt() == null ? "" : words.time(row.closedAt()));
            case OUTCOME -> cell(column, words.label("outcome", row.outcome()));
            case RATING -> cell(column, row.rating() == null ? "" : row.rating().toString());
            case RELAPSE -> cell(column, afterwards.relapse(row.relapsed(), row.relapseOf() != null));
            case LOOK_BACK -> cell(column, afterwards.lookBack(row.lookBack(), row.lookedBackAt()));
        };
    }

    /** How many working days the deadline is past, where it is one at least. */
    private String late(LocalDateTime deadline) {
        int days = deadlines.daysOverdue(deadline);
        return days > 0 ? words.of("ledger.days-late", days) : words.of("ledger.late");
    }

    private Cell cell(LedgerColumn column, String text) {
        return text.isEmpty()
                ? cell(column, false, "none", null, NOTHING, null)
                : cell(column, false, column.isShort() ? "nowrap" : "wraps", null, text, null);
    }

    private Cell cell(
            LedgerColumn column,
            boolean leads,
            @Nullable String style,
            @Nullable String inner,
            String text,
            @Nullable String note) {
        return new Cell(column, words.label("column", column), leads, style, inner, text, note);
    }
}

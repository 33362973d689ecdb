package org.tiyanguan.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.People;

/** The lines of the ledger's list as they are shown. */
@Component
class LedgerLines {

    /**
     * One line.
     *
     * @param state the entry's, or the department's own part's
     * @param daysLate working days since the deadline
     * @param texts what the columns say that are plain texts
     */
    record Line(
            LedgerSearch.Row row,
            String state,
            String departments,
            LocalDateTime deadline,
            boolean late,
            int daysLate,
            int card,
            Map<LedgerColumn, String> texts) {}

    private final LedgerSearch search;
    private final Deadlines deadlines;
    private final People people;
    private final Clock clock;
    private final Words words;

    LedgerLines(LedgerSearch search, Deadlines deadlines, People people, Clock clock, Words words) {
        this.search = search;
        this.deadlines = deadlines;
        this.people = people;
        this.clock = clock;
        this.words = words;
    }

    List<Line> of(Viewer viewer, LedgerQuery query, List<LedgerSearch.Row> rows) {
        Map<String, LedgerSearch.Involved> involved = search.involved(viewer, query, rows);
        Map<String, String> names =
                people.departments().stream().collect(Collectors.toMap(People.Department::code, People.Department::name));
        return rows.stream()
                .map(row -> line(viewer, row, involved.getOrDefault(row.number(), LedgerSearch.Involved.NOBODY), names))
                .toList();
    }

    private Line line(Viewer viewer, LedgerSearch.Row row, LedgerSearch.Involved involved, Map<String, String> names) {
        LocalDateTime deadline = involved.deadline();
        boolean late = deadline != null && deadline.isBefore(LocalDateTime.now(clock));
        boolean entrys = viewer.seesEverything() || row.state() == EntryState.CLOSED;
        return new Line(
                row,
                entrys ? row.state().name() : involved.state(),
                involved.departments().stream().map(code -> names.getOrDefault(code, code)).collect(Collectors.joining("、")),
                deadline,
                late,
                late ? deadlines.daysOverdue(deadline) : 0,
                involved.card(),
                LedgerColumn.of(viewer).stream().collect(Collectors.toMap(Function.identity(), column -> text(column, row))));
    }

    private String text(LedgerColumn column, LedgerSearch.Row row) {
        return switch (column) {
            case KIND -> words.label("kind", row.kind());
            case TOPIC -> words.label("topic", row.topic());
            case URGENCY -> words.label("urgency", row.urgency());
            case ITEM -> row.serviceItem();
            case PLACE -> row.place();
            case CHANNEL -> words.label("channel", row.channel());
            case MODE -> words.label("experience.mode", row.mode());
            case CATEGORY -> words.label("recruitment.category", row.category());
            case OCCURRED -> row.occurredOn().toString();
            case REPORTED -> words.time(row.reportedAt());
            case CLOSED -> row.closedAt() == null ? "" : words.time(row.closedAt());
            case OUTCOME -> words.label("outcome", row.outcome());
            case RATING -> row.rating() == null ? "" : row.rating().toString();
            case NUMBER, TITLE, DEPARTMENTS, STATE, DEADLINE, CARD -> "";
        };
    }
}

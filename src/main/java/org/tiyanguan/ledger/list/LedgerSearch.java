package org.tiyanguan.ledger.list;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.ledger.Card;
import org.tiyanguan.ledger.Channel;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.FindingKind;
import org.tiyanguan.ledger.LookBack;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.Relapses;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.ledger.Urgency;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.officer.ExperienceMode;
import org.tiyanguan.officer.OfficerCategory;

/**
 * Finds entries for a viewer. A department's search reads its own parts, the public texts and nothing about who
 * reported.
 */
@Component
@Transactional(readOnly = true)
public class LedgerSearch {

    static final int PAGE_SIZE = 50;

    private static final String DUE = "due.deadline";

    /** One entry of the list; {@code dueAt} only where the list is sorted by it. */
    record Row(
            String number,
            String title,
            FindingKind kind,
            @Nullable Topic topic,
            Urgency urgency,
            String serviceItem,
            String place,
            LocalDate occurredOn,
            Channel channel,
            @Nullable ExperienceMode mode,
            @Nullable OfficerCategory category,
            EntryState state,
            @Nullable Outcome outcome,
            @Nullable Integer rating,
            LocalDateTime reportedAt,
            @Nullable LocalDateTime closedAt,
            @Nullable String relapseOf,
            boolean relapsed,
            @Nullable LookBack lookBack,
            @Nullable LocalDateTime lookedBackAt,
            @Nullable LocalDateTime dueAt) {}

    /**
     * A page of the list.
     *
     * @param previous where the page before it is, null on the first one; {@code next} likewise
     */
    public record Found(
            List<Row> rows,
            long total,
            long overdue,
            @Nullable LedgerPosition previous,
            @Nullable LedgerPosition next) {}

    /** A stretch of the list in one order; where it is sorted by deadlines, entries without one follow in another. */
    private record Stretch(
            String from, String where, @Nullable String time, boolean descending) {

        boolean holds(LedgerPosition position) {
            return (position.time() == null) == (time == null);
        }

        Stretch turned() {
            return new Stretch(from, where, time, !descending);
        }

        String beyond(LedgerPosition position) {
            if (!position.isAtEntry() || !holds(position)) return "";
            String way = descending ? " < " : " > ";
            return time == null
                    ? " and e.number" + way + ":number"
                    : " and (" + time + ", e.number)" + way + "(:time, :number)";
        }

        String order() {
            String way = descending ? " desc" : " asc";
            return " order by " + (time == null ? "" : time + way + ", ") + "e.number" + way;
        }
    }

    private final JdbcClient jdbc;
    private final LedgerFilters filters;

    LedgerSearch(JdbcClient jdbc, LedgerFilters filters) {
        this.jdbc = jdbc;
        this.filters = filters;
    }

    public Found find(Viewer viewer, LedgerQuery query) {
        LedgerFilter filter = filters.of(viewer, query);
        LedgerPosition position = query.position();
        boolean backwards = position.backwards();
        List<Row> rows = rows(viewer, stretches(query, filter), position, filter.values());
        boolean more = rows.size() > PAGE_SIZE;
        if (more) rows.remove(PAGE_SIZE);
        if (backwards) Collections.reverse(rows);
        boolean first = backwards ? !more : !position.isAtEntry();
        boolean last = backwards ? !position.isAtEntry() : !more;
        return new Found(
                rows,
                count(filter.count(), filter.values()),
                count(filter.countOverdue(), filter.values()),
                first || rows.isEmpty() ? null : LedgerPosition.before(time(query, rows.get(0)), rows.get(0).number),
                last || rows.isEmpty()
                        ? null
                        : LedgerPosition.after(
                                time(query, rows.get(rows.size() - 1)), rows.get(rows.size() - 1).number));
    }

    /** The numbers of all that matches, in their order; no more than {@code most}. */
    public List<String> numbers(Viewer viewer, LedgerQuery query, int most) {
        LedgerFilter filter = filters.of(viewer, query);
        return jdbc.sql("select e.number from ledger_entry e" + filter.sql() + " order by e.number limit :most")
                .params(filter.values())
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Reads all that matches, one by one; a department's state, deadline and card are its own part's. */
    public void each(Viewer viewer, LedgerQuery query, Consumer<FullEntry> act) {
        LedgerFilter filter = filters.of(viewer, query);
        String ofParts = "from rectification_part p where p.number = e.number"
                + (viewer.scope(query.department()).isEmpty() ? "" : " and p.department in (:scope)");
        String own = viewer.seesEverything() ? "" : " and p.department in (:scope)";
        String state = viewer.seesEverything() ? "e.state" : """
                case when e.state = 'CLOSED' then 'CLOSED' else
                    (select p.state %s%s order by p.id desc fetch first row only) end""".formatted(ofParts, LedgerConditions.OWN);
        String columns = """
                select e.number, e.kind, e.topic, e.urgency, %s as title, %s as description, %s as place, e.occurred_on,
                    %s as service_item, e.channel, e.mode, e.outcome, e.rating, e.reported_at, e.closed_at, %s as state,
                    e.relapse_of, %s as relapsed, e.look_back, e.looked_back_at,
                    (select min(p.deadline) %s%s) as deadline,
                    (select %s %s%s) as card,
                    case when e.state = 'CLOSED' or %s then %s end as answer,
                    (select string_agg(p.department, ',') from rectification_part p where p.number = e.number%s%s) as departments""".formatted(
                        viewer.wording("title"),
                        viewer.wording("description"),
                        viewer.wording("place"),
                        viewer.wording("service_item"),
                        state,
                        Relapses.relapsed("e"),
                        ofParts,
                        LedgerConditions.OPEN,
                        Card.heaviest("p"),
                        ofParts,
                        LedgerConditions.EFFECTIVE,
                        viewer.seesEverything(),
                        viewer.wording("answer"),
                        LedgerConditions.EFFECTIVE,
                        own);
        for (Stretch stretch : stretches(query, filter))
            try (Stream<FullEntry> lines = jdbc
                    .sql(columns + stretch.from + stretch.where + stretch.order())
                    .params(filter.values())
                    .query(FullEntry.class)
                    .stream()) {
                lines.forEach(act);
            }
    }

    private List<Row> rows(
            Viewer viewer, List<Stretch> stretches, LedgerPosition position, Map<String, Object> values) {
        List<Stretch> ahead = new ArrayList<>(stretches);
        if (position.backwards()) {
            Collections.reverse(ahead);
            ahead.replaceAll(Stretch::turned);
        }
        if (position.isAtEntry() && !ahead.get(0).holds(position)) ahead.remove(0);
        Map<String, Object> all = new HashMap<>(values);
        all.put("time", position.time());
        all.put("number", position.number());
        List<Row> rows = new ArrayList<>();
        for (Stretch stretch : ahead) {
            rows.addAll(jdbc.sql("""
                            select e.number, %s as title, e.kind, e.topic, e.urgency, %s as service_item, %s as place, e.occurred_on,
                                e.channel, e.mode, e.category, e.state, e.outcome, e.rating, e.reported_at, e.closed_at,
                                e.relapse_of, %s as relapsed, e.look_back, e.looked_back_at,
                                cast(%s as timestamp) as due_at""".formatted(
                                            viewer.wording("title"),
                                            viewer.wording("service_item"),
                                            viewer.wording("place"),
                                            Relapses.relapsed("e"),
                                            DUE.equals(stretch.time) ? DUE : null)
                            + stretch.from + stretch.where + stretch.beyond(position) + stretch.order()
                            + " limit " + (PAGE_SIZE + 1 - rows.size()))
                    .params(all)
                    .query(Row.class)
                    .list());
            if (rows.size() > PAGE_SIZE) break;
        }
        return rows;
    }

    private List<Stretch> stretches(LedgerQuery query, LedgerFilter filter) {
        boolean descending = query.dir() == LedgerQuery.Direction.DESC;
        String entries = " from ledger_entry e";
        return switch (query.sort()) {
            case REPORTED -> List.of(new Stretch(entries, filter.sql(), "e.reported_at", descending));
            case NUMBER -> List.of(new Stretch(entries, filter.sql(), null, descending));
            case DEADLINE ->
                List.of(
                        new Stretch(" " + """
                            from (select p.number, min(p.deadline) as deadline%s group by p.number) due
                                join ledger_entry e on e.number = due.number""".formatted(filter.open()), filter.sql(), DUE, descending),
                        new Stretch(
                                entries,
                                filter.and("not exists (select 1" + filter.open() + " and p.number = e.number)"),
                                null,
                                true));
        };
    }

    private static @Nullable LocalDateTime time(LedgerQuery query, Row row) {
        return switch (query.sort()) {
            case REPORTED -> row.reportedAt;
            case NUMBER -> null;
            case DEADLINE -> row.dueAt;
        };
    }

    private long count(String sql, Map<String, Object> values) {
        return jdbc.sql(sql).params(values).query(Long.class).single();
    }
}

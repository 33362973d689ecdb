package org.tiyanguan.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.security.People;

/** Finds entries for a viewer. A department's search reads its own parts and nothing about who reported. */
@Component
@Transactional(readOnly = true)
class LedgerSearch {

    static final int PAGE_SIZE = 50;

    /** Whom one name can mean; a search that finds more people than this is too wide to be about a person. */
    private static final int MOST_NAMESAKES = 100;

    /**
     * One line of the list. {@code state} and {@code card} are the entry's, or the department's own part's;
     * {@code deadline} is the earliest of the open parts, null when there is none; a card is 1 for yellow, 2 for red.
     */
    record Row(
            String number,
            String title,
            FindingKind kind,
            String state,
            LocalDateTime deadline,
            int card,
            LocalDateTime reportedAt) {}

    record Found(List<Row> rows, long total, long overdue, int page, int pages) {}

    /** Of a query; nothing where the value is null. */
    private interface Condition {
        void add(String sql, String name, Object value);
    }

    private record Counts(long total, long overdue) {}

    private record Involved(String number, String department) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final People people;

    LedgerSearch(JdbcClient jdbc, Clock clock, People people) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
    }

    /** The page asked for, or the last one where there are fewer. */
    Found find(Viewer viewer, LedgerQuery query) {
        Map<String, Object> values = new HashMap<>();
        values.put("now", LocalDateTime.now(clock));
        String matching = from(viewer, values) + where(viewer, query, values);
        Counts counts = jdbc.sql("select count(*) as total, count(case when p.deadline < :now then 1 end) as overdue"
                        + matching)
                .params(values)
                .query(Counts.class)
                .single();
        int pages = (int) Math.max(1, (counts.total + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = Math.min(query.page(), pages);
        values.put("offset", (page - 1) * PAGE_SIZE);
        List<Row> rows = jdbc.sql("select e.number, e.title, e.kind, " + state(viewer)
                        + " as state, p.deadline, coalesce(p.card, 0) as card, e.reported_at" + matching
                        + order(query) + " limit " + PAGE_SIZE + " offset :offset")
                .params(values)
                .query(Row.class)
                .list();
        return new Found(rows, counts.total, counts.overdue, page, pages);
    }

    /** All that matches, one by one; a department's state, deadline and card are its own part's. */
    void each(Viewer viewer, LedgerQuery query, Consumer<LedgerExport.Line> act) {
        Map<String, Object> values = new HashMap<>();
        values.put("now", LocalDateTime.now(clock));
        String matching = from(viewer, values) + where(viewer, query, values);
        String own = viewer.seesEverything() ? "" : " and d.department in (:own)";
        try (Stream<LedgerExport.Line> lines = jdbc.sql("""
                        select e.number, e.kind, e.urgency, e.title, e.description, e.place, e.occurred_on, e.service_item, e.channel, e.mode,
                            %s as state, e.outcome, p.deadline, coalesce(p.card, 0) as card, e.rating, e.reported_at, e.closed_at,
                            case when e.state = 'CLOSED' or %s then e.answer end as answer,
                            (select string_agg(d.department, ',') from rectification_part d where d.number = e.number
                                and d.state not in ('SENT_BACK', 'TRANSFERRED', 'WITHDRAWN')%s) as departments"""
                        .formatted(state(viewer), viewer.seesEverything(), own) + matching + order(query))
                .params(values)
                .query(LedgerExport.Line.class)
                .stream()) {
            lines.forEach(act);
        }
    }

    /** The codes of the departments that work on each of the entries, as far as the viewer may know. */
    Map<String, List<String>> departments(Viewer viewer, List<Row> rows) {
        if (rows.isEmpty()) return Map.of();
        Map<String, List<String>> departments = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct number, department from rectification_part
                        where number in (:numbers) and state not in ('SENT_BACK', 'TRANSFERRED', 'WITHDRAWN') order by department""")
                .param("numbers", rows.stream().map(Row::number).toList())
                .query(Involved.class)
                .list()
                .stream()
                .filter(one -> viewer.seesEverything() || viewer.departments().contains(one.department))
                .forEach(one -> departments.computeIfAbsent(one.number, n -> new ArrayList<>()).add(one.department));
        return departments;
    }

    private static String from(Viewer viewer, Map<String, Object> values) {
        String own = "";
        if (!viewer.seesEverything()) {
            own = " where state not in ('SENT_BACK', 'TRANSFERRED') and department in (:own)";
            values.put("own", viewer.departments());
        }
        String parts =
                """
                (select number, max(id) as latest,
                    min(case when state in ('ACCEPT', 'RECTIFY') then deadline end) as deadline,
                    max(case card when 'RED' then 2 when 'YELLOW' then 1 else 0 end) as card
                 from rectification_part%s group by number) p on p.number = e.number"""
                        .formatted(own);
        return viewer.seesEverything()
                ? " from ledger_entry e left join " + parts
                : " from ledger_entry e join " + parts + " join rectification_part latest on latest.id = p.latest";
    }

    private String where(Viewer viewer, LedgerQuery query, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (query.q() != null) {
            conditions.add(text(viewer, query.q(), values));
            values.put("q", "%" + query.q().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
        }
        if (query.state() != null) {
            conditions.add(state(viewer) + " = :state");
            values.put("state", query.state());
        }
        if (query.department() != null && viewer.seesEverything()) {
            conditions.add("""
                    exists (select 1 from rectification_part d where d.number = e.number
                        and d.department = :department and d.state not in ('SENT_BACK', 'TRANSFERRED', 'WITHDRAWN'))""");
            values.put("department", query.department());
        }
        Condition condition = (sql, name, value) -> {
            if (value == null) return;
            conditions.add(sql);
            values.put(name, value instanceof Enum<?> one ? one.name() : value);
        };
        condition.add("e.kind = :kind", "kind", query.kind());
        condition.add("e.urgency = :urgency", "urgency", query.urgency());
        condition.add("p.card = :card", "card", query.card() == null ? null : query.card().ordinal() + 1);
        condition.add("e.reported_at >= :from", "from", query.from() == null ? null : query.from().atStartOfDay());
        condition.add("e.reported_at < :to", "to", query.to() == null ? null : query.to().plusDays(1).atStartOfDay());
        if (viewer.seesEverything()) {
            condition.add("e.channel = :channel", "channel", query.channel());
            condition.add("e.mode = :mode", "mode", query.mode());
            condition.add("""
                    exists (select 1 from reporter r join officer o on o.account = r.user_id
                        where r.number = e.number and o.category = :category)""", "category", query.category());
        }
        if (query.overdue()) conditions.add("p.deadline < :now");
        return " where " + String.join(" and ", conditions);
    }

    /** An officer's name stands in the account, everybody else's in the report; only who may see them finds by them. */
    private String text(Viewer viewer, String sought, Map<String, Object> values) {
        String text = "lower(e.number) like :q escape '!' or lower(e.title) like :q escape '!'"
                + " or lower(e.description) like :q escape '!' or lower(e.service_item) like :q escape '!'";
        if (viewer.seesEverything()) {
            String named = "lower(r.name) like :q escape '!'";
            List<String> accounts = people.named(sought, MOST_NAMESAKES);
            if (!accounts.isEmpty()) {
                named += " or r.user_id in (:accounts)";
                values.put("accounts", accounts);
            }
            text += " or exists (select 1 from reporter r where r.number = e.number and (" + named + "))";
        }
        return "(" + text + ")";
    }

    private static String state(Viewer viewer) {
        return viewer.seesEverything() ? "e.state" : "case when e.state = 'CLOSED' then 'CLOSED' else latest.state end";
    }

    private static String order(LedgerQuery query) {
        String way = query.dir() == LedgerQuery.Direction.ASC ? " asc" : " desc";
        return switch (query.sort()) {
            case NUMBER -> " order by e.number" + way;
            case REPORTED -> " order by e.reported_at" + way + ", e.number" + way;
            case DEADLINE -> " order by case when p.deadline is null then 1 else 0 end, p.deadline" + way
                    + ", e.number desc";
        };
    }
}

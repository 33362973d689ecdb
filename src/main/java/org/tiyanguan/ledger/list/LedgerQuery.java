package org.tiyanguan.ledger.list;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tiyanguan.core.Signs;
import org.tiyanguan.ledger.Card;
import org.tiyanguan.ledger.Channel;
import org.tiyanguan.ledger.FindingKind;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.ledger.Urgency;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.officer.ExperienceMode;
import org.tiyanguan.officer.OfficerCategory;

/**
 * What is asked of the ledger's list, all of it in the page's address; what is left out is null or its default. Mode,
 * topic and category may be {@link #NONE}. {@code item} is a whole service item, {@code cols} the columns shown,
 * {@code at} a {@link LedgerPosition}.
 */
public record LedgerQuery(
        @Nullable String q,
        @Nullable String state,
        @Nullable String department,
        @Nullable FindingKind kind,
        @Nullable Urgency urgency,
        @Nullable Card card,
        @Nullable Channel channel,
        @Nullable String mode,
        @Nullable String topic,
        @Nullable String category,
        @Nullable String item,
        @Nullable String rating,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate closedFrom,
        @Nullable LocalDate closedTo,
        Boolean overdue,
        @Nullable OverdueBy overdueBy,
        @Nullable Timely timely,
        @Nullable Reached reached,
        Boolean reopened,
        Boolean officer,
        @Nullable Outcome outcome,
        @Nullable Relapse relapse,
        @Nullable LookedBack lookBack,
        Sort sort,
        Direction dir,
        List<LedgerColumn> cols,
        @Nullable String at) {

    /** Asks for entries without a mode, topic or category. */
    static final String NONE = "NONE";

    static final String SATISFIED = "SATISFIED";

    static final String RATED = "RATED";

    /** What can be asked of the stars: as many, four or five, any. */
    static final List<String> RATINGS = List.of("5", "4", "3", "2", "1", SATISFIED, RATED);

    private static final Set<String> ALWAYS_SHOWN = Set.of("q", "state", "department", "kind", "overdue");

    private static final int LONGEST_TEXT = 120;

    enum Sort {
        REPORTED,
        DEADLINE,
        NUMBER
    }

    /** LATE: a part was or is done after its deadline; ON_TIME: a part is done and none is late. */
    enum Timely {
        ON_TIME,
        LATE
    }

    /** How far the departments, or the entry, came. */
    enum Reached {
        ACCEPTED,
        RECTIFIED,
        CLOSED
    }

    /** RELAPSED: another entry goes on with it; AGAIN: it goes on with another. */
    enum Relapse {
        RELAPSED,
        AGAIN
    }

    /** What somebody found who looked again after it was closed. */
    enum LookedBack {
        ANY,
        GONE,
        STILL
    }

    enum Direction {
        ASC,
        DESC
    }

    public LedgerQuery {
        q = clean(q);
        state = clean(state);
        department = clean(department);
        mode = clean(mode);
        topic = clean(topic);
        category = clean(category);
        item = clean(item);
        rating = clean(rating);
        at = clean(at);
        overdue = Boolean.TRUE.equals(overdue);
        reopened = Boolean.TRUE.equals(reopened);
        officer = Boolean.TRUE.equals(officer);
        if (sort == null) sort = Sort.REPORTED;
        if (dir == null) dir = Direction.DESC;
        cols = cols == null
                ? List.of()
                : cols.stream().filter(Objects::nonNull).distinct().toList();
        if (LedgerColumn.areUsual(cols)) cols = List.of();
    }

    /** Whether the viewer can be answered; what is asked for otherwise comes from nobody's link. */
    public boolean makesSense(Viewer viewer) {
        return (state == null || viewer.states().contains(state))
                && isOneOf(mode, ExperienceMode.values())
                && isOneOf(topic, Topic.values())
                && isOneOf(category, OfficerCategory.values())
                && Stream.of(from, to, closedFrom, closedTo).allMatch(LedgerQuery::isStorable)
                && (rating == null || RATINGS.contains(rating))
                && LedgerPosition.read(at).filter(this::isPlace).isPresent();
    }

    /** Whether the list can be at it in its order. */
    private boolean isPlace(LedgerPosition position) {
        return !position.isAtEntry() || sort == Sort.DEADLINE || (sort == Sort.REPORTED) == (position.time() != null);
    }

    /** The years that the calendar can have. */
    private static boolean isStorable(@Nullable LocalDate day) {
        return day == null || day.getYear() >= 2000 && day.getYear() <= 2099;
    }

    private static boolean isOneOf(@Nullable String text, Enum<?>[] values) {
        return text == null
                || text.equals(NONE)
                || Arrays.stream(values).anyMatch(value -> value.name().equals(text));
    }

    /** Returns where a query that makes sense begins. */
    LedgerPosition position() {
        return LedgerPosition.read(at).orElseThrow();
    }

    public boolean isFiltered() {
        return !conditions().isEmpty();
    }

    /** Whether one of the conditions is set that the page shows on demand. */
    public boolean isMore() {
        return !ALWAYS_SHOWN.containsAll(conditions().keySet());
    }

    /** The address of the list's page at that position. */
    public String pageAt(LedgerPosition position) {
        Map<String, Object> values = arrangement();
        position.inAddress().ifPresent(at -> values.put("at", at));
        return address("/ledger", values);
    }

    /** The address of the same list in another order; the other way round where it has that order already. */
    public String sortedBy(String column) {
        Sort by = Sort.valueOf(column);
        boolean turn = by == sort ? dir == Direction.ASC : by != Sort.DEADLINE;
        Map<String, Object> values = arrangement();
        values.put("sort", by);
        values.put("dir", turn ? Direction.DESC : Direction.ASC);
        if (by == Sort.REPORTED && turn) values.keySet().removeAll(List.of("sort", "dir"));
        return address("/ledger", values);
    }

    /** Tells screen readers the order; null for the columns that the list is not sorted by. */
    public @Nullable String ariaSort(String column) {
        if (!sort.name().equals(column)) return null;
        return dir == Direction.ASC ? "ascending" : "descending";
    }

    /** The address of the same list as a file. */
    public String file(String ending) {
        Map<String, Object> values = conditions();
        values.put("sort", sort);
        values.put("dir", dir);
        return address("/ledger." + ending, values);
    }

    /** Returns all but the position, as it stands behind the question mark of the address; empty for the plain list. */
    public String toView() {
        String address = pageAt(LedgerPosition.START);
        return address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
    }

    private Map<String, Object> arrangement() {
        Map<String, Object> values = conditions();
        if (sort != Sort.REPORTED || dir != Direction.DESC) {
            values.put("sort", sort);
            values.put("dir", dir);
        }
        if (!cols.isEmpty())
            values.put("cols", String.join(",", cols.stream().map(Enum::name).toList()));
        return values;
    }

    /** What narrows the list, by the names in the address. */
    private Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("q", q);
        conditions.put("state", state);
        conditions.put("department", department);
        conditions.put("kind", kind);
        conditions.put("urgency", urgency);
        conditions.put("card", card);
        conditions.put("channel", channel);
        conditions.put("mode", mode);
        conditions.put("topic", topic);
        conditions.put("category", category);
        conditions.put("item", item);
        conditions.put("rating", rating);
        conditions.put("from", from);
        conditions.put("to", to);
        conditions.put("closedFrom", closedFrom);
        conditions.put("closedTo", closedTo);
        conditions.put("overdue", overdue ? true : null);
        conditions.put("overdueBy", overdueBy);
        conditions.put("timely", timely);
        conditions.put("reached", reached);
        conditions.put("reopened", reopened ? true : null);
        conditions.put("officer", officer ? true : null);
        conditions.put("outcome", outcome);
        conditions.put("relapse", relapse);
        conditions.put("lookBack", lookBack);
        conditions.values().removeIf(Objects::isNull);
        return conditions;
    }

    private static String address(String path, Map<String, Object> values) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static @Nullable String clean(@Nullable String text) {
        if (text == null) return null;
        String clean = text.replaceAll("\\p{Cntrl}", "").strip();
        if (clean.isEmpty()) return null;
        return Signs.cut(clean, LONGEST_TEXT);
    }
}

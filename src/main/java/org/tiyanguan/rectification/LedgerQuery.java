package org.tiyanguan.rectification;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import org.tiyanguan.officer.ExperienceMode;
import org.tiyanguan.officer.OfficerCategory;

/** What is asked of the ledger's list, all of it in the page's address; what is left out is null or its default. */
record LedgerQuery(
        String q,
        String state,
        String department,
        FindingKind kind,
        Urgency urgency,
        Card card,
        Channel channel,
        ExperienceMode mode,
        OfficerCategory category,
        LocalDate from,
        LocalDate to,
        Boolean overdue,
        Sort sort,
        Direction dir,
        Integer page) {

    private static final int LONGEST_TEXT = 100;

    enum Sort {
        REPORTED,
        DEADLINE,
        NUMBER
    }

    /** In the order of their weight. */
    enum Card {
        YELLOW,
        RED
    }

    enum Direction {
        ASC,
        DESC
    }

    LedgerQuery {
        q = clean(q);
        state = clean(state);
        department = clean(department);
        overdue = Boolean.TRUE.equals(overdue);
        if (sort == null) sort = Sort.REPORTED;
        if (dir == null) dir = Direction.DESC;
        if (page == null || page < 1) page = 1;
    }

    public boolean isFiltered() {
        return !conditions().isEmpty();
    }

    /** Whether one of the conditions is set that the page shows on demand. */
    public boolean isMore() {
        return Stream.of(urgency, card, channel, mode, category, from, to).anyMatch(Objects::nonNull);
    }

    /** The address of another page of the same list. */
    public String toPage(int page) {
        return address(sort, dir, page);
    }

    /** The address of the same list in another order; the other way round where it has that order already. */
    public String sortedBy(String column) {
        Sort by = Sort.valueOf(column);
        boolean turn = by == sort ? dir == Direction.ASC : by != Sort.DEADLINE;
        return address(by, turn ? Direction.DESC : Direction.ASC, 1);
    }

    /** For screen readers, and null for the columns that the list is not sorted by. */
    public String ariaSort(String column) {
        if (!sort.name().equals(column)) return null;
        return dir == Direction.ASC ? "ascending" : "descending";
    }

    private String address(Sort by, Direction way, int page) {
        Map<String, Object> values = conditions();
        if (by != Sort.REPORTED || way != Direction.DESC) {
            values.put("sort", by);
            values.put("dir", way);
        }
        if (page > 1) values.put("page", page);
        return address("/ledger", values);
    }

    /** The address of the same list as a file. */
    public String file(String ending) {
        Map<String, Object> values = conditions();
        values.put("sort", sort);
        values.put("dir", dir);
        return address("/ledger." + ending, values);
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
        conditions.put("category", category);
        conditions.put("from", from);
        conditions.put("to", to);
        conditions.put("overdue", overdue ? true : null);
        conditions.values().removeIf(Objects::isNull);
        return conditions;
    }

    private static String address(String path, Map<String, Object> values) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static String clean(String text) {
        if (text == null) return null;
        String clean = text.replaceAll("\\p{Cntrl}", "").strip();
        if (clean.isEmpty()) return null;
        return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean;
    }
}

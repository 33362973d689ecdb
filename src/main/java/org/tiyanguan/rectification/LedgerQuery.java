package org.tiyanguan.rectification;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** What is asked of the ledger's list, all of it in the page's address; what is left out is null or its default. */
record LedgerQuery(
        String q,
        String state,
        String department,
        FindingKind kind,
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
        return q != null || state != null || department != null || kind != null || overdue;
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
        Map<String, Object> values = new LinkedHashMap<>();
        if (q != null) values.put("q", q);
        if (state != null) values.put("state", state);
        if (department != null) values.put("department", department);
        if (kind != null) values.put("kind", kind);
        if (overdue) values.put("overdue", true);
        if (by != Sort.REPORTED || way != Direction.DESC) {
            values.put("sort", by);
            values.put("dir", way);
        }
        if (page > 1) values.put("page", page);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/ledger");
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

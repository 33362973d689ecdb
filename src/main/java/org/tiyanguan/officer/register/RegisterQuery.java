package org.tiyanguan.officer.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tiyanguan.officer.OfficerCategory;

/**
 * What is asked of the register, all of it in the page's address; what is left out is null or its default.
 *
 * @param q part of a name
 * @param unit the group of the recommending unit
 * @param within days, today included, in which the term of somebody who serves ends
 * @param page the first is 1
 */
record RegisterQuery(
        @Nullable String q,
        @Nullable OfficerCategory category,
        @Nullable Standing state,
        @Nullable String unit,
        @Nullable Integer within,
        List<RegisterColumn> cols,
        Integer page) {

    private static final int LONGEST_TEXT = 100;
    private static final int MOST_DAYS = 3660;

    RegisterQuery {
        q = clean(q);
        unit = clean(unit);
        cols = cols == null
                ? List.of()
                : cols.stream().filter(Objects::nonNull).distinct().toList();
        if (RegisterColumn.areUsual(cols)) cols = List.of();
        if (page == null) page = 1;
    }

    /** What is asked for otherwise comes from nobody's link. */
    boolean makesSense() {
        return page >= 1
                && page <= 1_000_000
                && (within == null || within >= 0 && within <= MOST_DAYS)
                && (q == null || q.length() <= LONGEST_TEXT);
    }

    public boolean isFiltered() {
        return !conditions().isEmpty();
    }

    public String pageAt(int number) {
        Map<String, Object> values = conditions();
        if (!cols.isEmpty())
            values.put("cols", String.join(",", cols.stream().map(Enum::name).toList()));
        if (number > 1) values.put("page", number);
        return address("/officers", values);
    }

    /** The address of the same list as a file, with the same columns. */
    public String file() {
        Map<String, Object> values = conditions();
        if (!cols.isEmpty())
            values.put("cols", String.join(",", cols.stream().map(Enum::name).toList()));
        return address("/officers.xlsx", values);
    }

    private Map<String, Object> conditions() {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "q", q);
        put(values, "category", category);
        put(values, "state", state);
        put(values, "unit", unit);
        put(values, "within", within);
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) values.put(name, value);
    }

    private static String address(String path, Map<String, Object> values) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.replace("\0", "").strip();
    }
}

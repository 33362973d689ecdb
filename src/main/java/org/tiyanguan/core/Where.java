package org.tiyanguan.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a query, all of which must hold, and the values of its named parameters. */
public final class Where {

    /** It begins with one that holds for each row, so that a query can always go on with "and". */
    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));

    private final Map<String, Object> values = new HashMap<>();

    public Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    /**
     * Adds a condition unless the value that it asks for is null. The database knows an enum's value by its name.
     *
     * @param name the condition's parameter
     */
    public Where and(String condition, String name, @Nullable Object value) {
        return value == null ? this : and(condition).value(name, value);
    }

    /** Sets a parameter that other conditions name. */
    public Where value(String name, Object value) {
        values.put(name, value instanceof Enum<?> one ? one.name() : value);
        return this;
    }

    public Map<String, Object> values() {
        return values;
    }

    /** Returns the clause, with a space before it. */
    public String sql() {
        return " where " + String.join(" and ", conditions);
    }
}

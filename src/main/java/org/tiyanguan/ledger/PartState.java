package org.tiyanguan.ledger;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How far a department's part of an entry is, and which parts count: the one place that says so, in Java and for rows
 * of {@code rectification_part} in SQL. PostgreSQL finds an index only by the condition it was made for, so the states
 * stand in the order of the migrations.
 */
public enum PartState {
    ACCEPT,
    RECTIFY,
    DONE,
    /** The department gave it back. */
    SENT_BACK,
    /** The centre gave it to another department. */
    TRANSFERRED,
    /** It ended with its case. */
    WITHDRAWN;

    /** Whether the department still has to do something. */
    public boolean isOpen() {
        return this == ACCEPT || this == RECTIFY;
    }

    /** Whether it is the department's own to see, also when it ended with its case. */
    public boolean isOwn() {
        return this != SENT_BACK && this != TRANSFERRED;
    }

    /** Whether it counts: whoever names an entry's departments, its cards or its figures leaves out all others. */
    public boolean isEffective() {
        return isOwn() && this != WITHDRAWN;
    }

    /** As {@link #isOpen}, of rows that the query calls {@code part}. */
    public static String open(String part) {
        return part + ".state in " + list(PartState::isOpen);
    }

    /** As {@link #isOwn}, in SQL. */
    public static String own(String part) {
        return part + ".state not in " + list(state -> !state.isOwn());
    }

    /** As {@link #isEffective}, in SQL. */
    public static String effective(String part) {
        return part + ".state not in " + list(state -> !state.isEffective());
    }

    private static String list(Predicate<PartState> which) {
        return Arrays.stream(values())
                .filter(which)
                .map(state -> "'" + state + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }
}

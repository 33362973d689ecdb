package org.tiyanguan.ledger.list;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.ledger.Viewer;

/** The columns that the ledger's list can have, in their order; their labels: {@code column.*}. */
enum LedgerColumn {
    NUMBER(true, false),
    TITLE(true, false),
    KIND(true, false),
    TOPIC(false, false),
    URGENCY(false, false),
    ITEM(false, false),
    PLACE(false, false),
    DEPARTMENTS(true, false),
    STATE(true, false),
    DEADLINE(true, false),
    CARD(true, false),
    CHANNEL(false, true),
    MODE(false, true),
    CATEGORY(false, true),
    OCCURRED(false, false),
    REPORTED(true, false),
    CLOSED(false, false),
    OUTCOME(false, false),
    RATING(false, false),
    RELAPSE(false, false),
    LOOK_BACK(false, false);

    private final boolean usual;
    private final boolean whole;

    /**
     * @param usual shown unless somebody chooses otherwise
     * @param whole only for who sees everything
     */
    LedgerColumn(boolean usual, boolean whole) {
        this.usual = usual;
        this.whole = whole;
    }

    /** Returns the columns that the viewer may choose from. */
    static List<LedgerColumn> of(Viewer viewer) {
        return Arrays.stream(values())
                .filter(column -> viewer.seesEverything() || !column.whole)
                .toList();
    }

    /**
     * Returns the columns that the viewer chose, or the usual ones; each line has its number, which leads to the entry.
     */
    static List<LedgerColumn> shown(Viewer viewer, List<LedgerColumn> chosen) {
        return of(viewer).stream()
                .filter(column -> chosen.isEmpty() ? column.usual : column == NUMBER || chosen.contains(column))
                .toList();
    }

    /** Whether they are those that are shown anyway. */
    static boolean areUsual(List<LedgerColumn> chosen) {
        return Arrays.stream(values()).allMatch(column -> column.usual == chosen.contains(column));
    }

    /** Whether what it says fits on one line. */
    boolean isShort() {
        return this != ITEM && this != PLACE && this != DEPARTMENTS;
    }

    /** What the list is sorted by when this column's head is followed; null where it cannot be. */
    public @Nullable String sort() {
        return switch (this) {
            case NUMBER, DEADLINE, REPORTED -> name();
            default -> null;
        };
    }
}

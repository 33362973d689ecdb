package org.tiyanguan.rectification.bulk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One act of the centre on many entries, and how far it is. {@code department} is where they are transferred to,
 * {@code until} the new last day; both are null for other acts. {@code done} and {@code refused} are of {@code total}.
 */
record BulkAct(
        String number,
        Kind act,
        String reason,
        @Nullable String department,
        @Nullable LocalDate until,
        String askedBy,
        LocalDateTime askedAt,
        @Nullable LocalDateTime endedAt,
        int total,
        int done,
        int refused) {

    enum Kind {
        URGE,
        TRANSFER,
        EXTEND,
        RECOUNT
    }

    /** To whom a transfer gives the parts. */
    String toDepartment() {
        return Objects.requireNonNull(department, "no transfer");
    }

    /** Until when an extension moves the deadlines. */
    LocalDate newDay() {
        return Objects.requireNonNull(until, "no extension");
    }

    public boolean isRunning() {
        return endedAt == null;
    }

    public int worked() {
        return done + refused;
    }

    /** Quarters of the work, in per cent: what is said aloud. */
    public int quarters() {
        return worked() * 4 / total * 25;
    }
}

package org.tiyanguan.ledger;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One department's part of one entry in one round; days are working days. */
public record Part(
        long id,
        String number,
        String department,
        int round,
        String instruction,
        PartState state,
        LocalDateTime assignedAt,
        int acceptDays,
        int rectifyDays,
        int remindDays,
        LocalDateTime acceptBy,
        LocalDateTime deadline,
        @Nullable String handler,
        int timesSentBack,
        boolean binding,
        @Nullable String extension,
        @Nullable LocalDate extensionUntil,
        @Nullable String extensionReason,
        @Nullable String result,
        @Nullable LocalDateTime acceptedAt,
        @Nullable LocalDateTime doneAt,
        @Nullable Card card) {

    /** Returns the part as the department reads it. */
    Part with(UnaryOperator<String> text) {
        return new Part(
                id,
                number,
                department,
                round,
                text.apply(instruction),
                state,
                assignedAt,
                acceptDays,
                rectifyDays,
                remindDays,
                acceptBy,
                deadline,
                handler,
                timesSentBack,
                binding,
                extension,
                extensionUntil,
                text.apply(extensionReason),
                text.apply(result),
                acceptedAt,
                doneAt,
                card);
    }

    /** Until when the department wants it; one that asked for more time said so. */
    public LocalDate askedUntil() {
        return Objects.requireNonNull(extensionUntil, "no extension asked for");
    }

    /** Why the department wants more time; one that asked for it said so. */
    public String askedWhy() {
        return Objects.requireNonNull(extensionReason, "no extension asked for");
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    public boolean isOwn() {
        return state.isOwn();
    }

    public boolean isEffective() {
        return state.isEffective();
    }

    /** An extension may be asked for once (DOMAIN.md, process 4). */
    public boolean mayAskExtension() {
        return extension == null;
    }
}

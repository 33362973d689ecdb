package org.tiyanguan.ledger;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;

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
        String handler,
        int timesSentBack,
        boolean binding,
        String extension,
        LocalDate extensionUntil,
        String extensionReason,
        String result,
        LocalDateTime acceptedAt,
        LocalDateTime doneAt,
        Card card) {

    /** As the department reads it. */
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

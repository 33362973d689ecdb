package org.tiyanguan.rectification;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** One department's part of one entry in one round; days are working days. */
record Part(
        long id,
        String number,
        String department,
        int round,
        String instruction,
        State state,
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
        String card) {

    enum State {
        ACCEPT,
        RECTIFY,
        DONE,
        SENT_BACK,
        TRANSFERRED,
        WITHDRAWN
    }

    /** Whether it is the department's own: not what it sent back, nor what the centre gave to another one. */
    boolean isOwn() {
        return state != State.SENT_BACK && state != State.TRANSFERRED;
    }

    boolean isOpen() {
        return state == State.ACCEPT || state == State.RECTIFY;
    }

    /** An extension may be asked for once (DOMAIN.md, process 4). */
    boolean mayAskExtension() {
        return extension == null;
    }
}

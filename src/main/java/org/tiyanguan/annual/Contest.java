package org.tiyanguan.annual;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A case that a department contests, and what the centre answers. */
public record Contest(
        long id,
        long checkId,
        String ledger,
        String reason,
        LocalDateTime contestedAt,
        @Nullable Answer answer,
        @Nullable String answerReason,
        @Nullable LocalDateTime answeredAt) {

    public enum Answer {
        /** The ledger was put right; the figures are counted again. */
        CORRECTED,
        STANDS
    }

    public boolean isOpen() {
        return answer == null;
    }
}

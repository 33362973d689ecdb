package org.tiyanguan.practice;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A finding about the same problem after the practice was published; {@code decision} is null until the centre decides.
 */
public record Relapse(
        long id,
        String practice,
        String ledger,
        LocalDateTime notedAt,
        @Nullable Decision decision,
        @Nullable String note,
        @Nullable LocalDateTime decidedAt) {

    public enum Decision {
        STAYS,
        REVISE,
        WITHDRAW
    }
}

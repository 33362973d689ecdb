package org.tiyanguan.annual;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A department's look at its figures; {@code name} is the one that it had then. */
public record Check(
        long id,
        String number,
        String department,
        String name,
        @Nullable Outcome outcome,
        @Nullable LocalDateTime settledAt) {

    public enum Outcome {
        AGREED,
        /** Silence agrees. */
        SILENT
    }
}

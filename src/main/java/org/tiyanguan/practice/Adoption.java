package org.tiyanguan.practice;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What another department did about a practice (举一反三); {@code answer} is null until it says so. */
public record Adoption(
        long id,
        String practice,
        String department,
        LocalDateTime askedAt,
        LocalDateTime due,
        @Nullable Answer answer,
        @Nullable String note,
        @Nullable String answeredBy,
        @Nullable LocalDateTime answeredAt) {

    public enum Answer {
        APPLIED,
        ALREADY,
        NOT_APPLICABLE
    }
}

package org.tiyanguan.annual;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What an officer says of the year, and what the centre answers; {@code text} is null where nothing was said. */
public record AnnualOpinion(
        long id,
        String number,
        String account,
        @Nullable String text,
        @Nullable LocalDateTime saidAt,
        @Nullable Adoption adoption,
        @Nullable String answer,
        @Nullable LocalDateTime answeredAt) {

    public enum Adoption {
        ADOPTED,
        PARTLY,
        DECLINED
    }

    public boolean isUnanswered() {
        return text != null && adoption == null;
    }
}

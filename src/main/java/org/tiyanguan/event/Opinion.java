package org.tiyanguan.event;

import java.time.LocalDateTime;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said at an event. {@code speaker} is their invitation; {@code finding} is what the centre filled in for
 * the ledger, as JSON, until it stands there; {@code ledger} or {@code answer} is what became of it.
 */
public record Opinion(
        long id,
        String event,
        long speaker,
        Kind kind,
        String text,
        @Nullable String finding,
        @Nullable String ledger,
        @Nullable String answer,
        @Nullable LocalDateTime settledAt) {

    /** {@code QUESTION}: one that was asked with the reply and had no answer when the event began. */
    public enum Kind {
        PROBLEM,
        SUGGESTION,
        QUESTION
    }

    /** The same with its texts as somebody may read them. */
    public Opinion with(UnaryOperator<String> readable) {
        return new Opinion(
                id,
                event,
                speaker,
                kind,
                readable.apply(text),
                null,
                ledger,
                answer == null ? null : readable.apply(answer),
                settledAt);
    }
}

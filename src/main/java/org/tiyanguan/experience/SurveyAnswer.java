package org.tiyanguan.experience;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered in a survey, as its officer may read it: {@code wishes} says whether they wish an answer, and
 * the address stays hidden. {@code finding} is the ledger number of what the officer made of it, or null.
 */
public record SurveyAnswer(
        long id,
        LocalDateTime answeredAt,
        @Nullable String text,
        boolean wishes,
        @Nullable String finding) {}

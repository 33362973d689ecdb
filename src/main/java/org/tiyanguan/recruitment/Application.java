package org.tiyanguan.recruitment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.officer.OfficerCategory;

/**
 * One candidate's application. {@code noticeLine} is its line in the public notice (null before), {@code reason} is
 * what a refused or lapsed one was told. Once it is erased, nothing says whose it was, and all fields of {@code person}
 * are null.
 */
public record Application(
        String number,
        String callNumber,
        ApplicationKind kind,
        @Nullable String unit,
        @Nullable OfficerCategory category,
        ApplicationState state,
        Annex person,
        @Nullable String unitOpinion,
        @Nullable String unitOpinionBy,
        @Nullable LocalDate unitOpinionOn,
        @Nullable String centerOpinion,
        @Nullable String centerOpinionBy,
        @Nullable LocalDate centerOpinionOn,
        @Nullable Integer noticeLine,
        @Nullable String missing,
        @Nullable LocalDateTime completeBy,
        @Nullable String reason,
        LocalDateTime submittedAt,
        @Nullable LocalDateTime settledAt,
        @Nullable LocalDateTime erasedAt) {

    /** Whether it takes one of the call's places of that category. */
    boolean takesPlaceOf(OfficerCategory place) {
        return category == place && (state == ApplicationState.SHORTLIST || state == ApplicationState.APPOINTED);
    }

    /** A field of the annex, of the person's or of the unit's opinion, as forms hold it; null if it is empty. */
    public @Nullable String value(String field) {
        return switch (field) {
            case "unitOpinion" -> unitOpinion;
            case "unitOpinionBy" -> unitOpinionBy;
            default -> person.value(field);
        };
    }

    /** By when it has to be complete; one that was sent back knows it. */
    public LocalDateTime completionDue() {
        return Objects.requireNonNull(completeBy, "not sent back");
    }

    public boolean isSelf() {
        return kind == ApplicationKind.SELF;
    }
}

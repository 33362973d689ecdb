package org.tiyanguan.recruitment;

import java.time.LocalDate;
import java.time.LocalDateTime;
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
        String unit,
        OfficerCategory category,
        ApplicationState state,
        Annex person,
        String unitOpinion,
        String unitOpinionBy,
        LocalDate unitOpinionOn,
        String centerOpinion,
        String centerOpinionBy,
        LocalDate centerOpinionOn,
        Integer noticeLine,
        String missing,
        LocalDateTime completeBy,
        String reason,
        LocalDateTime submittedAt,
        LocalDateTime settledAt,
        LocalDateTime erasedAt) {

    /** Whether it takes one of the call's places of that category. */
    boolean takesPlaceOf(OfficerCategory place) {
        return category == place && (state == ApplicationState.SHORTLIST || state == ApplicationState.APPOINTED);
    }

    /** A field of the annex, of the person's or of the unit's opinion, as forms hold it; null if it is empty. */
    public String value(String field) {
        return switch (field) {
            case "unitOpinion" -> unitOpinion;
            case "unitOpinionBy" -> unitOpinionBy;
            default -> person.value(field);
        };
    }

    public boolean isSelf() {
        return kind == ApplicationKind.SELF;
    }
}

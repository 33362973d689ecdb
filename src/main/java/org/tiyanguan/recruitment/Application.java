package org.tiyanguan.recruitment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.tiyanguan.officer.OfficerCategory;

/**
 * One candidate's application with the fields of annex 1 or 2. {@code noticeLine} is its line in the public notice
 * (null before), {@code reason} what a refused or lapsed one was told; once it is erased nothing says whose it was.
 */
public record Application(
        String number,
        String callNumber,
        ApplicationKind kind,
        String unit,
        OfficerCategory category,
        ApplicationState state,
        String name,
        String gender,
        LocalDate birthDate,
        String ethnicity,
        String education,
        String politics,
        String health,
        String phone,
        String email,
        String employer,
        String jobTitle,
        String address,
        String resume,
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

    public boolean isSelf() {
        return kind == ApplicationKind.SELF;
    }
}

package org.tiyanguan.calendar;

import java.util.Arrays;
import java.util.Optional;

/** How a listed day differs from the week: off (放假), or a weekend day moved to work (调休上班). */
enum DayKind {
    HOLIDAY("holiday"),
    WORKDAY("workday");

    private final String code;

    DayKind(String code) {
        this.code = code;
    }

    /** As the table and the CSV write it. */
    String code() {
        return code;
    }

    static Optional<DayKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}

package org.tiyanguan.rectification.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in to act on many entries at once, as it came: anything may be missing or wrong. {@code which}
 * is {@code CHOSEN} for the numbers or {@code ALL} for what the list's filter finds; {@code matching} is how many that
 * were when the page was shown.
 */
record BulkForm(
        @Nullable String act,
        @Nullable String which,
        List<String> number,
        @Nullable Integer matching,
        @Nullable String toDepartment,
        String untilDay,
        @Nullable String reason) {

    static final String CHOSEN = "CHOSEN";
    static final String ALL = "ALL";

    BulkForm {
        number = number == null ? List.of() : number.stream().distinct().toList();
        untilDay = untilDay == null ? "" : untilDay;
    }
}

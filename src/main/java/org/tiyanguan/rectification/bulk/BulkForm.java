package org.tiyanguan.rectification.bulk;

import java.util.List;

/**
 * What somebody filled in to act on many entries at once, as it came: anything may be missing or wrong. {@code which}
 * is {@code CHOSEN} for the numbers or {@code ALL} for what the list's filter finds; {@code matching} is how many that
 * were when the page was shown.
 */
record BulkForm(
        String act,
        String which,
        List<String> number,
        Integer matching,
        String toDepartment,
        String untilDay,
        String reason) {

    static final String CHOSEN = "CHOSEN";
    static final String ALL = "ALL";

    BulkForm {
        number = number == null ? List.of() : number.stream().distinct().toList();
        untilDay = untilDay == null ? "" : untilDay;
    }
}

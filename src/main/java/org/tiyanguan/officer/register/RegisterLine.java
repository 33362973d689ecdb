package org.tiyanguan.officer.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.officer.Merits.Merit;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.VisitCounts.Visited;

/**
 * A line of the register with what was counted for it.
 *
 * @param merit of this year
 * @param unit the recommending unit's name
 * @param ties the names of the departments that the officer said to keep away from
 */
record RegisterLine(Listed listed, @Nullable String unit, Merit merit, Visited visited, List<String> ties) {

    /** A text, a number, a day or an enum of which the text is the label; null where there is nothing. */
    public @Nullable Object value(RegisterColumn column) {
        Officer officer = listed.officer();
        return switch (column) {
            case NAME -> listed.name();
            case CATEGORY -> officer == null ? null : officer.category();
            case UNIT -> unit;
            case FROM -> officer == null ? null : officer.termFrom();
            case UNTIL -> officer == null ? null : officer.termUntil();
            case STATE -> listed.standing();
            case LETTER -> officer == null ? null : officer.letter();
            case POINTS -> merit.points();
            case ATTENDANCE -> merit.attendance();
            case ASSIGNMENTS -> visited.assignments();
            case LAST -> visited.last();
            case FINDINGS -> merit.of("findings");
            case ACCEPTED -> merit.of("accepted");
            case RECTIFIED -> merit.of("rectified");
            case TIES -> ties.isEmpty() ? null : String.join("、", ties);
        };
    }
}

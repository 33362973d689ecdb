package org.tiyanguan.security;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or whoever has a role, is away, and another acts for them; both days are inclusive.
 *
 * @param absent an account; null where it is a role's
 * @param roleGroup the role; null where it is a person's
 * @param endedAt when somebody ended it early
 */
public record Absence(
        long id,
        @Nullable String absent,
        @Nullable String roleGroup,
        String deputy,
        LocalDate firstDay,
        LocalDate lastDay,
        String setBy,
        @Nullable LocalDateTime endedAt) {

    public boolean isOn(LocalDate day) {
        return endedAt == null && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    public boolean overlaps(LocalDate from, LocalDate until) {
        return endedAt == null && !until.isBefore(firstDay) && !from.isAfter(lastDay);
    }

    /** The account or the group. */
    public String whose() {
        return absent != null ? absent : Objects.requireNonNull(roleGroup);
    }
}

package org.tiyanguan.experience;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.officer.ExperienceMode;

/**
 * A planned experience (体验任务). {@code items} are the checklist's, a line each; {@code draws} is how many officers were
 * to be drawn, null where they were named. Both days are included; {@code reason} says why it was withdrawn.
 * {@code lookBack} is the number of the ledger entry that it looks back on, null for all others.
 */
public record Assignment(
        String number,
        State state,
        String title,
        ExperienceMode mode,
        @Nullable VisitKind visitKind,
        @Nullable String department,
        @Nullable String place,
        @Nullable String serviceItem,
        @Nullable String instruction,
        @Nullable String items,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Integer draws,
        String plannedBy,
        LocalDateTime plannedAt,
        @Nullable LocalDateTime endedAt,
        @Nullable String reason,
        @Nullable String lookBack) {

    public enum State {
        PLAN,
        RUNNING,
        ENDED,
        WITHDRAWN
    }

    /** The first day; what was sent out has one. */
    public LocalDate begin() {
        return Objects.requireNonNull(firstDay, "not planned yet");
    }

    /** The last day; what was sent out has one. */
    public LocalDate end() {
        return Objects.requireNonNull(lastDay, "not planned yet");
    }

    /** The entry that it looks back on. */
    public String lookedBackOn() {
        return Objects.requireNonNull(lookBack, "it looks back on nothing");
    }

    public List<String> itemList() {
        return items == null ? List.of() : items.lines().toList();
    }
}

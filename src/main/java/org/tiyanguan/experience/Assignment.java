package org.tiyanguan.experience;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.tiyanguan.officer.ExperienceMode;

/**
 * A planned experience (体验任务). {@code items} are the checklist's, a line each; {@code draws} is how many officers were
 * to be drawn, null where they were named. Both days are included; {@code reason} says why it was withdrawn.
 */
public record Assignment(
        String number,
        State state,
        String title,
        ExperienceMode mode,
        VisitKind visitKind,
        String department,
        String place,
        String serviceItem,
        String instruction,
        String items,
        LocalDate firstDay,
        LocalDate lastDay,
        Integer draws,
        String plannedBy,
        LocalDateTime plannedAt,
        LocalDateTime endedAt,
        String reason) {

    public enum State {
        PLAN,
        RUNNING,
        ENDED,
        WITHDRAWN
    }

    public List<String> itemList() {
        return items == null ? List.of() : items.lines().toList();
    }
}

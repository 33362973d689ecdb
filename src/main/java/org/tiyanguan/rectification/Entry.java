package org.tiyanguan.rectification;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** A ledger entry (台账): one finding from its report to its answer. Who reported it is not part of it. */
record Entry(
        String number,
        FindingKind kind,
        Topic topic,
        String title,
        String description,
        String place,
        LocalDate occurredOn,
        String serviceItem,
        Urgency urgency,
        Channel channel,
        EntryState state,
        Outcome outcome,
        String mergedInto,
        boolean needsOthers,
        boolean objected,
        Integer rating,
        String answer,
        LocalDateTime reportedAt,
        LocalDateTime closedAt) {}

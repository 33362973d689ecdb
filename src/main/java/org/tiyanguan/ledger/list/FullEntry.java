package org.tiyanguan.ledger.list;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.ledger.Card;
import org.tiyanguan.ledger.Channel;
import org.tiyanguan.ledger.FindingKind;
import org.tiyanguan.ledger.LookBack;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.ledger.Urgency;
import org.tiyanguan.officer.ExperienceMode;

/**
 * All that a viewer may read of an entry in one go, without who reported it.
 *
 * @param state the entry's, or for a department that of its own part
 * @param departments their codes, separated by commas
 */
public record FullEntry(
        String number,
        FindingKind kind,
        @Nullable Topic topic,
        Urgency urgency,
        String title,
        String description,
        String place,
        LocalDate occurredOn,
        String serviceItem,
        Channel channel,
        @Nullable ExperienceMode mode,
        String state,
        @Nullable Outcome outcome,
        @Nullable LocalDateTime deadline,
        @Nullable Card card,
        @Nullable Integer rating,
        LocalDateTime reportedAt,
        @Nullable LocalDateTime closedAt,
        @Nullable String relapseOf,
        boolean relapsed,
        @Nullable LookBack lookBack,
        @Nullable LocalDateTime lookedBackAt,
        @Nullable String answer,
        @Nullable String departments) {}

package org.tiyanguan.event;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When an event is, and by when those invited reply; {@code dayOffReason} is why it is on a day off, null on working
 * days.
 */
public record Times(
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        LocalDateTime replyDue,
        @Nullable String dayOffReason) {}

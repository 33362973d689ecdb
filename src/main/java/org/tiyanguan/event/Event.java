package org.tiyanguan.event;

import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A training or meeting. {@code sequence} counts how often the invitation changed, as calendars do; {@code secret} is
 * what the codes at the door are made of; {@code remark} is why the leader sent the plan back, {@code reason} why it
 * was postponed or cancelled; {@code minutesUntil} is when silence about the minutes agrees to them.
 */
public record Event(
        String number,
        State state,
        EventKind kind,
        String title,
        @Nullable String place,
        @Nullable LocalDateTime startsAt,
        @Nullable LocalDateTime endsAt,
        @Nullable LocalDateTime replyDue,
        @Nullable Integer capacity,
        @Nullable String agenda,
        @Nullable String dayOffReason,
        @Nullable String remark,
        @Nullable String reason,
        int sequence,
        String secret,
        @Nullable String minutes,
        @Nullable LocalDateTime minutesUntil,
        String plannedBy,
        LocalDateTime plannedAt,
        @Nullable LocalDateTime endedAt) {

    public enum State {
        PLAN,
        APPROVAL,
        INVITED,
        HELD,
        CLOSED,
        CANCELLED,
        DROPPED;

        /** Whether it took place. */
        public boolean isHeld() {
            return this == HELD || this == CLOSED;
        }

        /** Whether those invited know of it. */
        public boolean isAnnounced() {
            return this == INVITED || this == CANCELLED || isHeld();
        }
    }

    /** When it begins; what was planned has such a time. */
    public LocalDateTime begin() {
        return Objects.requireNonNull(startsAt, "not planned yet");
    }

    /** When it is over; what was planned has such a time. */
    public LocalDateTime end() {
        return Objects.requireNonNull(endsAt, "not planned yet");
    }

    /** By when those invited reply; what was planned has such a time. */
    public LocalDateTime replyBy() {
        return Objects.requireNonNull(replyDue, "not planned yet");
    }

    /** Where it is; what was planned has a place. */
    public String where() {
        return Objects.requireNonNull(place, "not planned yet");
    }
}

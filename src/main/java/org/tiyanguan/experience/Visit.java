package org.tiyanguan.experience;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One officer's part of an assignment; {@code reason} says why it was declined or withdrawn. */
public record Visit(
        long id,
        String assignment,
        String officer,
        State state,
        boolean drawn,
        @Nullable String reason,
        LocalDateTime invitedAt,
        @Nullable LocalDateTime settledAt) {

    public enum State {
        INVITED,
        ACCEPTED,
        DECLINED,
        SENT,
        LAPSED,
        WITHDRAWN;

        public boolean isOpen() {
            return this == INVITED || this == ACCEPTED;
        }
    }
}

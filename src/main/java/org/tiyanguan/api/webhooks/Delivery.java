package org.tiyanguan.api.webhooks;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One message to one system; {@code outcome} says what came of the last try, in words. */
record Delivery(
        long id,
        String message,
        long client,
        WebhookEvent event,
        @Nullable String number,
        String body,
        LocalDateTime madeAt,
        State state,
        int attempts,
        @Nullable LocalDateTime triedAt,
        @Nullable String outcome) {

    public boolean isRetrying() {
        return state == State.WAITING && attempts > 0;
    }

    enum State {
        WAITING,
        SENT,
        /** The key was withdrawn, or the webhook removed, before it could be sent. */
        DROPPED
    }
}

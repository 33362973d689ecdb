package org.tiyanguan.api.webhooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.ledger.EntryState;

/** What another system can ask to hear of: that an entry reached a state, also when it reaches it again. */
public enum WebhookEvent {
    RECEIVED(EntryState.TRIAGE),
    ACCEPTED(EntryState.ASSIGN),
    ASSIGNED(EntryState.RECTIFY),
    RECTIFIED(EntryState.VERIFY),
    VERIFIED(EntryState.CONFIRM),
    MERGED(EntryState.MERGED),
    CLOSED(EntryState.CLOSED),
    /** Sent by the administrator's button, of no entry. */
    TEST(null);

    private final @Nullable EntryState state;

    WebhookEvent(@Nullable EntryState state) {
        this.state = state;
    }

    static WebhookEvent of(EntryState state) {
        return Arrays.stream(values())
                .filter(event -> event.state == state)
                .findFirst()
                .orElseThrow();
    }

    /** Of an entry's, by name. */
    static Optional<WebhookEvent> named(String name) {
        return Arrays.stream(values())
                .filter(event -> event.isOfEntry() && event.name().equals(name))
                .findFirst();
    }

    public boolean isOfEntry() {
        return state != null;
    }

    /** As the message says it: {@code entry.closed}, for instance. */
    String type() {
        return (isOfEntry() ? "entry." : "webhook.") + name().toLowerCase(Locale.ROOT);
    }
}

package org.tiyanguan.notification;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What one person was told; {@code recipient} is an account, or null when only an address is known. */
record Notice(
        long id,
        String number,
        String template,
        String recipient,
        String address,
        String data,
        LocalDateTime createdAt,
        LocalDateTime mailedAt,
        LocalDateTime readAt,
        @Nullable Long mailing,
        @Nullable String mailId,
        @Nullable LocalDateTime refusedAt,
        @Nullable String refusal) {

    /** The notice by which its job knows what it mails. */
    long first() {
        return mailing == null ? id : mailing;
    }

    /**
     * What no other mail is called, here or elsewhere, and what this one is called each time that it is sent. Mails
     * that were told before there was such a name keep the one that they may have been sent under.
     */
    String identity() {
        return "notice-" + (mailId == null ? id : mailId);
    }
}

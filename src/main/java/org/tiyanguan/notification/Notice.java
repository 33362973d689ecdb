package org.tiyanguan.notification;

import java.time.LocalDateTime;

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
        LocalDateTime readAt) {}

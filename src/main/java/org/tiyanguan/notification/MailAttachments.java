package org.tiyanguan.notification;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that a feature adds to mails of its notices, made when the mail is written. */
public interface MailAttachments {

    record Attachment(String name, String type, byte[] content) {}

    /**
     * A mail about to be sent; {@code from} and {@code to} are bare addresses, {@code number} is the case's, or null.
     */
    record Mailed(String template, @Nullable String number, String from, String to) {}

    /** Empty for mails that have none. */
    Optional<Attachment> of(Mailed mail);
}

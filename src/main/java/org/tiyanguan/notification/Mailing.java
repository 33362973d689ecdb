package org.tiyanguan.notification;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.TransactionScope;

/** The mails of one transaction: what it has to say about one case goes out in one job. */
@Component
@Scope(scopeName = TransactionScope.NAME, proxyMode = ScopedProxyMode.TARGET_CLASS)
class Mailing {

    /**
     * A mail server that hangs at each of them (see spring.mail.properties) is done with before the job's lock ends.
     */
    private static final int MOST = 5;

    private static class Batch {
        private final long first;
        private int mails = 1;

        Batch(long first) {
            this.first = first;
        }
    }

    /** By the case's number, or null. */
    private final Map<@Nullable String, Batch> batches = new HashMap<>();

    /** Joins one more mail to those about the case; null if it must begin a job of its own. */
    @Nullable
    Long join(@Nullable String number) {
        Batch batch = batches.get(number);
        if (batch == null || batch.mails == MOST) return null;
        batch.mails++;
        return batch.first;
    }

    /** @param notice the first that is mailed, by which the job knows the others */
    void begin(@Nullable String number, long notice) {
        batches.put(number, new Batch(notice));
    }
}

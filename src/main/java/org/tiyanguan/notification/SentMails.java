package org.tiyanguan.notification;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tiyanguan.engine.OwnTransaction;

/**
 * Knows which mails this node has handed over while the database does not know it yet: it may stop just then, and the
 * job would mail them once more. They are noted as soon as it is back, long before another node may have the job.
 */
@Component
class SentMails {

    private static final Logger LOG = LoggerFactory.getLogger(SentMails.class);

    private final Map<String, List<Long>> unnoted = new ConcurrentHashMap<>();
    private final Notices notices;
    private final OwnTransaction ownTransaction;

    SentMails(Notices notices, OwnTransaction ownTransaction) {
        this.notices = notices;
        this.ownTransaction = ownTransaction;
    }

    boolean has(List<Notice> mail) {
        return unnoted.containsKey(key(mail));
    }

    void add(List<Notice> mail) {
        unnoted.put(key(mail), ids(mail));
    }

    /** At once, whatever becomes of the job. */
    void note(List<Notice> mail) {
        note(key(mail));
    }

    /** With the job, which ends now: it costs no transaction of its own. */
    void noteWithJob(List<Notice> mail) {
        notices.markAsSent(ids(mail));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                unnoted.remove(key(mail));
            }
        });
    }

    /** What could not be noted when it was sent. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void noteRest() {
        try {
            unnoted.keySet().forEach(this::note);
        } catch (RuntimeException e) {
            LOG.debug("mails that were sent are noted later", e);
        }
    }

    private void note(String key) {
        List<Long> sent = unnoted.get(key);
        if (sent == null) return;
        ownTransaction.run(() -> notices.markAsSent(sent));
        unnoted.remove(key);
    }

    private static List<Long> ids(List<Notice> mail) {
        return mail.stream().map(Notice::id).toList();
    }

    private static String key(List<Notice> mail) {
        return mail.get(0).identity();
    }
}

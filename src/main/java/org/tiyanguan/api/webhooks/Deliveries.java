package org.tiyanguan.api.webhooks;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.api.ApiTexts;
import org.tiyanguan.api.keys.Clients;
import org.tiyanguan.core.Signs;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.engine.ReachesOutside;

/**
 * Sends messages to other systems, signed as Standard Webhooks has it (standardwebhooks.com); the process
 * {@code webhook} calls it in a job.
 */
@ForModels
@Component("deliveries")
public class Deliveries {

    /** What the table takes. */
    private static final int LONGEST_OUTCOME = 300;

    private static final int KEEP_DAYS = 90;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Clients clients;
    private final Webhooks webhooks;
    private final WebhookAddress addresses;
    private final ApiTexts texts;
    private final TransactionTemplate apart;

    Deliveries(
            JdbcClient jdbc,
            Clock clock,
            Clients clients,
            Webhooks webhooks,
            WebhookAddress addresses,
            ApiTexts texts,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.clients = clients;
        this.webhooks = webhooks;
        this.addresses = addresses;
        this.texts = texts;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Throws when the other system does not take the message; the job tries again later. Ends quietly when nobody waits
     * for it.
     */
    @ReachesOutside
    public void send(@OwnCase(Webhooks.class) long deliveryId) throws IOException {
        Delivery delivery = find(deliveryId);
        boolean known = clients.find(delivery.client())
                .filter(client -> !client.isWithdrawn())
                .isPresent();
        Optional<Webhooks.Webhook> webhook = webhooks.of(delivery.client()).filter(w -> known);
        if (webhook.isEmpty()) {
            note(delivery, Delivery.State.DROPPED, texts.of("delivery.dropped"));
            return;
        }
        try {
            int status = post(delivery, webhook.get());
            if (status / 100 != 2) throw new IOException("HTTP " + status);
            note(delivery, Delivery.State.SENT, "HTTP " + status);
        } catch (IOException failed) {
            // Apart, as the job is undone.
            String why = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
            apart.executeWithoutResult(status -> note(delivery, Delivery.State.WAITING, why));
            throw failed;
        }
    }

    /** What still waits stays. */
    @Scheduled(cron = "0 45 3 * * *", zone = "Asia/Shanghai")
    void eraseOld() {
        jdbc.sql("delete from webhook_delivery where state <> 'WAITING' and made_at < :before")
                .param("before", LocalDateTime.now(clock).minusDays(KEEP_DAYS))
                .update();
    }

    private Delivery find(long id) {
        return jdbc.sql("select * from webhook_delivery where id = :id")
                .param("id", id)
                .query(Delivery.class)
                .single();
    }

    private int post(Delivery delivery, Webhooks.Webhook webhook) throws IOException {
        long seconds = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "tiyanguan");
        headers.put("webhook-id", delivery.message());
        headers.put("webhook-timestamp", String.valueOf(seconds));
        headers.put("webhook-signature", Signature.of(webhook.secret(), delivery.message(), seconds, delivery.body()));
        try {
            // Again: what a name stands for changes.
            return WebhookCall.post(addresses.target(webhook.url()), headers, delivery.body());
        } catch (WebhookAddress.Closed closed) {
            throw new IOException(texts.of(closed.key()));
        }
    }

    private void note(Delivery delivery, Delivery.State state, String outcome) {
        jdbc.sql("""
                        update webhook_delivery set state = :state, attempts = attempts + 1, tried_at = :now, outcome = :outcome
                        where id = :id""")
                .param("state", state.name())
                .param("now", LocalDateTime.now(clock))
                .param("outcome", Signs.cut(outcome, LONGEST_OUTCOME))
                .param("id", delivery.id())
                .update();
    }
}

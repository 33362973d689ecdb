package org.tiyanguan.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ReachesOutside;

/**
 * Sends messages to other systems, signed as Standard Webhooks has it (standardwebhooks.com); the process {@code webhook}
 * calls it in a job.
 */
@ForModels
@Component("deliveries")
public class Deliveries {

    /** Together shorter than the engine's job lock, so that no message is sent twice at once. */
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    /** What the table takes. */
    private static final int LONGEST_OUTCOME = 300;

    private static final int SHOWN = 20;

    private static final int KEEP_DAYS = 90;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Clients clients;
    private final Webhooks webhooks;
    private final WebhookAddress addresses;
    private final Texts texts;
    private final TransactionTemplate apart;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Deliveries(
            JdbcClient jdbc,
            Clock clock,
            Clients clients,
            Webhooks webhooks,
            WebhookAddress addresses,
            Texts texts,
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

    /** Throws when the other system does not take the message; the job tries again later. Ends quietly when nobody waits for it. */
    @ReachesOutside
    public void send(long deliveryId) throws IOException, InterruptedException {
        Delivery delivery = find(deliveryId);
        boolean known = clients.find(delivery.client()).filter(client -> !client.isWithdrawn()).isPresent();
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

    /** The last to one system, the newest first. */
    List<Delivery> of(long client) {
        return jdbc.sql("select * from webhook_delivery where client = :client order by id desc limit " + SHOWN)
                .param("client", client)
                .query(Delivery.class)
                .list();
    }

    /** What still waits stays. */
    @Scheduled(cron = "0 45 3 * * *", zone = "Asia/Shanghai")
    void eraseOld() {
        jdbc.sql("delete from webhook_delivery where state <> 'WAITING' and made_at < :before")
                .param("before", LocalDateTime.now(clock).minusDays(KEEP_DAYS))
                .update();
    }

    private Delivery find(long id) {
        return jdbc.sql("select * from webhook_delivery where id = :id").param("id", id).query(Delivery.class).single();
    }

    private int post(Delivery delivery, Webhooks.Webhook webhook) throws IOException, InterruptedException {
        // Again: what a name stands for changes.
        String fault = addresses.fault(webhook.url());
        if (fault != null) throw new IOException(texts.of(fault));
        long seconds = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(URI.create(webhook.url()))
                .timeout(TO_ANSWER)
                .header("Content-Type", "application/json")
                .header("User-Agent", "tiyanguan")
                .header("webhook-id", delivery.message())
                .header("webhook-timestamp", String.valueOf(seconds))
                .header("webhook-signature", Signature.of(webhook.secret(), delivery.message(), seconds, delivery.body()))
                .POST(BodyPublishers.ofString(delivery.body()))
                .build();
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        // Nothing of the answer is read but its status: it may be endless.
        answer.body().close();
        return answer.statusCode();
    }

    private void note(Delivery delivery, Delivery.State state, String outcome) {
        jdbc.sql(
                        """
                        update webhook_delivery set state = :state, attempts = attempts + 1, tried_at = :now, outcome = :outcome
                        where id = :id""")
                .param("state", state.name())
                .param("now", LocalDateTime.now(clock))
                .param("outcome", outcome.length() > LONGEST_OUTCOME ? outcome.substring(0, LONGEST_OUTCOME) : outcome)
                .param("id", delivery.id())
                .update();
    }
}

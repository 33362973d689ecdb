package org.tiyanguan.api.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.api.ApiTexts;
import org.tiyanguan.api.Feed;
import org.tiyanguan.api.keys.Client;
import org.tiyanguan.api.keys.Clients;
import org.tiyanguan.core.CaseOf;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Tokens;
import org.tiyanguan.ledger.EntryMoved;
import org.tiyanguan.ledger.feed.FeedQuery;
import org.tiyanguan.ledger.feed.LedgerFeed;
import org.tiyanguan.security.KeyScope;

/**
 * Tells other systems that an entry moved, in the transaction in which it does: if that is undone, nobody is told. Each
 * message is an instance of the process {@code webhook}. A system hears of what it may read, and of nobody's personal
 * data.
 */
@Component
@Transactional
public class Webhooks implements CaseOf {

    private static final int SHOWN = 20;

    /** {@code events} by name, with commas. */
    public record Webhook(long client, String url, String events, String secret) {

        public Set<String> eventSet() {
            return Set.of(events.split(","));
        }
    }

    private record Hearer(long id, String events, String scopes) {

        boolean wants(WebhookEvent event) {
            return Arrays.asList(events.split(",")).contains(event.name());
        }

        boolean may(KeyScope scope) {
            return Arrays.asList(scopes.split(",")).contains(scope.name());
        }
    }

    private static final String SECRET_START = "whsec_";
    private static final int SECRET_BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RuntimeService runtime;
    private final LedgerFeed ledger;
    private final Clients clients;
    private final WebhookAddress addresses;
    private final Feed feed;
    private final ApiTexts texts;
    private final ObjectMapper json;

    Webhooks(
            JdbcClient jdbc,
            Clock clock,
            RuntimeService runtime,
            LedgerFeed ledger,
            Clients clients,
            WebhookAddress addresses,
            Feed feed,
            ApiTexts texts,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.runtime = runtime;
        this.ledger = ledger;
        this.clients = clients;
        this.addresses = addresses;
        this.feed = feed;
        this.texts = texts;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Optional<Webhook> of(long client) {
        return jdbc.sql("select * from webhook where client = :client")
                .param("client", client)
                .query(Webhook.class)
                .optional();
    }

    /**
     * Sets where the system wants to hear of what, and makes a new secret.
     *
     * @return the secret, which is shown once
     * @throws Refusal with a fault for each field that is wrong
     */
    public String set(Client client, String url, List<String> events) {
        List<String> known = events.stream()
                .filter(name -> WebhookEvent.named(name).isPresent())
                .distinct()
                .toList();
        String fault = addresses.fault(url);
        if (fault != null) throw new Refusal("url", texts.of(fault));
        if (known.isEmpty()) throw new Refusal("events", texts.of("webhook.fault.events"));
        String secret = SECRET_START + Base64.getEncoder().encodeToString(Tokens.bytes(SECRET_BYTES));
        jdbc.sql("delete from webhook where client = :client")
                .param("client", client.id())
                .update();
        jdbc.sql("insert into webhook (client, url, events, secret) values (:client, :url, :events, :secret)")
                .param("client", client.id())
                .param("url", url)
                .param("events", String.join(",", known))
                .param("secret", secret)
                .update();
        clients.log("webhook", client.name(), url);
        return secret;
    }

    public void remove(Client client) {
        int removed = jdbc.sql("delete from webhook where client = :client")
                .param("client", client.id())
                .update();
        if (removed > 0) clients.log("webhook-removed", client.name());
    }

    @EventListener
    void on(EntryMoved moved) {
        WebhookEvent event = WebhookEvent.of(moved.state());
        List<Hearer> hearers =
                hearers().stream().filter(hearer -> hearer.wants(event)).toList();
        for (Hearer hearer : hearers) {
            Optional<LedgerFeed.Line> own = entry(new FeedQuery().reportedBy(hearer.id), moved.number());
            boolean mayHear = hearer.may(KeyScope.LEDGER_READ) || own.isPresent() && hearer.may(KeyScope.FINDINGS_READ);
            if (!mayHear) continue;
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("number", moved.number());
            data.put("state", moved.state());
            data.put("reference", own.map(LedgerFeed.Line::reference).orElse(null));
            tell(hearer.id, event, moved.number(), data);
        }
    }

    /** Sends a message that is about no entry. */
    public void test(long client) {
        tell(client, WebhookEvent.TEST, null, new HashMap<>());
    }

    private List<Hearer> hearers() {
        return jdbc.sql("""
                        select c.id, w.events, c.scopes from webhook w join api_client c on c.id = w.client
                        where c.withdrawn_at is null order by c.id""").query(Hearer.class).list();
    }

    private Optional<LedgerFeed.Line> entry(FeedQuery query, String number) {
        return ledger.find(query.number(number), 1).stream().findFirst();
    }

    private void tell(long client, WebhookEvent event, @Nullable String number, Map<String, Object> data) {
        String message = "msg_" + UUID.randomUUID().toString().replace("-", "");
        LocalDateTime now = LocalDateTime.now(clock);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", message);
        body.put("type", event.type());
        body.put("timestamp", feed.time(now.truncatedTo(ChronoUnit.SECONDS)));
        body.put("data", data);
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into webhook_delivery (message, client, event, number, body, made_at, state)
                        values (:message, :client, :event, :number, :body, :now, 'WAITING')""")
                .param("message", message)
                .param("client", client)
                .param("event", event.name())
                .param("number", number)
                .param("body", write(body))
                .param("now", now)
                .update(key, "id");
        runtime.startProcessInstanceByKey(
                WebhookDiagram.KEY,
                number,
                Map.of(WebhookDiagram.Variable.DELIVERY_ID, key.getKey().longValue()));
    }

    /** The last to one system, the newest first. */
    public List<Delivery> deliveries(long client) {
        return jdbc.sql("select * from webhook_delivery where client = :client order by id desc limit " + SHOWN)
                .param("client", client)
                .query(Delivery.class)
                .list();
    }

    @Override
    public @Nullable String caseOf(String id) {
        return jdbc.sql("select * from webhook_delivery where id = :id")
                .param("id", Long.parseLong(id))
                .query(Delivery.class)
                .single()
                .number();
    }

    private String write(Map<String, Object> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

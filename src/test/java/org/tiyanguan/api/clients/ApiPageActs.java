package org.tiyanguan.api.clients;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tiyanguan.PageAct;
import org.tiyanguan.api.Caller;
import org.tiyanguan.api.Callers;
import org.tiyanguan.api.Idempotency;
import org.tiyanguan.api.keys.Clients;
import org.tiyanguan.api.webhooks.Webhooks;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.KeyScope;

/** What other systems send, and what administrators do about them. */
@Component
class ApiPageActs implements PageAct.All {

    private static final String URL = "http://127.0.0.1:9/hook";

    private final Callers callers;
    private final Clients clients;
    private final Webhooks webhooks;
    private final ObjectMapper json;

    ApiPageActs(Callers callers, Clients clients, Webhooks webhooks, ObjectMapper json) {
        this.callers = callers;
        this.clients = clients;
        this.webhooks = webhooks;
        this.json = json;
    }

    @Override
    public Stream<PageAct> acts() {
        return Stream.of(
                new PageAct("/api/findings", null, this::finding),
                new PageAct(
                        "/api/findings",
                        "with a key",
                        null,
                        () -> finding()
                                .header(Idempotency.HEADER, UUID.randomUUID().toString())),
                new PageAct(
                        "/api/ledger/requests.{format:json|xml}",
                        null,
                        () -> called(post("/api/ledger/requests.json"))
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .param("service_code", "ENVIRONMENT")
                                .param("description", "取号机经常缺纸，等了很久没有人来加。")
                                .param("address_string", "一楼大厅")
                                .param("attribute[service_item]", "取号")
                                .param("attribute[urgency]", "URGENT")),
                new PageAct(
                        "/admin/clients",
                        "admin",
                        () -> post("/admin/clients")
                                .param("name", "城运平台")
                                .param("contact", "李工")
                                .param("scopes", "FINDINGS_WRITE")
                                .param("perMinute", "60")),
                new PageAct(
                        "/admin/clients/{id}/withdraw", "admin", () -> post("/admin/clients/{id}/withdraw", client())),
                new PageAct(
                        "/admin/clients/{id}/webhook",
                        "admin",
                        () -> post("/admin/clients/{id}/webhook", hearing())
                                .param("url", URL)
                                .param("events", "CLOSED")),
                new PageAct(
                        "/admin/clients/{id}/webhook/remove",
                        "admin",
                        () -> post("/admin/clients/{id}/webhook/remove", hearing())),
                new PageAct(
                        "/admin/clients/{id}/webhook/test",
                        "admin",
                        () -> post("/admin/clients/{id}/webhook/test", hearing())));
    }

    private MockHttpServletRequestBuilder finding() {
        try {
            return called(post("/api/findings"))
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(json.writeValueAsString(Caller.hotline()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a key that was used a moment ago, as the time of its last use is kept to the minute. */
    private MockHttpServletRequestBuilder called(MockHttpServletRequestBuilder request) {
        Loop.now("2026-03-02T10:00:00");
        String key = callers.make("12345热线平台", Callers.OFTEN, KeyScope.FINDINGS_WRITE, KeyScope.OPEN311)
                .key();
        clients.byKey(key);
        return request.header("Authorization", "Bearer " + key);
    }

    private long client() {
        return callers.make("城运平台", Callers.OFTEN, KeyScope.FINDINGS_READ).id();
    }

    private long hearing() {
        long id = client();
        webhooks.set(clients.find(id).orElseThrow(), URL, List.of("CLOSED"));
        return id;
    }
}

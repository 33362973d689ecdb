package org.tiyanguan.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.tiyanguan.api.Caller.hotline;
import static org.tiyanguan.api.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.Acting;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.api.Caller;
import org.tiyanguan.api.Callers;
import org.tiyanguan.api.keys.Clients;
import org.tiyanguan.api.webhooks.ReceivingServer.Message;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.KeyScope;

/** Messages to another system. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class WebhookTest {

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    Acting acting;

    @Autowired
    Clients clients;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Loop loop;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @RegisterExtension
    final ReceivingServer server = new ReceivingServer();

    private String secret;

    @AfterEach
    void clear() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("webhook")
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
        jdbc.sql("delete from webhook").update();
    }

    @AfterAll
    static void the_diagram_has_one_way_and_leaves_no_history(@Autowired ProcessEngine engine) {
        ModelCoverage.assertOneWay(engine, "webhook");
    }

    @Test
    void a_message_is_signed_as_standard_webhooks_has_it_and_names_nobody() throws Exception {
        Caller caller = new Caller(
                port, hears(KeyScope.FINDINGS_WRITE, KeyScope.FINDINGS_READ).key());
        Map<String, Object> report = hotline();
        report.put("reference", "GD-1");
        String number = json(caller.post(report)).get("number").asText();
        management.executeJob(job().getId());

        Message message = server.received.get(0);
        String id = message.headers().getFirst("webhook-id");
        String timestamp = message.headers().getFirst("webhook-timestamp");
        assertThat(timestamp)
                .isEqualTo(String.valueOf(ClockUtil.getCurrentTime().getTime() / 1000));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
        byte[] signed = mac.doFinal((id + "." + timestamp + "." + message.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(message.headers().getFirst("webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(signed));

        JsonNode body = new ObjectMapper().readTree(message.body());
        assertThat(body.get("id").asText()).isEqualTo(id);
        assertThat(body.get("type").asText()).isEqualTo("entry.received");
        assertThat(body.get("timestamp").asText()).isEqualTo("2026-03-02T10:00:00+08:00");
        assertThat(body.get("data").toString())
                .isEqualTo("{\"number\":\"%s\",\"state\":\"TRIAGE\",\"reference\":\"GD-1\"}".formatted(number));
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void a_known_answer_of_the_specification_is_reproduced() {
        assertThat(Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_system_hears_of_its_own_entries_and_of_all_only_if_it_may_read_the_ledger() {
        Clients.Made own = hears(KeyScope.FINDINGS_WRITE, KeyScope.FINDINGS_READ);
        hears(KeyScope.LEDGER_READ);
        hears(KeyScope.OPEN311);
        String officers = loop.report();
        assertThat(told(officers)).hasSize(1);
        String reported =
                json(new Caller(port, own.key()).post(hotline())).get("number").asText();
        assertThat(told(reported)).hasSize(2);
    }

    @Test
    void it_hears_of_what_it_chose() {
        Clients.Made made = callers.make("平台", Callers.OFTEN, KeyScope.LEDGER_READ);
        set(made.id(), List.of("ACCEPTED", "CLOSED"));
        String number = loop.accepted();
        loop.assign(number, "gongan");
        assertThat(told(number)).containsExactly("ACCEPTED");
        String answered = loop.report();
        loop.complete("center", answered, "center-triage", Map.of("triage", "ANSWER", "triageReason", "已经增开了两个窗口。"));
        assertThat(told(answered)).containsExactly("CLOSED");
    }

    @Test
    void what_is_undone_tells_nobody() {
        hears(KeyScope.LEDGER_READ);
        transaction.executeWithoutResult(undone -> {
            loop.report();
            undone.setRollbackOnly();
        });
        assertThat(jobs()).isEmpty();
        assertThat(deliveries()).isZero();
    }

    @Test
    void a_server_that_fails_is_tried_again_and_in_the_end_somebody_is_called() {
        hears(KeyScope.LEDGER_READ);
        loop.report();
        String job = job().getId();
        for (int failing : List.of(500, 503, 404, 301, 302, 400, 429)) {
            server.status = failing;
            assertThat(catchThrowable(() -> management.executeJob(job))).hasMessageContaining("HTTP " + failing);
        }
        assertThat(server.received).as("no redirect is followed").hasSize(7);
        assertThat(server.received)
                .extracting(message -> message.headers().getFirst("webhook-id"))
                .containsOnly(server.received.get(0).headers().getFirst("webhook-id"));
        assertThat(runtime.createIncidentQuery().activityId("send-message").count())
                .isEqualTo(1);
        assertThat(jdbc.sql(
                                "select attempts || state || outcome from webhook_delivery order by id desc fetch first row only")
                        .query(String.class)
                        .single())
                .isEqualTo("7WAITINGHTTP 429");
        server.status = 200;
        management.executeJob(job);
        assertThat(state()).isEqualTo("SENT");
        assertThat(jobs()).isEmpty();
    }

    @Test
    void a_server_that_is_gone_fails_too() {
        hears(KeyScope.LEDGER_READ);
        loop.report();
        server.stop();
        assertThat(catchThrowable(() -> management.executeJob(job().getId()))).isNotNull();
        assertThat(state()).isEqualTo("WAITING");
    }

    @Test
    void nothing_is_sent_to_a_system_whose_key_was_withdrawn_or_that_wants_no_more() {
        Clients.Made made = hears(KeyScope.LEDGER_READ);
        loop.report();
        callers.withdraw(made.id());
        management.executeJob(job().getId());
        assertThat(state()).isEqualTo("DROPPED");

        Clients.Made other = hears(KeyScope.LEDGER_READ);
        loop.report();
        acting.as("admin", () -> {
            webhooks.remove(clients.find(other.id()).orElseThrow());
            return null;
        });
        management.executeJob(job().getId());
        assertThat(state()).isEqualTo("DROPPED");
        assertThat(server.received).isEmpty();
    }

    @Test
    void messages_give_way_to_all_other_jobs() {
        hears(KeyScope.LEDGER_READ);
        loop.report();
        assertThat(job().getPriority()).isNegative();
    }

    @Test
    void the_administrator_sets_it_up_tries_it_out_and_sees_what_came_of_it() {
        long id = callers.make("城运平台", Callers.OFTEN, KeyScope.LEDGER_READ).id();
        String page = "/admin/clients/" + id;
        Browser admin = Browser.of(port, "admin");
        String refused = admin.postForm(page + "/webhook", Map.of("url", "ftp://example.org/"))
                .body();
        assertThat(refused).contains("请填写以 http:// 或 https:// 开头的地址", "ftp://example.org/");
        assertThat(admin.postForm(page + "/webhook", Map.of("url", server.address()))
                        .body())
                .contains("请至少选择一种变化");
        admin.postForm(page + "/webhook", Map.of("url", server.address(), "events", "CLOSED"));
        String saved = admin.get(page).body();
        assertThat(saved)
                .contains("推送已设置")
                .containsPattern("whsec_[A-Za-z0-9+/&#;]{43,}=")
                .contains(server.address());
        assertThat(admin.get(page).body()).doesNotContain("whsec_");
        admin.postForm(page + "/webhook/test", Map.of());
        management.executeJob(job().getId());
        assertThat(server.received.get(0).body()).contains("\"type\":\"webhook.test\"");
        assertThat(admin.get(page).body()).contains("测试", "已推送", "HTTP 204");
        admin.postForm(page + "/webhook/remove", Map.of());
        assertThat(admin.postForm(page + "/webhook/test", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(admin.get("/admin/audit?kind=ACCOUNT").body()).contains("设置外部系统 城运平台 的推送", "取消外部系统 城运平台 的推送");
    }

    private Clients.Made hears(KeyScope... scopes) {
        Clients.Made made = callers.make("平台", Callers.OFTEN, scopes);
        secret = set(made.id(), List.of("RECEIVED"));
        return made;
    }

    private String set(long client, List<String> events) {
        return acting.as("admin", () -> webhooks.set(clients.find(client).orElseThrow(), server.address(), events));
    }

    private Job job() {
        List<Job> jobs = jobs();
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    private List<Job> jobs() {
        return management.createJobQuery().processDefinitionKey("webhook").list();
    }

    private List<String> told(String number) {
        return jdbc.sql("select event from webhook_delivery where number = :number order by id")
                .param("number", number)
                .query(String.class)
                .list();
    }

    private String state() {
        return jdbc.sql("select state from webhook_delivery order by id desc fetch first row only")
                .query(String.class)
                .single();
    }

    private long deliveries() {
        return jdbc.sql("select count(*) from webhook_delivery where state = 'WAITING' and attempts = 0")
                .query(Long.class)
                .single();
    }
}

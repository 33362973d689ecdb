package org.tiyanguan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.api.Caller.hotline;
import static org.tiyanguan.api.Caller.json;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.api.keys.Clients;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.KeyScope;

/** Keys of other systems: what they open, how often, and until when. */
@IntegrationTest
class ClientKeysTest {

    private static final String PROBLEM = "application/problem+json";

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void a_key_is_long_and_random_and_only_its_hash_is_kept() {
        String key = callers.make("平台", 60, KeyScope.LEDGER_READ).key();
        assertThat(key)
                .matches("tyg_[A-Za-z0-9_-]{43}")
                .isNotEqualTo(callers.make("平台", 60, KeyScope.LEDGER_READ).key());
        List<Map<String, Object>> rows =
                jdbc.sql("select * from api_client").query().listOfRows();
        assertThat(rows.toString()).doesNotContain(key).contains(key.substring(0, 8));
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.get("key_hash").toString()).matches("[0-9a-f]{64}"));
    }

    @Test
    void a_key_opens_what_its_scopes_say_and_the_answer_names_the_one_that_is_missing() {
        Map<KeyScope, String> reads = Map.of(
                KeyScope.FINDINGS_READ,
                "/api/findings",
                KeyScope.LEDGER_READ,
                "/api/ledger",
                KeyScope.OPEN311,
                "/api/ledger/services.json");
        for (KeyScope scope : KeyScope.values()) {
            Caller caller = callers.with(port, scope);
            reads.forEach((needed, path) -> {
                HttpResponse<String> answer = caller.get(path);
                assertThat(answer.statusCode()).as("%s with %s", path, scope).isEqualTo(scope == needed ? 200 : 403);
                if (scope != needed) assertThat(answer.body()).contains("需要的权限：" + needed.code());
            });
            assertThat(caller.post(hotline()).statusCode()).isEqualTo(scope == KeyScope.FINDINGS_WRITE ? 201 : 403);
            assertThat(caller.get("/v3/api-docs").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused =
                callers.with(port, KeyScope.FINDINGS_READ).get("/api/ledger");
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(PROBLEM));
        assertThat(json(refused).get("status").asInt()).isEqualTo(403);
    }

    @Test
    void a_key_opens_nothing_but_the_api() {
        Caller caller = callers.with(port, KeyScope.values());
        for (String path : List.of(
                "/ledger", "/ledger.csv", "/admin/clients", "/officer", "/applications", "/notices", "/evidence/none"))
            assertThat(caller.get(path).statusCode()).as(path).isEqualTo(302);
        for (String path : List.of(
                "/engine-rest/task",
                "/engine-rest/process-definition",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/tasklist/plugin",
                "/actuator/prometheus",
                "/nobody-thought-of-this"))
            assertThat(caller.get(path).statusCode()).as(path).isEqualTo(401);
        assertThat(caller.get("/api/nobody-thought-of-this").statusCode()).isEqualTo(403);
        assertThat(caller.send("POST", "/engine-rest/process-definition/key/rectification/start", "{}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_key_may_come_in_either_header_and_starts_no_session() {
        String key = callers.with(port, KeyScope.LEDGER_READ).key();
        HttpResponse<String> answer =
                Caller.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/ledger"))
                        .header("X-API-Key", key)
                        .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_withdrawn_or_unknown_key_is_refused_at_once() {
        Clients.Made made = callers.make("平台", 60, KeyScope.LEDGER_READ);
        Caller caller = new Caller(port, made.key());
        assertThat(caller.get("/api/ledger").statusCode()).isEqualTo(200);
        callers.withdraw(made.id());
        HttpResponse<String> refused = caller.get("/api/ledger");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(json(refused).get("detail").asText()).contains("密钥不对或已停用");
        for (String odd : List.of("tyg_", "x", "", "tyg_" + "a".repeat(5000)))
            assertThat(new Caller(port, odd).get("/api/ledger").statusCode())
                    .as(odd)
                    .isEqualTo(401);
    }

    @Test
    void who_asks_too_fast_is_told_when_to_ask_again() {
        Caller caller =
                new Caller(port, callers.make("平台", 3, KeyScope.LEDGER_READ).key());
        for (int i = 0; i < 3; i++)
            assertThat(caller.get("/api/ledger").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = caller.get("/api/ledger");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 21);
        assertThat(json(refused).get("detail").asText()).contains("每分钟最多 3 次");
        assertThat(callers.with(port, KeyScope.LEDGER_READ).get("/api/ledger").statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_last_use_is_noted_to_the_minute() {
        Clients.Made made = callers.make("平台", 60, KeyScope.LEDGER_READ);
        Caller caller = new Caller(port, made.key());
        for (String time : List.of("2026-03-02T10:00:00", "2026-03-02T10:00:40", "2026-03-02T10:01:10")) {
            Loop.now(time);
            caller.get("/api/ledger");
            assertThat(jdbc.sql("select last_used_at from api_client where id = :id")
                            .param("id", made.id())
                            .query(java.time.LocalDateTime.class)
                            .single())
                    .isEqualTo(time.endsWith("40") ? "2026-03-02T10:00:00" : time);
        }
    }

    @Test
    void the_administrator_makes_and_withdraws_keys_on_a_page_that_shows_each_once() {
        Browser admin = Browser.of(port, "admin");
        HttpResponse<String> empty = admin.postForm("/admin/clients", Map.of("name", " ", "perMinute", "0"));
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("请填写系统名称", "请填写联系人和电话", "请至少选择一项权限", "1 到 6000");

        HttpResponse<String> made = admin.postForm(
                "/admin/clients",
                Map.of("name", "城运平台", "contact", "李工", "scopes", "FINDINGS_WRITE", "perMinute", "60"));
        String page = made.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        String shown = admin.get(page).body();
        assertThat(shown).containsPattern("tyg_[A-Za-z0-9_-]{43}").contains("只显示这一次");
        assertThat(admin.get(page).body())
                .doesNotContainPattern("tyg_[A-Za-z0-9_-]{43}")
                .contains("未使用");
        String key = shown.replaceAll("(?s).*(tyg_[A-Za-z0-9_-]{43}).*", "$1");
        assertThat(new Caller(port, key).post(hotline()).statusCode()).isEqualTo(201);

        assertThat(admin.postForm(page + "/withdraw", Map.of()).statusCode()).isEqualTo(302);
        assertThat(admin.get("/admin/clients").body()).contains("城运平台", "已停用");
        assertThat(new Caller(port, key).post(hotline()).statusCode()).isEqualTo(401);
        assertThat(admin.get("/admin/audit?kind=ACCOUNT").body())
                .contains("新增外部系统 城运平台：权限 findings:write，每分钟 60 次", "停用外部系统 城运平台 的密钥");
    }
}

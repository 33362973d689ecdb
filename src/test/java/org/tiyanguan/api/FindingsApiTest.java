package org.tiyanguan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.impl.util.ClockUtil.reset;
import static org.tiyanguan.api.Caller.hotline;
import static org.tiyanguan.api.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Acting;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.KeyScope;

/** Another system reports findings, repeats itself, and asks what became of its own. */
@IntegrationTest
class FindingsApiTest {

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    Loop loop;

    @Autowired
    Acting acting;

    @Autowired
    Idempotency idempotency;

    @Autowired
    JdbcClient jdbc;

    private Caller caller;

    @BeforeEach
    void monday_morning() {
        Loop.now("2026-03-02T10:00:00");
        caller = callers.with(port, KeyScope.FINDINGS_WRITE, KeyScope.FINDINGS_READ);
    }

    @AfterEach
    void resetClock() {
        reset();
    }

    // ---- report and ask

    @Test
    void a_finding_is_reported_under_the_systems_own_reference_and_stands_in_the_history_under_its_name() {
        Map<String, Object> report = hotline();
        report.put("reference", "GD-1");
        HttpResponse<String> created = caller.post(report);
        assertThat(created.statusCode()).isEqualTo(201);
        String number = json(created).get("number").asText();
        assertThat(created.headers().firstValue("Location")).hasValue("/api/findings/" + number);
        assertThat(json(created).get("reference").asText()).isEqualTo("GD-1");
        assertThat(json(created).get("reportedAt").asText()).isEqualTo("2026-03-02T10:00:00+08:00");
        assertThat(loop.openTasks(number)).containsExactly("center-triage");
        assertThat(jdbc.sql("select actor_role from ledger_event where number = :n")
                        .param("n", number)
                        .query(String.class)
                        .list())
                .containsOnly("CLIENT");
        assertThat(Browser.of(port, "center").get("/ledger/" + number).body()).contains("外部系统 12345热线平台");
    }

    @Test
    void what_names_somebody_is_pointed_out_stops_nothing_and_is_for_the_system_that_wrote_it() {
        HttpResponse<String> created = caller.post(hotline());
        assertThat(created.statusCode()).isEqualTo(201);
        String said = hotline().get("description").toString();
        assertThat(json(created).get("pointed")).hasSize(2).allSatisfy(one -> {
            assertThat(one.get("field").asText()).isEqualTo("description");
            assertThat(one.get("replaced").asBoolean()).isTrue();
            assertThat(said.substring(one.get("from").asInt(), one.get("to").asInt()))
                    .isIn("吴女士", "13800138000");
        });
        Map<String, Object> titled = hotline();
        titled.put("title", "吴女士：窗口排队过久");
        String number = json(caller.post(titled)).get("number").asText();
        assertThat(json(caller.get("/api/findings/" + number)).get("title").asText())
                .startsWith("吴女士");
        assertThat(json(Browser.of(port, "center").get("/api/findings/" + number))
                        .get("title")
                        .asText())
                .startsWith("〔姓名〕");
    }

    @Test
    void what_became_of_it_is_told_once_it_is_closed() {
        String number = report("GD-2");
        loop.accept(number);
        assertThat(json(caller.get("/api/findings/" + number)).get("state").asText())
                .isEqualTo("ASSIGN");
        String other = report("GD-3");
        Loop.now("2026-03-03T11:00:00");
        loop.complete("center", other, "center-triage", Map.of("triage", "ANSWER", "triageReason", "已经增开了两个窗口，谢谢。"));
        JsonNode closed = json(caller.get("/api/findings/" + other));
        assertThat(closed.get("state").asText()).isEqualTo("CLOSED");
        assertThat(closed.get("outcome").asText()).isEqualTo("ANSWERED");
        assertThat(closed.get("answer").asText()).isEqualTo("已经增开了两个窗口，谢谢。");
        assertThat(closed.get("closedAt").asText()).isEqualTo("2026-03-03T11:00:00+08:00");
    }

    @Test
    void a_system_sees_its_own_only() {
        String own = report("GD-4");
        String others = json(callers.with(port, KeyScope.FINDINGS_WRITE).post(hotline()))
                .get("number")
                .asText();
        String officers = loop.report();
        assertThat(caller.get("/api/findings/" + own).statusCode()).isEqualTo(200);
        for (String strange : List.of(others, officers, "TYG-2026-999999", "x")) {
            HttpResponse<String> answer = caller.get("/api/findings/" + strange);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).get("detail").asText()).contains("没有找到编号 " + strange);
        }
        assertThat(numbers("/api/findings?limit=200")).containsExactly(own);
    }

    @Test
    void the_list_is_narrowed_by_state_reference_and_time_of_change_and_paged_by_cursor() {
        String first = report("A");
        String second = report("B");
        String third = report("C");
        Loop.now("2026-03-02T12:00:00");
        loop.accept(first);
        assertThat(numbers("/api/findings?state=TRIAGE")).containsExactly(third, second);
        assertThat(numbers("/api/findings?reference=B")).containsExactly(second);
        assertThat(numbers("/api/findings?changedSince=2026-03-02T11:30:00%2B08:00"))
                .containsExactly(first);
        assertThat(numbers("/api/findings?changedSince=2026-03-02T03:30:00Z")).containsExactly(first);
        JsonNode page = json(caller.get("/api/findings?limit=2"));
        assertThat(page.get("items").findValuesAsText("number")).containsExactly(third, second);
        assertThat(numbers("/api/findings?limit=2&cursor=" + page.get("next").asText()))
                .containsExactly(first);
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_leaves_no_number_behind() {
        long before = entries();
        Map<String, Object> bad = hotline();
        bad.put("title", "长".repeat(61));
        bad.put("channel", "OFFICER");
        bad.put("reference", "x".repeat(101));
        bad.put("more", "x");
        bad.remove("kind");
        HttpResponse<String> answer = caller.post(bad);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("errors").findValuesAsText("field"))
                .contains("title", "channel", "reference", "more", "kind");
        for (Object odd : List.of(3, List.of(1), "a\0b", "\u0085")) {
            Map<String, Object> report = hotline();
            report.put("reference", odd);
            assertThat(json(caller.post(report)).get("errors").findValuesAsText("field"))
                    .containsExactly("reference");
        }
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void bad_questions_are_refused_with_a_chinese_sentence() {
        for (String query : List.of(
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=x",
                "cursor=%00",
                "state=OPEN",
                "changedSince=gestern",
                "changedSince=-999999999-01-01T00:00:00Z",
                "cursor=MS9UWUctMjAyNi0x")) {
            HttpResponse<String> answer = caller.get("/api/findings?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            if (!query.contains("%00"))
                assertThat(json(answer).get("detail").asText()).as(query).containsPattern("[\u4e00-\u9fa5]");
        }
        HttpResponse<String> noJson = caller.send("POST", "/api/findings", "{");
        assertThat(noJson.statusCode()).isEqualTo(400);
        assertThat(json(noJson).get("detail").asText()).contains("JSON");
    }

    // ---- again

    @Test
    void a_repeated_request_acts_once_and_is_answered_the_same() {
        long before = entries();
        HttpResponse<String> first = caller.post(hotline(), "Idempotency-Key", "GD-5");
        HttpResponse<String> again = caller.post(hotline(), "Idempotency-Key", "GD-5");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(entries()).isEqualTo(before + 1);
    }

    @Test
    void a_key_is_for_one_request_of_one_system() {
        caller.post(hotline(), "Idempotency-Key", "GD-6");
        Map<String, Object> other = hotline();
        other.put("title", "别的问题");
        HttpResponse<String> reused = caller.post(other, "Idempotency-Key", "GD-6");
        assertThat(reused.statusCode()).isEqualTo(422);
        assertThat(json(reused).get("detail").asText()).contains("换一个新的");
        assertThat(callers.with(port, KeyScope.FINDINGS_WRITE, KeyScope.FINDINGS_READ)
                        .post(other, "Idempotency-Key", "GD-6")
                        .statusCode())
                .isEqualTo(201);
        for (String odd : List.of("", "a b", "x".repeat(129)))
            assertThat(caller.post(hotline(), "Idempotency-Key", odd).statusCode())
                    .as(odd)
                    .isEqualTo(400);
    }

    @Test
    void what_was_refused_may_be_mended_under_the_same_key() {
        Map<String, Object> bad = hotline();
        bad.remove("title");
        assertThat(caller.post(bad, "Idempotency-Key", "GD-7").statusCode()).isEqualTo(400);
        assertThat(caller.post(hotline(), "Idempotency-Key", "GD-7").statusCode())
                .isEqualTo(201);
    }

    @Test
    void while_the_first_is_at_work_the_second_is_told_to_wait() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        CompletableFuture<ResponseEntity<?>> first = CompletableFuture.supplyAsync(() -> acting.as(
                "center",
                () -> idempotency.once("GD-8", Map.of("a", 1), () -> {
                    begun.countDown();
                    await(told);
                    return ResponseEntity.created(java.net.URI.create("/x")).body(Map.of());
                })));
        await(begun);
        List<Integer> statuses = new ArrayList<>();
        acting.as("center", () -> {
            try {
                idempotency.once(
                        "GD-8", Map.of("a", 1), () -> ResponseEntity.ok().build());
            } catch (org.springframework.web.ErrorResponseException refused) {
                statuses.add(refused.getStatusCode().value());
            }
            return null;
        });
        told.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS).getStatusCode().value()).isEqualTo(201);
        assertThat(statuses).containsExactly(409);
    }

    @Test
    void of_several_at_once_one_acts() throws Exception {
        long before = entries();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++)
            answers.add(CompletableFuture.supplyAsync(() -> caller.post(hotline(), "Idempotency-Key", "GD-9")));
        List<Integer> statuses = new ArrayList<>();
        for (var answer : answers) statuses.add(answer.get(60, TimeUnit.SECONDS).statusCode());
        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        assertThat(entries()).isEqualTo(before + 1);
    }

    @Test
    void a_key_is_kept_for_a_day_and_then_forgotten() {
        caller.post(hotline(), "Idempotency-Key", "GD-10");
        Loop.now("2026-03-03T09:59:00");
        idempotency.eraseOld();
        assertThat(caller.post(hotline(), "Idempotency-Key", "GD-10").headers().firstValue("Idempotent-Replayed"))
                .hasValue("true");
        Loop.now("2026-03-03T10:01:00");
        idempotency.eraseOld();
        assertThat(caller.post(hotline(), "Idempotency-Key", "GD-10").headers().firstValue("Idempotent-Replayed"))
                .isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String report(String reference) {
        Map<String, Object> report = hotline();
        report.put("reference", reference);
        return json(caller.post(report)).get("number").asText();
    }

    private List<String> numbers(String path) {
        return json(caller.get(path)).get("items").findValuesAsText("number");
    }

    private long entries() {
        return jdbc.sql("select count(*) from ledger_entry").query(Long.class).single();
    }
}

package org.tiyanguan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.api.Caller.hotline;
import static org.tiyanguan.api.Caller.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Acting;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.KeyScope;

/** Another system repeats a request, under a key that says it is the same. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class RepeatedRequestsTest {

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    Acting acting;

    @Autowired
    Idempotency idempotency;

    @Autowired
    JdbcClient jdbc;

    private Caller caller;

    @BeforeEach
    void a_system_has_a_key() {
        caller = callers.with(port, KeyScope.FINDINGS_WRITE, KeyScope.FINDINGS_READ);
    }

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
    void a_reference_is_of_one_finding_whatever_the_key() {
        Map<String, Object> report = hotline();
        report.put("reference", "GD-20260302-0009");
        HttpResponse<String> first = caller.post(report, "Idempotency-Key", "one");
        assertThat(first.statusCode()).isEqualTo(201);
        String number = json(first).get("number").asText();
        long before = entries();
        for (String[] key : List.of(new String[] {"Idempotency-Key", "two"}, new String[0])) {
            report.put("title", "同一件，写法不同");
            HttpResponse<String> again = caller.post(report, key);
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(json(again).get("number").asText()).isEqualTo(number);
            assertThat(json(again).get("detail").asText()).contains("GD-20260302-0009", number);
            assertThat(again.headers().firstValue("Location")).hasValue("/api/findings/" + number);
        }
        assertThat(entries()).isEqualTo(before);
        Caller other = callers.with(port, KeyScope.FINDINGS_WRITE, KeyScope.FINDINGS_READ);
        assertThat(other.post(report).statusCode()).isEqualTo(201);
        report.put("reference", "");
        assertThat(caller.post(report).statusCode()).isEqualTo(201);
        assertThat(caller.post(report).statusCode()).isEqualTo(201);
    }

    @Test
    void the_same_reference_at_once_is_reported_once() throws Exception {
        Map<String, Object> report = hotline();
        report.put("reference", "GD-20260302-0010");
        long before = entries();
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String key = "at-once-" + i;
            sent.add(CompletableFuture.supplyAsync(() -> caller.post(report, "Idempotency-Key", key)));
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> one : sent) answers.add(one.get());
        assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(answers.stream()
                        .map(answer -> json(answer).get("number").asText())
                        .distinct())
                .hasSize(1);
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

    private long entries() {
        return jdbc.sql("select count(*) from ledger_entry").query(Long.class).single();
    }
}

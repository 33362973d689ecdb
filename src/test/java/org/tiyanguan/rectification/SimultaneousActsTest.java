package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.Acting;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.Scripts;
import org.tiyanguan.TestDatabase;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Parts;

/**
 * Of two people who do the same at once, one succeeds and the other is told so: an error 500 is the answer to neither.
 */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class SimultaneousActsTest {

    private static final String OVERTAKEN = "刚刚有人处理了这一件，请刷新后再看";

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    Interventions interventions;

    @Autowired
    Ledger ledger;

    @Autowired
    Parts parts;

    @Autowired
    TaskService tasks;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Scripts scripts;

    private final ObjectMapper json = new ObjectMapper();

    // ---- two at once

    @Test
    void who_completes_a_task_while_somebody_else_does_is_told_so() throws Exception {
        String number = loop.assigned("gongan");
        String task = loop.task(number, "department-accept").getId();
        ResponseEntity<String> second = whileUncommitted(
                () -> loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT")),
                () -> accept(task));
        assertThat(second.getStatusCode().value()).isEqualTo(409);
        assertThat(json.readTree(second.getBody()).get("message").asText()).isEqualTo(OVERTAKEN);
        assertThat(loop.count(number, Act.ACCEPT)).isEqualTo(1);
        assertThat(loop.openTasks(number)).containsExactly("department-rectify");
    }

    @Test
    void the_centres_act_on_a_part_that_somebody_takes_at_that_moment_is_refused_with_a_sentence() throws Exception {
        String number = loop.assigned("gongan");
        String task = loop.task(number, "department-accept").getId();
        String part = "/ledger/" + number + "/parts/" + loop.part(number).id();
        Browser center = Browser.of(port, "center");
        HttpResponse<String> transfer = whileUncommitted(
                () -> acting.as("gongan", () -> {
                    tasks.claim(task, "gongan");
                    return null;
                }),
                () -> center.postForm(part + "/transfer", Map.of("department", "shebao", "reason", "职责已经划转")));
        assertThat(transfer.statusCode()).isEqualTo(409);
        assertThat(transfer.body()).contains(OVERTAKEN, "职责已经划转");
        assertThat(loop.part(number).department()).isEqualTo("gongan");
    }

    @Test
    void of_several_who_complete_the_same_task_at_once_one_succeeds_and_the_others_are_told() throws Exception {
        for (int round = 0; round < 5; round++) {
            String number = loop.assigned("gongan");
            String task = loop.task(number, "department-accept").getId();
            CyclicBarrier start = new CyclicBarrier(3);
            List<CompletableFuture<ResponseEntity<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 3; i++)
                answers.add(async(() -> {
                    start.await();
                    return accept(task);
                }));
            List<ResponseEntity<String>> got = new ArrayList<>();
            for (var answer : answers) got.add(answer.get(60, TimeUnit.SECONDS));
            assertThat(got.stream().map(answer -> answer.getStatusCode().value()))
                    .as(got.toString())
                    .containsExactlyInAnyOrder(204, 409, 409);
            assertThat(loop.count(number, Act.ACCEPT)).isEqualTo(1);
        }
    }

    // ---- entry, then part

    @Test
    void a_department_that_hands_in_while_the_centre_transfers_is_done_first_and_neither_blocks_the_other()
            throws Exception {
        String number = loop.rectifying();
        long part = loop.part(number).id();
        Browser center = Browser.of(port, "center");
        HttpResponse<String> transfer = transaction
                .execute(status -> {
                    acting.as("gongan", () -> {
                        parts.done(part, "已增开两个窗口，平均等候二十分钟。");
                        return null;
                    });
                    CompletableFuture<HttpResponse<String>> begun = async(() -> center.postForm(
                            "/ledger/" + number + "/parts/" + part + "/transfer",
                            Map.of("department", "shebao", "reason", "职责已经划转")));
                    while (!begun.isDone() && !somebodyWaits()) Thread.onSpinWait();
                    // As a completion goes on: with the part held, it writes the entry and its history.
                    ledger.moveTo(number, EntryState.VERIFY);
                    return begun;
                })
                .get(60, TimeUnit.SECONDS);
        assertThat(transfer.statusCode()).isEqualTo(400);
        assertThat(transfer.body()).contains("职责已经划转").doesNotContain(OVERTAKEN);
        assertThat(loop.part(number).state()).isEqualTo(PartState.DONE);
    }

    @Test
    void what_a_department_handed_in_is_not_lost_to_a_transfer_that_begins_before_it_is_committed() throws Exception {
        String number = loop.rectifying();
        String part = "/ledger/" + number + "/parts/" + loop.part(number).id();
        Browser center = Browser.of(port, "center");
        HttpResponse<String> transfer = whileUncommitted(
                () -> loop.finish(number),
                () -> center.postForm(part + "/transfer", Map.of("department", "shebao", "reason", "职责已经划转")));
        assertThat(transfer.statusCode()).isIn(400, 409);
        assertThat(loop.openTasks(number)).containsExactly("center-verify");
        assertThat(loop.part(number).state()).isEqualTo(PartState.DONE);
    }

    @Test
    void who_hands_in_what_the_centre_is_transferring_is_told_so() throws Exception {
        String number = loop.rectifying();
        long part = loop.part(number).id();
        String task = loop.task(number, "department-rectify").getId();
        ResponseEntity<String> late = whileUncommitted(
                () -> acting.as("center", () -> {
                    interventions.transfer(part, "shebao", "职责已经划转");
                    return null;
                }),
                () -> scripts.post("gongan", "/engine-rest/task/" + task + "/complete", ColleaguePanel.done()));
        assertThat(late.getStatusCode().value()).isEqualTo(409);
        assertThat(json.readTree(late.getBody()).get("message").asText()).isEqualTo(OVERTAKEN);
        assertThat(loop.openTasks(number)).containsExactly("department-accept");
    }

    private ResponseEntity<String> accept(String task) {
        return scripts.post(
                "gongan",
                "/engine-rest/task/" + task + "/complete",
                "{\"variables\":{\"acceptance\":{\"value\":\"ACCEPT\"}}}");
    }

    /** Lets the second act begin before the first is committed, and commits when the database makes the second wait. */
    private <T> T whileUncommitted(Runnable first, Callable<T> second) throws Exception {
        CompletableFuture<T> answer = transaction.execute(status -> {
            first.run();
            CompletableFuture<T> begun = async(second);
            while (!begun.isDone() && !somebodyWaits()) Thread.onSpinWait();
            return begun;
        });
        return answer.get(60, TimeUnit.SECONDS);
    }

    private boolean somebodyWaits() {
        String waiting = TestDatabase.isPostgres()
                ? "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                : "select count(*) from information_schema.sessions where blocker_id is not null";
        return jdbc.sql(waiting).query(Long.class).single() > 0;
    }

    private static <T> CompletableFuture<T> async(Callable<T> act) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        answer.complete(act.call());
                    } catch (Throwable e) {
                        answer.completeExceptionally(e);
                    }
                })
                .start();
        return answer;
    }
}

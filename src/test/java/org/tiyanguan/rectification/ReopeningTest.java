package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.Refused.refused;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.Scripts;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.Relapses;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.privacy.Telltale;

/** What was closed and came back: an entry of its own goes on with it. */
@IntegrationTest
@OnH2Too
@AtTime("2026-03-02T10:00:00")
class ReopeningTest {

    private static final String WHY = "今天又只开了一个窗口，等了一个半小时";

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    LoopVariables variables;

    @Autowired
    Reopening reopening;

    @Autowired
    Relapses relapses;

    @Autowired
    Scripts scripts;

    @Autowired
    EvidenceBoxes boxes;

    @Autowired
    JdbcClient jdbc;

    // ---- the centre

    @Test
    void the_centre_opens_a_closed_entry_anew_as_an_entry_of_its_own() {
        String number = closed("gongan");
        String page = center().get("/ledger/" + number).body();
        assertThat(page).contains("问题复发，重新打开");

        String child = child(center().postForm("/ledger/" + number + "/reopen", hotline()));

        assertThat(child).isNotEqualTo(number);
        assertThat(loop.entry(number).state()).isEqualTo(EntryState.CLOSED);
        assertThat(loop.entry(child).relapseOf()).isEqualTo(number);
        assertThat(loop.entry(child).topic()).isEqualTo(loop.entry(number).topic());
        assertThat(loop.entry(child).occurredOn()).isEqualTo("2026-03-02");
        assertThat(loop.entry(child).publicText().description())
                .startsWith("复发情况：" + WHY)
                .contains("取号后等了两个小时，只开了一个窗口。");
        assertThat(loop.acts(number)).endsWith(Act.CLOSE, Act.RELAPSE);
        assertThat(loop.acts(child)).containsExactly(Act.REPORT, Act.RELAPSE_OF);
        assertThat(center().get("/ledger/" + number).body())
                .contains("/ledger/" + child, child + "：" + WHY)
                .doesNotContain("问题复发，重新打开");
        assertThat(center().get("/ledger/" + child).body()).contains("/ledger/" + number, "赵女士", "12345热线");
        assertThat(variables.of(child)).containsOnlyKeys("ledgerNumber", "proposedTopic");
    }

    @Test
    void it_goes_to_whoever_mended_it_before_with_deadlines_of_its_own() {
        String number = closed("shebao");
        Loop.now("2026-03-20T10:00:00");
        String child = child(center().postForm("/ledger/" + number + "/reopen", hotline()));
        loop.accept(child);
        assertThat(loop.visibleTo(loop.task(child, "center-assign")))
                .containsEntry("department1", "shebao")
                .containsEntry("department2", null);
        assertThat(loop.visibleTo(loop.task(child, "center-assign"))
                        .get("caseView")
                        .toString())
                .contains("市社会保险基金管理局");
        loop.complete("center", child, "center-assign", Map.of("instruction1", "请彻底整改"));
        assertThat(loop.part(child).department()).isEqualTo("shebao");
        assertThat(loop.part(child).deadline()).isAfter("2026-03-20T17:30:00");
    }

    @Test
    void a_department_sees_both_ways_and_what_is_the_matter_but_no_names() {
        String number = closed("gongan");
        String child = child(center().postForm("/ledger/" + number + "/reopen", hotline()));
        Browser gongan = Browser.of(port, "gongan");
        assertThat(gongan.get("/ledger/" + number).body())
                .contains("复发，另案办理")
                .doesNotContain("/ledger/" + child, "赵女士", "问题复发，重新打开");
        loop.accept(child);
        loop.assign(child, "gongan");
        assertThat(gongan.get("/ledger/" + number).body()).contains("/ledger/" + child);
        assertThat(gongan.get("/ledger/" + child).body())
                .contains("/ledger/" + number, WHY)
                .doesNotContain("赵女士", "139");
        assertThat(gongan.postForm("/ledger/" + number + "/reopen", hotline()).statusCode())
                .isEqualTo(403);
        assertThat(Browser.of(port, "leader")
                        .postForm("/ledger/" + number + "/reopen", hotline())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void it_may_come_back_again_once_the_new_entry_is_closed() {
        String number = closed("gongan");
        String child = reopen(number);
        refused(() -> reopen(number)).hasMessageContaining(number + " 已经重新打开，正在以 " + child + " 办理");
        center().postForm("/ledger/" + child + "/withdraw", Map.of("reason", "经核实不是同一个问题"));
        assertThat(reopen(number)).isNotEqualTo(child);
        assertThat(relapses.of(number)).hasSize(2);
    }

    @Test
    void an_officer_whom_the_centre_names_is_the_new_entrys_reporter() {
        String number = closed("gongan");
        Map<String, String> form = new HashMap<>(Map.of("reason", WHY, "channel", "OFFICER", "officer", "officer2"));
        String child = child(center().postForm("/ledger/" + number + "/reopen", form));
        assertThat(Browser.of(port, "officer2").get("/officer/" + child).body())
                .contains("复发情况", "取号后等了两个小时")
                .doesNotContain(number);
        assertThat(Browser.of(port, "officer").get("/officer/" + child).statusCode())
                .isEqualTo(404);
        assertThat(Browser.of(port, "officer").get("/officer/" + number).body())
                .contains("正在另案整改")
                .doesNotContain(child);
        form.put("officer", "nobody");
        HttpResponse<String> again = center().postForm("/ledger/" + closed("gongan") + "/reopen", form);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("没有找到账号为“nobody”的体验官", WHY);
    }

    // ---- the officer who reported

    @Test
    void the_officer_opens_their_own_finding_anew() {
        String number = closed("gongan");
        Browser officer = Browser.of(port, "officer");
        assertThat(officer.get("/officer/" + number).body()).contains("问题又出现了？", "2026-04-01 前可以提");
        HttpResponse<String> answer = officer.postForm("/officer/" + number + "/reopen", Map.of("reason", WHY));
        String child = child(answer);
        assertThat(officer.get("/officer/" + number).body())
                .contains("/officer/" + child, "问题又出现，另案办理")
                .doesNotContain("问题又出现了？");
        assertThat(officer.get("/officer/" + child).body()).contains("/officer/" + number, WHY);
        loop.accept(child);
        loop.assign(child, "gongan");
        loop.complete("gongan", child, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.finish(child);
        loop.verifyGood(child);
        assertThat(loop.task(child, "officer-confirm").getAssignee()).isEqualTo("officer");
    }

    @Test
    void the_officer_has_thirty_days() {
        String number = closed("gongan");
        Loop.now("2026-04-01T23:30:00");
        assertThat(Browser.of(port, "officer").get("/officer/" + number).body()).contains("问题又出现了？");
        Loop.now("2026-04-02T00:30:00");
        Browser officer = Browser.of(port, "officer");
        assertThat(officer.get("/officer/" + number).body()).doesNotContain("问题又出现了？");
        HttpResponse<String> late = officer.postForm("/officer/" + number + "/reopen", Map.of("reason", WHY));
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(relapses.of(number)).isEmpty();
        refused(() -> reopening.byReporter("officer", number, WHY)).hasMessageContaining("已过 2026-04-01");
        assertThat(reopen(number)).isNotNull();
    }

    @Test
    void nobody_opens_anothers_finding_anew() {
        String number = closed("gongan");
        assertThat(Browser.of(port, "officer2")
                        .postForm("/officer/" + number + "/reopen", Map.of("reason", WHY))
                        .statusCode())
                .isEqualTo(404);
        refused(() -> reopening.byReporter("officer2", number, WHY)).hasMessageContaining("这不是您反映的件");
        assertThat(relapses.of(number)).isEmpty();
    }

    // ---- what is refused

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "又坏了"})
    void a_reason_is_needed(String reason) {
        String number = closed("gongan");
        Map<String, String> form = new HashMap<>(hotline());
        form.put("reason", reason);
        HttpResponse<String> answer = center().postForm("/ledger/" + number + "/reopen", form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("请填写 5 至 500 个字。", "赵女士");
        assertThat(Browser.of(port, "officer")
                        .postForm("/officer/" + number + "/reopen", Map.of("reason", reason))
                        .body())
                .contains("请填写 5 至 500 个字。");
    }

    @Test
    void what_runs_was_only_answered_merged_or_withdrawn_is_not_opened_anew() {
        String running = loop.rectifying();
        refused(() -> reopen(running)).hasMessageContaining(running + " 还没有办结");
        refused(() -> reopening.byReporter("officer", running, WHY)).hasMessageContaining("还没有办结");

        String answered = loop.report();
        loop.complete("center", answered, "center-triage", Map.of("triage", "ANSWER", "triageReason", "该事项可以网上办理"));
        assertThat(loop.entry(answered).outcome()).isEqualTo(Outcome.ANSWERED);
        refused(() -> reopen(answered)).hasMessageContaining("直接答复的，没有整改过");
        assertThat(center().get("/ledger/" + answered).body()).doesNotContain("问题复发，重新打开");
        assertThat(Browser.of(port, "officer").get("/officer/" + answered).body())
                .doesNotContain("问题又出现了？");

        String main = loop.confirming();
        String merged = loop.report();
        loop.complete(
                "center",
                merged,
                "center-triage",
                Map.of("triage", "MERGE", "triageReason", "与主件相同", "mergeInto", main));
        loop.complete("officer", main, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
        assertThat(loop.entry(merged).outcome()).isEqualTo(Outcome.MERGED);
        refused(() -> reopen(merged)).hasMessageContaining("并入了 " + main);

        String withdrawn = loop.rectifying();
        center().postForm("/ledger/" + withdrawn + "/withdraw", Map.of("reason", "经核实属于重复登记"));
        refused(() -> reopen(withdrawn)).hasMessageContaining("已撤回");
        assertThat(Stream.of(running, answered, merged, withdrawn).flatMap(n -> relapses.of(n).stream()))
                .isEmpty();
    }

    @Test
    void of_two_at_once_one_opens_it_and_the_other_is_told_by_whom() throws Exception {
        String number = closed("gongan");
        CyclicBarrier start = new CyclicBarrier(2);
        Browser center = center();
        Browser officer = Browser.of(port, "officer");
        CompletableFuture<HttpResponse<String>> one = CompletableFuture.supplyAsync(() -> {
            await(start);
            return center.postForm("/ledger/" + number + "/reopen", hotline());
        });
        CompletableFuture<HttpResponse<String>> two = CompletableFuture.supplyAsync(() -> {
            await(start);
            return officer.postForm("/officer/" + number + "/reopen", Map.of("reason", WHY));
        });
        List<HttpResponse<String>> answers = List.of(one.get(60, TimeUnit.SECONDS), two.get(60, TimeUnit.SECONDS));
        assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactlyInAnyOrder(302, 400);
        String child = relapses.openOf(number).orElseThrow();
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 400)
                        .findFirst()
                        .orElseThrow()
                        .body())
                .contains("已经重新打开，正在以 " + child + " 办理");
        assertThat(relapses.of(number)).hasSize(1);
    }

    // ---- the shield

    @Test
    void neither_reporter_is_named_to_a_department_nor_the_first_to_the_second() {
        Telltale first = new Telltale("张三丰");
        Map<String, Object> form = Hotline.finding();
        form.putAll(first.report());
        form.put("reporterName", "张三丰");
        String number = loop.report(form);
        loop.accept(number);
        close(number, "gongan");
        assertThat(loop.ended(number)).isTrue();
        Map<String, String> again =
                new HashMap<>(Map.of("channel", "OFFICER", "officer", "officer2", "reason", first.text("又只开了一个窗口")));
        String child = child(center().postForm("/ledger/" + number + "/reopen", again));
        Browser second = Browser.of(port, "officer2");
        assertThat(first.isIn(second.get("/officer/" + child).body())).isFalse();
        loop.accept(child);
        loop.assign(child, "gongan");
        Browser gongan = Browser.of(port, "gongan");
        String root = EngineRoots.inTurn(1, 0);
        String task = loop.task(child, "department-accept").getId();
        for (String page : List.of(
                "/ledger",
                "/ledger.csv",
                "/ledger?cols=TITLE,RELAPSE,LOOK_BACK",
                "/ledger/" + number,
                "/ledger/" + child,
                boxes.path(child),
                "/notices",
                root + "task",
                root + "variable-instance",
                root + "history/task",
                root + "task/" + task + "/form-variables",
                root + "task/" + task + "/variables")) {
            String body = gongan.get(page).body();
            assertThat(first.isIn(body)).as(page).isFalse();
            assertThat(body).as(page).doesNotContain("officer2", "体验官二");
        }
        for (String path : List.of("/api/ledger/" + child, "/api/ledger/" + number, "/api/findings/" + child))
            assertThat(first.isIn(scripts.get("center", path).getBody()))
                    .as(path)
                    .isFalse();
        assertThat(first.isIn(
                        loop.visibleTo(loop.task(child, "department-accept")).toString()))
                .isFalse();
        assertThat(jdbc.sql("select data from notice where number in (:n, :c) and recipient like 'gongan%'")
                        .param("n", number)
                        .param("c", child)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(first::isIn);
    }

    @Test
    void texts_as_long_as_they_may_be_are_cut() {
        Map<String, Object> form = Loop.problem();
        form.put("description", "𠮷".repeat(1000));
        String number = loop.report(form);
        loop.accept(number);
        close(number, "gongan");
        loop.complete("officer", number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
        String child = reopening.byCenter(number, "又".repeat(500), Map.of("channel", "OTHER"));
        assertThat(loop.entry(child).original().description())
                .startsWith("复发情况：又又又")
                .hasSizeBetween(1999, 2000)
                .endsWith("𠮷");
    }

    // ----

    private String closed(String department) {
        String number = loop.report();
        loop.complete(
                "center",
                number,
                "center-triage",
                Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理", "topic", Topic.EFFICIENCY.name()));
        close(number, department);
        loop.complete("officer", number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
        assertThat(loop.entry(number).outcome()).isEqualTo(Outcome.RECTIFIED);
        return number;
    }

    private void close(String number, String department) {
        loop.assign(number, department);
        loop.complete(department, number, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.complete(
                department, number, "department-rectify", Map.of("progress", "DONE", "result", "已增开两个窗口，平均等候二十分钟。"));
        loop.verifyGood(number);
    }

    private String reopen(String number) {
        return reopening.byCenter(number, WHY, Map.of("channel", "VISIT"));
    }

    private Browser center() {
        return Browser.of(port, "center");
    }

    private static Map<String, String> hotline() {
        return Map.of(
                "reason",
                WHY,
                "channel",
                "HOTLINE",
                "officer",
                "",
                "reporterName",
                "赵女士",
                "reporterPhone",
                "13912341234");
    }

    /** The number of the entry that the answer leads to. */
    private static String child(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("location").orElseThrow().replaceAll(".*/", "");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

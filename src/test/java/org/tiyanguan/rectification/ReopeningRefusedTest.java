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
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.Outcome;

/** What is not opened anew, or not twice. */
@IntegrationTest
@OnH2Too
@AtTime("2026-03-02T10:00:00")
class ReopeningRefusedTest extends ReopeningCases {

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

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

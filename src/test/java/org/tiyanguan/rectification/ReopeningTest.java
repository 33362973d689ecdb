package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.Refused.refused;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.EntryState;

/** What was closed and came back: an entry of its own goes on with it. */
@IntegrationTest
@OnH2Too
@AtTime("2026-03-02T10:00:00")
class ReopeningTest extends ReopeningCases {

    @Autowired
    LoopVariables variables;

    // ---- the centre

    @Autowired
    JdbcClient jdbc;

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

    @Test
    void who_reported_it_before_hears_that_it_goes_on_and_nothing_of_who_found_it() {
        String number = closed("gongan");
        String child = child(center().postForm("/ledger/" + number + "/reopen", hotline()));
        assertThat(told("officer", number)).hasSize(1).first().asString().doesNotContain(child, "赵女士");
    }

    @Test
    void who_opens_it_anew_themselves_hears_of_the_new_entry_only() {
        String number = closed("gongan");
        Browser.of(port, "officer").postForm("/officer/" + number + "/reopen", Map.of("reason", WHY));
        assertThat(told("officer", number)).isEmpty();
    }

    private List<String> told(String reporter, String number) {
        return jdbc.sql("select data from notice where recipient = ? and template = 'relapsed' and number = ?")
                .param(reporter)
                .param(number)
                .query(String.class)
                .list();
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

    // ---- what it says

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
}

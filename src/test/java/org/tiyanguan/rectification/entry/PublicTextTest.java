package org.tiyanguan.rectification.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Wording;
import org.tiyanguan.privacy.Telltale;
import org.tiyanguan.rectification.Loop;

/** The centre says in what words departments read a report; the original stays with it. */
@IntegrationTest
@OnH2Too
class PublicTextTest {

    private static final Telltale TELLTALE = new Telltale("张三丰");

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    JdbcClient jdbc;

    private String number;

    @BeforeEach
    void report() {
        Loop.now("2026-03-02T10:00:00");
        Map<String, Object> form = Loop.problem();
        form.putAll(TELLTALE.report());
        form.put("channel", "HOTLINE");
        form.remove("officer");
        form.put("reporterName", "张三丰");
        number = loop.report(form);
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void triage_shows_the_original_with_marks_beside_a_public_version_made_already() {
        Map<String, Object> task = loop.visibleTo(loop.task(number, "center-triage"));
        assertThat(task.get("publicTitle")).isEqualTo("本人〔姓名〕，窗口排队过久，请打〔电话〕");
        assertThat(task.get("publicDescription").toString()).contains("取号后等了两个小时", "〔证件号〕", "〔住址〕", "〔车牌〕", "〔卡号〕");
        assertThat(task.get("caseView").toString())
                .contains("<strong>张三丰</strong>", "<strong>13912345678</strong>", "已换成〔证件号〕");
        assertThat(loop.entry(number).original().title()).contains("张三丰");
    }

    @Test
    void departments_read_what_the_centre_made_of_it_and_find_it_by_these_words() {
        triage("窗口排队过久，建议分流", "等候两个小时，张三丰多次反映。窗口电话13800138000没人接");
        assertThat(loop.acts(number)).contains(Act.PUBLISH);
        Wording text = loop.entry(number).publicText();
        // What the centre left in stays, but who is on record as the reporter does not.
        assertThat(text.description()).isEqualTo("等候两个小时，〔姓名〕多次反映。窗口电话13800138000没人接");
        loop.assign(number, "gongan");
        Browser gongan = Browser.of(port, "gongan");
        assertThat(gongan.get("/ledger/" + number).body()).contains("窗口排队过久，建议分流", "13800138000");
        assertThat(gongan.get("/ledger?q=%E5%88%86%E6%B5%81").body()).contains("/ledger/" + number);
        assertThat(Browser.of(port, "center")
                        .get("/ledger?q=%E5%88%86%E6%B5%81")
                        .body())
                .doesNotContain("/ledger/" + number);
        assertThat(loop.visibleTo(loop.task(number, "department-accept"))
                        .get("caseView")
                        .toString())
                .contains("建议分流");
        assertThat(jdbc.sql("select data from notice where number = :n and recipient = 'gongan'")
                        .param("n", number)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(data -> data.contains("建议分流"));
    }

    @Test
    void who_changes_nothing_leaves_the_version_made_already_and_no_line_in_the_history() {
        loop.accept(number);
        assertThat(loop.acts(number)).doesNotContain(Act.PUBLISH);
        assertThat(loop.entry(number).publicText().title()).isEqualTo("本人〔姓名〕，窗口排队过久，请打〔电话〕");
    }

    @Test
    void the_centre_may_change_it_later_and_open_tasks_show_it() {
        loop.accept(number);
        loop.assign(number, "gongan");
        Browser center = Browser.of(port, "center");
        String page = center.get("/ledger/" + number + "/public-text").body();
        assertThat(page).contains("<mark", "张三丰", "value=\"本人〔姓名〕，窗口排队过久，请打〔电话〕\"");
        assertThat(change(center, "排队问题", "").statusCode()).isEqualTo(400);
        assertThat(change(center, "排队问题", "").body()).contains("value=\"排队问题\"");
        assertThat(change(center, "排队问题", "等候时间长")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/ledger/" + number);
        assertThat(loop.visibleTo(loop.task(number, "department-accept"))
                        .get("caseView")
                        .toString())
                .contains("排队问题", "等候时间长");
        assertThat(Browser.of(port, "gongan").get("/ledger/" + number).body()).contains("排队问题", "修改转办文本");
        assertThat(center.get("/ledger/" + number).body()).contains("张三丰");
        for (String other : new String[] {"leader", "gongan", "officer"})
            assertThat(change(Browser.of(port, other), "别的话", "别的话").statusCode())
                    .as(other)
                    .isEqualTo(403);
        assertThat(Browser.of(port, "gongan")
                        .get("/ledger/" + number + "/public-text")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void while_it_waits_for_triage_it_is_changed_there() {
        assertThat(change(Browser.of(port, "center"), "排队问题", "等候时间长").statusCode())
                .isEqualTo(400);
        assertThat(loop.entry(number).publicText().title()).contains("〔姓名〕");
    }

    @Test
    void the_answer_to_one_reporter_does_not_name_them_to_another() {
        loop.accept(number);
        Map<String, Object> second = Loop.problem();
        second.putAll(Map.of("channel", "HOTLINE", "reporterName", "李明"));
        second.remove("officer");
        String merged = loop.report(second);
        loop.complete(
                "center",
                merged,
                "center-triage",
                Map.of("triage", "MERGE", "mergeInto", number, "triageReason", "与主件是同一问题"));
        loop.assign(number, "gongan");
        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.finish(number);
        loop.complete(
                "center",
                number,
                "center-verify",
                Map.of(
                        "verification",
                        "GOOD",
                        "verifyMethod",
                        "ON_SITE",
                        "verifyNote",
                        "现场查看属实",
                        "answer",
                        "张三丰先生您好，窗口已增开两个。"));
        assertThat(loop.entry(number).answer()).contains("张三丰");
        assertThat(loop.entry(merged).answer()).contains("窗口已增开两个").doesNotContain("张三丰");
    }

    private void triage(String title, String description) {
        loop.complete(
                "center",
                number,
                "center-triage",
                new HashMap<>(Map.of(
                        "triage",
                        "ACCEPT",
                        "triageReason",
                        "情况属实，予以受理",
                        "publicTitle",
                        title,
                        "publicDescription",
                        description)));
    }

    private HttpResponse<String> change(Browser browser, String title, String description) {
        return browser.postForm(
                "/ledger/" + number + "/public-text",
                Map.of("title", title, "description", description, "place", "二楼A区", "serviceItem", "户口迁移"));
    }
}

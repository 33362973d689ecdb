package org.tiyanguan.annual.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.annual.Section;
import org.tiyanguan.annual.Summing;
import org.tiyanguan.annual.YearLedger;

/** The pages of summaries over HTTP, for whom they are and for whom they are not. */
@IntegrationTest
@AtTime("2026-12-01T09:00:00")
class AnnualPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Summing summing;

    @Autowired
    YearLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void a_year_with_entries() {
        summing.afresh();
        ledger.empty();
        ledger.entries("gongan", 12, 5);
        ledger.entry("shebao", 2, false, "RED");
    }

    @Test
    void the_centre_opens_a_year_once_and_sees_where_it_stands() {
        Browser center = as("center");
        assertThat(center.get("/annual").body()).contains("还没有年度总结", "<option value=\"2026\"");
        assertThat(as("leader").get("/annual").body()).doesNotContain("启动后冻结");
        assertThat(posted(center, "/annual", Map.of("year", "2026"))).contains("2026 年度总结已启动", "修改报告初稿");
        var again = center.postForm("/annual", Map.of("year", "2026"));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("2026 年的年度总结已经启动过");
    }

    @Test
    void the_centre_edits_the_draft_section_by_section_and_each_number_leads_to_its_entries() {
        summing.opened();
        Browser center = as("center");
        String page = center.get("/annual/2026/draft").body();
        assertThat(page)
                .contains("一、工作开展情况", "共收到反映 13 件", "市公安局", "name=\"revision-WORK\" value=\"1\"")
                .contains("href=\"/ledger?from=2026-01-01&amp;to=2026-12-31&amp;department=gongan\"")
                .contains("<svg", "条形图，数据见下表");
        assertThat(posted(center, "/annual/2026/draft", draft(1, "明年再看。"))).contains("已保存", "明年再看。", "还没保存的也在。");
        var old = center.postForm("/annual/2026/draft", draft(1, "我也写了。"));
        assertThat(old.statusCode()).isEqualTo(409);
        assertThat(old.body()).contains("有同事先保存了这一节", "同事保存的", "明年再看。", "我也写了。", "name=\"revision-NEXT\" value=\"2\"");
        var named = center.postForm("/annual/2026/draft", draft(2, "感谢周晓明。"));
        assertThat(named.statusCode()).isEqualTo(400);
        assertThat(named.body()).contains("第 1 段", "感谢周晓明", "像是姓名", "aria-invalid=\"true\"");
        assertThat(as("leader").get("/annual/2026/draft").body())
                .contains("明年再看。")
                .doesNotContain("<textarea");
        assertThat(center.get("/annual/2026/draft").body()).contains("台账里的数据和冻结时一样");
        ledger.entry("gongan", 5, true, null);
        assertThat(center.get("/annual/2026/draft").body()).contains("冻结时", ">14</a>");
    }

    @Test
    void the_public_reads_the_report_once_it_is_out_and_neither_names_nor_small_counts() {
        summing.ready();
        Browser anybody = new Browser(port);
        assertThat(anybody.get("/annual/2026").statusCode()).isEqualTo(404);
        assertThat(anybody.get("/").body()).doesNotContain("阅读全文");
        summing.complete("leader", "leader-issue", Map.of("release", "ISSUE"));
        String page = anybody.get("/annual/2026").body();
        assertThat(page)
                .contains("2026年政务服务体验官工作总结", "三、窗口单位办理情况", "市公安局", "不足5", "<svg", "role=\"img\"")
                .contains("红榜")
                .doesNotContain("/ledger", "<script", "style=", "周晓明", "陈桂芳", "13800");
        for (String account :
                jdbc.sql("select id_ from act_id_user").query(String.class).list())
            assertThat(page).doesNotContainPattern("(?<![\\w/.-])" + account + "(?![\\w/.-])");
        assertThat(anybody.get("/").body()).contains("阅读全文", "/annual/2026");
        for (String user : List.of("gongan", "unit", "officer"))
            assertThat(as(user).get("/annual/2026").statusCode()).as(user).isEqualTo(200);
    }

    @Test
    void a_correction_stands_in_the_report_and_the_version_before_stays_with_the_centre() {
        summing.issued();
        assertThat(posted(as("center"), "/annual/2026/corrections", Map.of("reason", "第二节的返工率写错了")))
                .contains("勘误已启动", "勘误原因");
        summing.saves(Section.RESULTS, "返工率为零。");
        summing.complete("center", "center-correct-report", Map.of("correction", "SUBMIT"));
        assertThat(new Browser(port).get("/annual/2026").body()).doesNotContain("返工率为零。");
        summing.complete("leader", "leader-approve-correction", Map.of("approval", "APPROVE"));
        String page = new Browser(port).get("/annual/2026").body();
        assertThat(page).contains("返工率为零。", "勘误", "第二节的返工率写错了");
        assertThat(new Browser(port).get("/annual/2026?version=1").statusCode()).isEqualTo(404);
        assertThat(as("gongan").get("/annual/2026?version=1").statusCode()).isEqualTo(404);
        assertThat(as("center").get("/annual/2026?version=1").body())
                .contains("已由勘误后的一版代替")
                .doesNotContain("返工率为零。");
        assertThat(as("center").get("/annual").body()).contains("第 1 版");
    }

    @Test
    void an_officer_says_what_they_think_and_reads_the_answer() {
        summing.opened();
        Browser officer = as("officer");
        assertThat(officer.get("/officer").body()).contains("对全年工作提意见和建议", "/officer/annual");
        assertThat(leadsTo(officer)).isEqualTo("/officer/annual");
        assertThat(officer.postForm("/officer/annual/2026", Map.of("opinionText", "多".repeat(1001)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(posted(officer, "/officer/annual/2026", Map.of("opinionText", "希望多安排周末体验")))
                .contains("意见已收到", "希望多安排周末体验", "中心正在研究");
        assertThat(officer.postForm("/officer/annual/2026", Map.of("opinionText", "再说一次"))
                        .statusCode())
                .isEqualTo(400);
        summing.gathered();
        summing.approves();
        summing.dropsMeeting();
        summing.complete(
                "center", "center-decide-meeting", Map.of("meetingDecision", "WITHOUT", "meetingNote", "书面征求了意见"));
        summing.complete("center", "center-answer-opinions", Map.of("adoption", "PARTLY", "answer", "每季度安排一次周末体验。"));
        assertThat(officer.get("/officer/annual").body()).contains("部分采纳：每季度安排一次周末体验。");
        assertThat(as("officer2").get("/officer/annual").body()).doesNotContain("希望多安排周末体验");
    }

    @Test
    void links_in_notices_lead_to_ones_own_place() {
        summing.opened();
        assertThat(leadsTo(as("center"))).startsWith("/camunda/app/tasklist");
        assertThat(leadsTo(as("gongan"))).startsWith("/camunda/app/tasklist");
        assertThat(leadsTo(as("leader"))).isEqualTo("/annual");
        assertThat(leadsTo(as("unit"))).isEqualTo("/");
        summing.gathered();
        summing.approves();
        summing.dropsMeeting();
        summing.complete(
                "center", "center-decide-meeting", Map.of("meetingDecision", "WITHOUT", "meetingNote", "书面征求了意见"));
        summing.complete("leader", "leader-issue", Map.of("release", "ISSUE"));
        assertThat(leadsTo(as("unit"))).isEqualTo("/annual/2026");
    }

    /** What the page sends: all sections, of which two were typed in. */
    private static Map<String, String> draft(int seen, String text) {
        return Map.of(
                "revision-NEXT", "" + seen, "text-NEXT", text, "revision-OPINIONS", "1", "text-OPINIONS", "还没保存的也在。");
    }

    private static String leadsTo(Browser browser) {
        return path(browser.get("/annual/2026/task"));
    }

    /** The page that follows. */
    private static String posted(Browser browser, String path, Map<String, String> fields) {
        return browser.get(path(browser.postForm(path, fields))).body();
    }

    private static String path(HttpResponse<String> redirect) {
        return URI.create(redirect.headers().firstValue("Location").orElseThrow())
                .getPath();
    }

    private Browser as(String user) {
        return Browser.of(port, user);
    }
}

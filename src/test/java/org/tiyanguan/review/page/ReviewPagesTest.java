package org.tiyanguan.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.review.Cause;
import org.tiyanguan.review.Reviewing;
import org.tiyanguan.review.Reviews;

/** Reviews on the pages of officers, centre, leader and units, and their papers, over real HTTP. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class ReviewPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Reviewing reviewing;

    @Autowired
    Reviews reviews;

    @Autowired
    Terms terms;

    @Autowired
    Officers officers;

    @Autowired
    Applications applications;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_officer_reports_on_duty_hears_the_result_objects_and_gets_the_papers() throws Exception {
        String account = serving("2026-12-31");
        String number = reviewing.opened(account, Cause.BREACH);
        String own = "/officer/reviews/" + number;
        Browser officer = Browser.of(port, account);
        assertThat(officer.get("/officer/reviews").body()).contains(number, "涉嫌严重违纪", "办理中");
        assertThat(officer.get(own).body()).contains("有人反映，附谈话记录", "提交述职", "3 月 9 日 17:30");
        assertThat(officer.postForm(own + "/duty-report", Map.of("dutyReport", "字".repeat(2001)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(officer.postForm(own + "/duty-report", Map.of("dutyReport", "从未收受。"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(officer.postForm(own + "/duty-report", Map.of("dutyReport", "再说一次"))
                        .body())
                .contains("这一步已经过了", "中心正在办理");

        reviewing.judges(number, "FAIL", "DISMISS", "收受好处");
        assertThat(officer.get(own).body()).as("not decided yet").doesNotContain("收受好处", "不合格");
        reviewing.decides(number, "DISMISS", null);
        assertThat(officer.get(own).body()).contains("收受好处", "不合格", "解聘", "没有可以不填");
        assertThat(officer.postForm(own + "/objection", Map.of("objection", "有监控为证"))
                        .statusCode())
                .isEqualTo(302);
        reviewing.rules(number, "UPHOLD");

        // The session ended with the term.
        officer = Browser.of(port, account);
        assertThat(officer.get(own).body()).as("whoever left still sees it").contains("维持", "解聘通知书", "工作鉴定意见");
        assertThat(text(officer.file(own + "/dismissal-notice.docx")))
                .contains("解聘通知书", "自2026 年 3 月 2 日起", "理由：收受好处", number);
        assertThat(officer.get(own + "/honour-certificate.docx").statusCode()).isEqualTo(404);
        assertThat(officer.get(own + "/review-form.docx").statusCode()).isEqualTo(404);
    }

    @Test
    void the_employer_gets_an_appraisal_only_if_the_officer_agrees() throws Exception {
        String account = serving("2026-03-31");
        reviewing.visits(account, "SENT", 6, "2025-09-10");
        String number = reviewing.opened(account, Cause.TERM);
        Browser officer = Browser.of(port, account);
        Browser center = Browser.of(port, "center");
        String own = "/officer/reviews/" + number;
        assertThat(officer.postForm(own + "/appraisal", Map.of("agreed", "true"))
                        .statusCode())
                .isEqualTo(400);
        reviewing.reports(account, number);
        reviewing.judges(number, "EXCELLENT", "COMMEND", "表现突出");
        reviewing.decides(number, "COMMEND", null);

        String paper = "/reviews/" + number + "/work-appraisal.docx";
        assertThat(center.get("/reviews/" + number).body()).contains("本人还没有同意").doesNotContain(paper);
        assertThat(center.get(paper).statusCode()).isEqualTo(404);
        officer.postForm(own + "/appraisal", Map.of("agreed", "true"));
        assertThat(text(center.file(paper))).contains("工作鉴定意见", "提交体验记录（次） 6", "优秀", "表现突出");
        officer.postForm(own + "/appraisal", Map.of("agreed", "false"));
        assertThat(center.get(paper).statusCode()).isEqualTo(404);

        assertThat(text(officer.file(own + "/honour-certificate.docx"))).contains("荣誉证书", "优秀");
        assertThat(text(officer.file(own + "/renewal-letter.docx")))
                .contains("续　聘　书", "聘期自2026 年 4 月 1 日起至2027 年 3 月 31 日止", "PS-2026-");
        assertThat(text(center.file("/reviews/" + number + "/review-form.docx")))
                .contains("考核登记表", "参加体验六次。", "聘期届满考核", "优秀", "表彰");
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'PERSONAL' and detail like :number")
                        .param("number", "%" + number + "%")
                        .query(Integer.class)
                        .single())
                .as("each look of the centre is logged")
                .isEqualTo(3);
    }

    @Test
    void an_officer_resigns_and_a_unit_withdraws_its_person() {
        String account = serving("2026-12-31");
        Browser officer = Browser.of(port, account);
        assertThat(officer.get("/officer/reviews").body()).contains("提出辞任");
        assertThat(officer.postForm("/officer/reviews", Map.of("reason", " ")).body())
                .contains("请填写 2 至 500 个字");
        HttpResponse<String> resigned = officer.postForm("/officer/reviews", Map.of("reason", "工作调动"));
        assertThat(resigned.statusCode()).isEqualTo(302);
        assertThat(officer.get("/officer/reviews").body()).contains("本人辞任").doesNotContain("提出辞任");

        String other = serving("2026-12-31");
        Browser unit = Browser.of(port, "unit");
        String form = "/reviews/new?officer=" + other;
        assertThat(unit.get(form).body()).contains("撤回人选").doesNotContain("涉嫌严重违纪");
        assertThat(unit.postForm("/reviews/new", Map.of("officer", other, "reason", "岗位调整"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(reviews.openOf(other).orElseThrow().cause()).isEqualTo(Cause.UNIT);
        jdbc.sql("update officer set unit = 'unit-gsl' where account = :account")
                .param("account", other)
                .update();
        assertThat(unit.get(form).statusCode()).isEqualTo(404);
    }

    @Test
    void the_centre_opens_a_review_and_finds_it_in_the_list() {
        String account = serving("2026-12-31");
        Browser center = Browser.of(port, "center");
        assertThat(center.postForm("/reviews/new", Map.of("officer", account, "cause", "ANNUAL", "reason", "因为"))
                        .body())
                .contains("请选择启动原因");
        assertThat(center.postForm("/reviews/new", Map.of("officer", account, "cause", "TIE", "reason", "新任职"))
                        .statusCode())
                .isEqualTo(302);
        String number = reviews.openOf(account).orElseThrow().number();
        assertThat(center.postForm("/reviews/new", Map.of("officer", account, "cause", "TIE", "reason", "新任职"))
                        .body())
                .contains("已有一件考核正在办理");
        assertThat(center.get("/reviews?open=true&cause=TIE").body()).contains(number);
        assertThat(center.get("/reviews?open=false").body()).doesNotContain(number);
        assertThat(center.get("/reviews/" + number).body()).contains("新任职", "启动考核");
        for (String user : List.of("gongan", "gongan-head", "unit", "designer", "admin"))
            assertThat(Browser.of(port, user).get("/reviews/" + number).statusCode())
                    .as(user)
                    .isEqualTo(403);
        Browser stranger = Browser.of(port, serving("2026-12-31"));
        assertThat(stranger.get("/officer/reviews/" + number).statusCode()).isEqualTo(404);
        assertThat(stranger.postForm("/officer/reviews/" + number + "/duty-report", Map.of("dutyReport", "不是我的"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_review_does_not_need_what_was_erased_of_the_application() throws Exception {
        String account = serving("2026-03-31");
        applications.erase(officers.withAccount(account).orElseThrow().application());
        String number = reviewing.opened(account, Cause.TERM);
        reviewing.reports(account, number);
        reviewing.judges(number, "PASS", "RENEW", "继续履职");
        Browser officer = Browser.of(port, account);
        String own = "/officer/reviews/" + number;
        assertThat(officer.get(own).body()).contains("已续聘", "继续履职");
        assertThat(text(officer.file(own + "/renewal-letter.docx"))).contains("聘期自2026 年 4 月 1 日起");
        Browser center = Browser.of(port, "center");
        assertThat(text(center.file("/reviews/" + number + "/review-form.docx")))
                .contains("考核登记表", "继续履职");
        assertThat(center.get("/officers/" + account).body()).contains(number);
        assertThat(center.get("/officers/" + account + "?whole=true").statusCode())
                .isEqualTo(200);
    }

    @Test
    void tasklist_shows_whose_review_a_task_is() throws Exception {
        String account = serving("2026-12-31");
        String number = reviewing.opened(account, Cause.ANNUAL);
        reviewing.reports(account, number);
        String task = reviewing.task(number, "center-review").getId();
        assertThat(Browser.of(port, "center")
                        .get("/camunda/api/task-cards?task=" + task)
                        .body())
                .contains(number, "年度考核");
    }

    private String serving(String until) {
        return reviewing.officer(OfficerCategory.PUBLIC, "2025-03-01", until);
    }

    private static String text(byte[] word) throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            return Stream.concat(
                            document.getParagraphs().stream(),
                            document.getTables().stream()
                                    .flatMap(table -> table.getRows().stream())
                                    .flatMap(row -> row.getTableCells().stream())
                                    .flatMap(cell -> cell.getParagraphs().stream()))
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining("\n"));
        }
    }
}

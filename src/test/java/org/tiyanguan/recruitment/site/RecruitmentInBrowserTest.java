package org.tiyanguan.recruitment.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.browser.BrowserTest;
import org.tiyanguan.browser.Chromium;
import org.tiyanguan.browser.Tasklist;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.recruitment.CallState;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Recruiting;

/** Recruitment in a real browser. */
@BrowserTest
class RecruitmentInBrowserTest {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    @LocalServerPort
    int port;

    @Autowired
    Recruiting recruiting;

    @Autowired
    Officers officers;

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient jdbc;

    private Page page;
    private String pictures;

    @BeforeEach
    void monday_morning() {
        Recruiting.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "desktop, 1280, true",
        "phone, 390, true",
        "desktop-no-script, 1280, false",
        "phone-no-script, 390, false"
    })
    void somebody_applies_completes_is_appointed_activates_the_account_and_logs_in(
            String where, int width, boolean script) {
        String call = recruiting.opened();
        pictures = "recruitment-" + where;
        try (BrowserContext context = Chromium.window(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(script)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE))) {
            page = context.newPage();
            at("/");
            picture("home");
            page.locator("a[href='/calls/" + call + "']").click();
            picture("call");
            page.getByText("我要自荐").click();
            picture("apply");
            fillIn();
            page.locator("#phone").fill("12345");
            page.getByText("提交自荐表").click();
            assertThat(page.locator("#phone-fault").innerText()).contains("联系方式");
            picture("apply-wrong");
            page.locator("#phone").fill("13800138000");
            page.locator("#photo")
                    .setInputFiles(new FilePayload("我.jpg", "image/jpeg", Visitor.photo("jpg", 600, 840)));
            page.getByText("提交自荐表").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("自荐表已提交");
            String number = page.locator(".number").innerText();
            picture("applied");

            recruiting.complete(
                    "center",
                    number,
                    "center-check",
                    Map.of("check", "SEND_BACK", "missing", "请补充工作单位全称", "completionDays", 5));
            track(number);
            assertThat(page.locator("main").innerText()).contains("待补正", "请补充工作单位全称");
            picture("completion");
            page.locator("#employer").fill("云浮石材有限公司");
            page.locator("#consent").check();
            page.getByText("提交补正", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("main").innerText()).contains("补正已提交", "审核中");

            recruiting.propose(number);
            recruiting.decide(number, "APPROVE");
            recruiting.close(call);
            recruiting.publish(call);
            at("/calls/" + call);
            assertThat(page.locator("main").innerText()).contains("人选公示", "王＊明");
            page.getByText("对某位人选有异议").click();
            picture("notice");
            recruiting.timePassesTo(number, "2026-03-20T17:30:00");
            track(number);
            assertThat(page.locator("main").innerText())
                    .contains("已聘任", officers.of(number).orElseThrow().account());
            picture("appointed");

            at(activation(number));
            picture("activate");
            page.locator("#password").fill("Sunny#2026");
            page.locator("#again").fill("Sunny#2026");
            page.getByText("设好密码").click();
            assertThat(page.locator("[role=status]").innerText()).contains("密码已设好");
            page.locator("#username").fill(officers.of(number).orElseThrow().account());
            page.locator("#password").fill("Sunny#2026");
            page.locator("form[action='/login'] button").click();
            assertThat(page.locator(".who").innerText()).contains("王小明");
            at("/calls/" + call);
            picture("ended");
        }
    }

    @Test
    void centre_leader_and_unit_recruit_in_tasklist() {
        pictures = "recruitment-staff";
        ClockUtil.reset();
        String call;
        try (Tasklist center = as("center")) {
            center.startProcess("招募体验官")
                    .fill("标题", "2026 年政务服务体验官招募")
                    .picture("recruitment-call")
                    .start();
            call = jdbc.sql("select max(number) from recruitment_call")
                    .query(String.class)
                    .single();
            center.open(call)
                    .choose("提交领导审批")
                    .fill("公告正文", "诚邀关心政务服务的朋友报名，以办事人的身份体验大厅、网站和热线。")
                    .fill("公布日", LocalDate.now().format(TYPED))
                    .fill("截止日", LocalDate.now().plusDays(14).format(TYPED))
                    .fill("群众代表", "4")
                    .fill("企业代表", "2");
            center.form().getByLabel("邀请推荐的单位").click();
            center.form().getByText("市总工会").click();
            center.form().getByText(call).click();
            center.picture("center-draft-call").complete();
        }
        try (Tasklist leader = as("leader")) {
            leader.open(call)
                    .choose("同意，按时公布")
                    .fill("意见", "同意公布")
                    .picture("leader-approve-call")
                    .complete();
        }
        recruiting.timePassesTo(
                call, LocalDate.now().atStartOfDay().plusDays(1).minusSeconds(1).toString());
        ClockUtil.reset();
        assertThat(calls.call(call).state()).isEqualTo(CallState.OPEN);
        try (Tasklist unit = as("unit")) {
            unit.page().navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
            assertThat(unit.page().getByText("本单位推荐").first().innerText()).contains("本单位推荐");
            unit.open(call).choose("推荐一位人选").fill("姓名", "李小红").choose("女").picture("unit-recommend");
        }
        String self = recruiting.applied(call, "王小明");
        try (Tasklist center = as("center")) {
            center.open(self)
                    .choose("材料齐全，建议入选")
                    .choose("群众代表")
                    .fill("中心意见", "材料齐全，建议入选。")
                    .picture("center-check")
                    .complete();
        }
        try (Tasklist leader = as("leader")) {
            leader.open(self).choose("入选").fill("理由", "同意").picture("leader-decide");
            page = leader.page();
            at("/applications");
            picture("list");
            at("/applications/" + self);
            picture("application");
            page.getByText("查看完整信息").click();
            assertThat(page.locator("main").innerText()).contains("13800138000");
            picture("application-whole");
            at("/applications");
            page.locator("input[name=number]").first().check();
            page.getByLabel("入选，按中心建议的类别").check();
            page.getByLabel("理由", new Page.GetByLabelOptions().setExact(true)).fill("同意");
            page.getByText("审定所选", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("[role=status]").innerText()).contains("已审定 1 份申请");
        }
        ClockUtil.setCurrentTime(java.util.Date.from(LocalDate.now()
                .plusDays(14)
                .atTime(17, 30)
                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toInstant()));
        recruiting.timePassesTo(
                call, LocalDate.now().plusDays(14).atTime(17, 30).toString());
        try (Tasklist center = as("center")) {
            center.open(call)
                    .fill("公示说明", "以下人选拟聘任，公示期内可提出异议。")
                    .picture("center-publish-shortlist")
                    .complete();
        }
        assertThat(calls.call(call).state()).isEqualTo(CallState.NOTICE);
    }

    // ----

    private void fillIn() {
        Map<String, Object> person = Recruiting.person("王小明");
        for (String field : new String[] {
            "name", "birthDate", "ethnicity", "health", "phone", "email", "employer", "jobTitle", "address", "resume"
        }) page.locator("#" + field).fill(person.get(field).toString());
        page.getByLabel("女").check();
        page.locator("#education").selectOption("本科");
        page.locator("#politics").selectOption("群众");
        page.locator("#photo").setInputFiles(new FilePayload("我.jpg", "image/jpeg", Visitor.photo("jpg", 600, 840)));
        page.locator("#consent").check();
    }

    private void track(String number) {
        at("/applications/track");
        page.locator("#number").fill(number);
        page.locator("#mobile").fill("13800138000");
        page.locator("main button").click();
    }

    private String activation(String number) {
        return jdbc.sql("select data from notice where number = ? and template = 'application-appointed'")
                .param(number)
                .query(String.class)
                .single()
                .replaceAll("(?s).*(/activate/[^\"]+)\".*", "$1");
    }

    private Tasklist as(String user) {
        return Tasklist.of("http://localhost:" + port, user);
    }

    private void at(String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private void picture(String name) {
        Chromium.picture(page, pictures + "-" + name, true);
    }
}

package org.tiyanguan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.calendar.WorkCalendar;

/** The whole loop in a real browser, role by role. */
@BrowserTest
class LoopInTasklistTest {

    private static final String ADDRESS = "https://www.gov.cn/a_b_c?x=1&y=2#top";

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorkCalendar calendar;

    @Test
    void a_finding_goes_through_triage_assigning_rectification_extension_verification_objection_and_closing() {
        String number;
        try (Tasklist center = as("center")) {
            center.startProcess("整改闭环")
                    .choose("问题")
                    .fill("标题", "户籍窗口排队过久")
                    .fill("发生了什么", "取号后等了两个小时，只开了一个窗口。**加粗** <b>标签</b> 见" + ADDRESS + "，_斜体_")
                    .fill("地点", "二楼A区3号窗口")
                    .fill("发生日期", LocalDate.now().minusDays(1).format(TYPED))
                    .fill("办理的事项", "户口迁移")
                    .fill("体验官账号", "officer")
                    .picture("report-finding")
                    .start();
            number = jdbc.sql("select max(number) from ledger_entry")
                    .query(String.class)
                    .single();

            center.open(number)
                    .pick("问题类型", "窗口设置")
                    .choose("受理，转窗口单位整改")
                    .fill("理由或答复", "情况属实，予以受理")
                    .picture("center-triage");
            assertThat(center.text()).contains(number, "户籍窗口排队过久", "＊＊加粗＊＊", "见" + ADDRESS, "＿斜体＿");
            assertThat(center.page()
                            .locator(".fjs-container a[href*='gov.cn']")
                            .first()
                            .getAttribute("href"))
                    .isEqualTo(ADDRESS);
            center.complete();

            center.open(number).picture("center-assign");
            assertThat(center.text()).contains("建议责任单位：市公安局");
            center.complete();
        }

        try (Tasklist department = as("gongan")) {
            department.open(number).choose("是，接收办理").picture("department-accept");
            assertThat(department.text()).contains("户籍窗口排队过久", "问题类型　窗口设置").doesNotContain("周晓明", "晓明");
            department.complete();
            LocalDate until = calendar.plusWorkdays(LocalDate.now(), 15);
            department
                    .open(number)
                    .choose("申请延期（只能申请一次）")
                    .fill("申请延期至", until.format(TYPED))
                    .fill("延期理由", "设备采购需要时间")
                    .picture("department-rectify-extend")
                    .complete();
        }

        try (Tasklist leader = as("leader")) {
            leader.open(number)
                    .choose("同意延期")
                    .fill("理由", "同意")
                    .picture("leader-decide-extension")
                    .complete();
        }

        try (Tasklist department = as("gongan")) {
            department
                    .open(number)
                    .choose("整改已完成")
                    .fill("整改情况", "已增开两个窗口，平均等候二十分钟。")
                    .picture("department-rectify");
            assertThat(department.text()).doesNotContain("申请延期（只能申请一次）");
            department.complete();
        }

        try (Tasklist center = as("center")) {
            verifyGood(center.open(number).picture("center-verify"));
        }

        try (Tasklist officer = as("officer")) {
            Page page = officer.page();
            page.navigate(base() + "/ledger/" + number + "/task");
            page.getByLabel("不认可，请中心重新核验").check();
            page.getByLabel("不认可的，请说明理由").fill("昨天去仍然只有一个窗口");
            officer.picture("officer-object");
            page.getByText("提交", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("已收到您的评价").waitFor();
        }

        try (Tasklist center = as("center")) {
            center.open(number);
            assertThat(center.text()).contains("昨天去仍然只有一个窗口").doesNotContain("晓明");
            verifyGood(center);
        }

        try (Tasklist officer = as("officer")) {
            Page page = officer.page();
            page.navigate(base() + "/ledger/" + number + "/task");
            page.getByLabel("认可", new Page.GetByLabelOptions().setExact(true)).check();
            page.getByLabel("5 星").check();
            officer.picture("officer-confirm");
            page.getByText("提交", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("已收到您的评价").waitFor();
        }

        try (Tasklist center = as("center")) {
            Page page = center.page();
            page.navigate(base() + "/ledger/" + number);
            center.picture("ledger-entry");
            assertThat(center.text()).contains("已办结", "户籍窗口排队过久", "周晓明");
            page.navigate(base() + "/ledger");
            center.picture("ledger");
            assertThat(center.text()).contains(number);
        }
        try (Tasklist department = as("gongan")) {
            department.page().navigate(base() + "/ledger/" + number);
            assertThat(department.text()).contains("已办结").doesNotContain("晓明");
        }
        try (Tasklist other = as("shebao")) {
            other.page().navigate(base() + "/ledger/" + number);
            assertThat(other.text()).doesNotContain("户籍窗口排队过久");
        }
        assertThat(jdbc.sql("select state from ledger_entry where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
    }

    @Test
    void a_refusal_by_the_server_is_shown_as_its_plain_chinese_sentence() {
        try (Tasklist center = as("center")) {
            center.startProcess("整改闭环")
                    .choose("意见建议")
                    .fill("标题", "希望增设自助机")
                    .fill("发生了什么", "建议在一楼增设自助取号机。")
                    .fill("地点", "一楼大厅")
                    .fill("发生日期", LocalDate.now().format(TYPED))
                    .fill("办理的事项", "取号")
                    .fill("体验官账号", "nobody");
            center.page().locator("button[ng-click='startProcessInstance()']").click();
            center.page().getByText("没有找到账号为“nobody”的体验官").first().waitFor();
            center.picture("refusal");
        }
    }

    private static void verifyGood(Tasklist center) {
        center.choose("整改到位")
                .choose("现场核验")
                .fill("核验意见", "现场查看属实")
                .fill("给反映人的答复", "窗口已增开两个，欢迎再来体验。")
                .complete();
    }

    private Tasklist as(String user) {
        return Tasklist.of(base(), user);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}

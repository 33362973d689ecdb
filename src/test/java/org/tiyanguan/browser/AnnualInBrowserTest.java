package org.tiyanguan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.AtTime;
import org.tiyanguan.annual.AnnualList;
import org.tiyanguan.annual.Summing;
import org.tiyanguan.annual.YearLedger;

/** A year's summary from its opening to the page that everybody reads, by five people at desk and phone. */
@BrowserTest
@AtTime("2026-12-01T09:00:00")
class AnnualInBrowserTest {

    private static final String NUMBER = Summing.NUMBER;

    @LocalServerPort
    int port;

    @Autowired
    Summing summing;

    @Autowired
    YearLedger ledger;

    @Autowired
    AnnualList list;

    @BeforeEach
    void a_year_with_entries() {
        summing.afresh();
        ledger.empty();
        ledger.entries("gongan", 12, 5);
        for (int i = 0; i < 12; i++) ledger.entry("shebao", 2, i % 2 == 0, "YELLOW");
    }

    @AfterEach
    void nothing_stays_public() {
        summing.afresh();
    }

    @Test
    void a_year_is_opened_checked_written_approved_answered_issued_and_read() {
        try (BrowserContext center = Chromium.window(base(), "center", new Browser.NewContextOptions())) {
            Page page = center.newPage();
            page.navigate(base() + "/annual");
            page.locator("#year").selectOption("2026");
            press(page, "启动");
            page.getByText("修改报告初稿").first().waitFor();
        }
        try (Tasklist gongan = as("gongan")) {
            gongan.open(NUMBER).choose("数据无误").picture("department-check-figures");
            gongan.complete();
        }
        summing.agreeAll();
        try (BrowserContext phone = phone("officer")) {
            Page page = phone.newPage();
            page.navigate(base() + "/officer/annual");
            page.getByLabel("意见和建议").fill("希望多安排周末体验");
            Chromium.picture(page, "officer-annual-opinion", true);
            press(page, "提交");
            page.getByText("意见已收到").waitFor();
        }
        summing.silentOfficers();
        writes();
        try (Tasklist center = as("center")) {
            center.open(NUMBER).fill("给领导的说明", "请审定").picture("center-draft-report");
            center.complete();
        }
        try (Tasklist leader = as("leader")) {
            leader.open(NUMBER)
                    .choose("同意")
                    .choose("市社会保险基金管理局")
                    .fill("划去的理由", "系统升级期间不计")
                    .picture("leader-approve-report");
            leader.complete();
        }
        assertThat(list.counting(NUMBER)).hasSize(1);
        summing.dropsMeeting();
        try (Tasklist center = as("center")) {
            center.open(NUMBER).choose("今年不开了，直接往下办").fill("说明", "书面征求了意见").picture("center-decide-meeting");
            center.complete();
            center.open(NUMBER).choose("采纳").fill("答复", "明年每季度安排一次周末体验。").picture("center-answer-opinions");
            center.complete();
        }
        try (Tasklist leader = as("leader")) {
            leader.open(NUMBER).choose("签发，向社会公布并通报各单位").picture("leader-issue");
            leader.complete();
        }
        try (BrowserContext phone = Chromium.window(new Browser.NewContextOptions().setViewportSize(360, 740))) {
            Page page = phone.newPage();
            page.navigate(base() + "/annual/2026");
            page.getByText("明年把周末体验列入计划。").waitFor();
            assertThat(page.locator("main").innerText()).contains("市公安局").doesNotContain("周晓明", "希望多安排周末体验");
            Chromium.picture(page, "annual-public", true);
        }
        try (BrowserContext phone = phone("officer")) {
            Page page = phone.newPage();
            page.navigate(base() + "/officer/annual");
            page.getByText("明年每季度安排一次周末体验。").waitFor();
        }
    }

    /** A name is refused at the paragraph, and what was typed stays; without it the text is kept. */
    private void writes() {
        try (BrowserContext center = Chromium.window(base(), "center", new Browser.NewContextOptions())) {
            Page page = center.newPage();
            page.navigate(base() + "/annual/2026/draft");
            page.getByLabel("正文").last().fill("周晓明建议多安排周末体验。");
            press(page.locator("form section").last(), "保存");
            page.locator("[id^=text-][aria-invalid]").waitFor();
            assertThat(page.getByLabel("正文").last().inputValue()).isEqualTo("周晓明建议多安排周末体验。");
            Chromium.picture(page, "annual-refused", true);
            page.getByLabel("正文").last().fill("明年把周末体验列入计划。");
            press(page.locator("form section").last(), "保存");
            page.getByText("已保存").waitFor();
            Chromium.picture(page, "annual-draft", true);
        }
    }

    private static void press(Page page, String label) {
        press(page.locator("main"), label);
    }

    private static void press(Locator within, String label) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    private BrowserContext phone(String user) {
        return Chromium.window(base(), user, new Browser.NewContextOptions().setViewportSize(360, 740));
    }

    private Tasklist as(String user) {
        return Tasklist.of(base(), user);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}

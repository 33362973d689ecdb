package org.tiyanguan.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.practice.Practising;

/** A practice from the ledger's page through Tasklist to the page that everybody reads on a phone. */
@BrowserTest
class PracticeInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Practising practising;

    @AfterEach
    void nothing_stays_public() {
        practising.othersAreWithdrawn();
    }

    @Test
    void the_centre_writes_the_department_agrees_the_leader_approves_and_everybody_reads() {
        String entry = practising.rectified();
        String number;
        try (BrowserContext window = Chromium.window(base(), "center", new Browser.NewContextOptions())) {
            Page page = window.newPage();
            page.navigate(base() + "/ledger/" + entry);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("推荐为好经验"))
                    .click();
            page.getByLabel("为什么值得推广").fill("等候时间明显缩短");
            Chromium.picture(page, "practice-nominate", true);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("立项撰写"))
                    .click();
            page.navigate(base() + "/practices");
            number = page.getByText(Pattern.compile("HY-\\d{4}-\\d{6}"))
                    .first()
                    .innerText()
                    .replaceAll("(?s).*(HY-\\d{4}-\\d{6}).*", "$1");
        }
        try (Tasklist center = as("center")) {
            center.open(number)
                    .choose("提交责任单位核对")
                    .fill("标题", "高峰时段按取号数增开窗口")
                    .fill("原来怎样", "上午高峰只开一个窗口，群众要等近两个小时。")
                    .fill("做了什么", "等候超过二十人时，十分钟内增开一个窗口。")
                    .fill("效果怎样", "高峰时段平均等候降到二十五分钟。")
                    .picture("center-write-practice");
            center.complete();
        }
        try (Tasklist gongan = as("gongan")) {
            gongan.open(number).choose("同意公开").picture("department-check-practice");
            gongan.complete();
        }
        try (Tasklist leader = as("leader")) {
            leader.open(number).choose("同意公开").picture("leader-approve-practice");
            leader.complete();
        }
        try (BrowserContext phone = Chromium.window(
                new Browser.NewContextOptions().setViewportSize(360, 740).setBaseURL(base()))) {
            Page page = phone.newPage();
            page.navigate("/");
            page.getByText("高峰时段按取号数增开窗口").first().waitFor();
            page.navigate("/practices/" + number);
            page.getByText("高峰时段平均等候降到二十五分钟。").waitFor();
            Chromium.picture(page, "practice-public", true);
        }
        try (Tasklist shebao = as("shebao")) {
            shebao.open(number).picture("department-adopt");
        }
    }

    private Tasklist as(String user) {
        return Tasklist.of(base(), user);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}

package org.tiyanguan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;

/** An officer's phone: 360 pixels wide, with a connection that breaks. What is seen lands in {@code target/screenshots}. */
@IntegrationTest
@Tag("browser")
@EnabledIf("org.tiyanguan.browser.Chromium#isThere")
class OfficerOnAPhoneTest {

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort int port;

    @Autowired JdbcClient jdbc;

    private BrowserContext phone;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        playwright = Playwright.create();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @BeforeEach
    void log_in() {
        phone = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(360, 740));
        page = phone.newPage();
        at("/login");
        page.locator("#username").fill("officer");
        page.locator("#password").fill("Demo#2026");
        page.locator("form[action='/login'] button").click();
        page.locator(".who").waitFor();
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void what_was_typed_is_sent_once_when_the_connection_is_back() {
        long before = entries();
        at("/officer");
        picture("home");
        page.getByText("随手拍").first().click();
        fillIn();
        phone.setOffline(true);
        page.locator("main form button").click();
        assertThat(page.locator("[data-keep-says]").innerText()).contains("现在没有网络", "自动提交");
        picture("offline");
        phone.setOffline(false);
        page.waitForURL("**/officer/TYG-*");
        assertThat(page.locator("[role=status]").innerText()).contains("已收到，编号 TYG");
        picture("sent");
        page.getByText("照片和附件").click();
        page.locator("#files").setInputFiles(new FilePayload[] {photo(0x9fc3e8), photo(0xe8c39f)});
        page.getByText("上传", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("[role=status]").innerText()).contains("已上传");
        assertThat(page.locator(".pieces img").count()).isEqualTo(2);
        picture("evidence");
        assertThat(entries()).isEqualTo(before + 1);
        at("/officer/report");
        assertThat(page.locator("#title").inputValue()).isEmpty();
        picture("report");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @Test
    void what_was_typed_is_there_again_when_the_page_was_closed() {
        at("/officer/report");
        fillIn();
        at("/officer");
        at("/officer/report");
        page.getByText("上次没有提交的内容已恢复").waitFor();
        assertThat(page.locator("#title").inputValue()).isEqualTo("户籍窗口排队过久");
        assertThat(page.getByLabel("意见建议").isChecked()).isTrue();
    }

    @Test
    void a_report_that_arrived_while_its_answer_got_lost_is_not_filled_in_again() {
        at("/officer/report");
        fillIn();
        String kept = (String) page.evaluate("localStorage.getItem('kept-report')");
        page.locator("main form button").click();
        page.waitForURL("**/officer/TYG-*");
        page.evaluate("kept => localStorage.setItem('kept-report', kept)", kept);
        at("/officer/report");
        page.getByText("上次提交的内容已收到，编号 TYG").waitFor();
        assertThat(page.locator("#title").inputValue()).isEmpty();
        at("/officer/report");
        assertThat(page.locator("[data-keep-says]").isVisible()).isFalse();
    }

    private void fillIn() {
        page.getByLabel("意见建议").check();
        page.locator("#title").fill("户籍窗口排队过久");
        page.locator("#description").fill("取号后等了两个小时，只开了一个窗口。");
        page.locator("#place").fill("二楼A区");
        page.locator("#occurredOn").fill("2026-03-02");
        page.locator("#serviceItem").fill("户口迁移");
        page.getByLabel("一般").check();
    }

    private static FilePayload photo(int colour) {
        BufferedImage picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 800; x++) for (int y = 0; y < 600; y++) picture.setRGB(x, y, colour - x / 8);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload("photo.jpg", "image/jpeg", bytes.toByteArray());
    }

    private long entries() {
        return jdbc.sql("select count(*) from ledger_entry").query(Long.class).single();
    }

    private void at(String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", "officer-phone-" + name + ".png")));
    }
}

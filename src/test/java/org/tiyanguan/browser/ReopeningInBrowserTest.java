package org.tiyanguan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.rectification.Loop;

/** What was mended came back: its officer says so on a phone, the centre at the desk, and Tasklist goes on with it. */
@BrowserTest
class ReopeningInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    private String number;

    @BeforeEach
    void a_mended_entry() {
        number = loop.confirming();
        loop.complete("officer", number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
    }

    @Test
    void the_officer_opens_it_anew_on_a_phone_and_the_centre_goes_on_in_tasklist() {
        String child;
        try (BrowserContext phone =
                Chromium.window(base(), "officer", new Browser.NewContextOptions().setViewportSize(360, 740))) {
            Page page = phone.newPage();
            page.navigate(base() + "/officer/" + number);
            page.getByText("问题又出现了？").click();
            page.getByLabel("现在的情况").fill("今天又只开了一个窗口，等了一个半小时");
            Chromium.picture(page, "reopen-on-a-phone", true);
            press(page, "重新打开");
            page.getByText("这个问题另立一件重新整改").waitFor();
            child = page.url().replaceAll(".*/", "");
            assertThat(child).isNotEqualTo(number);
            page.navigate(base() + "/officer/" + number);
            page.getByText("问题又出现，另立").waitFor();
            Chromium.picture(page, "reopened-on-a-phone", true);
        }
        assertThat(loop.entry(child).relapseOf()).isEqualTo(number);
        try (Tasklist center = as("center")) {
            center.open(child);
            assertThat(center.text()).contains("今天又只开了一个窗口", "复发");
            center.picture("center-triage-again");
        }
    }

    @Test
    void the_centre_opens_it_anew_for_a_caller_and_keeps_what_was_typed_when_refused() {
        try (BrowserContext center = Chromium.window(base(), "center", new Browser.NewContextOptions())) {
            Page page = center.newPage();
            page.navigate(base() + "/ledger/" + number);
            page.getByText("问题复发，重新打开").click();
            page.getByLabel("现在的情况").fill("来电反映又只开了一个窗口");
            page.getByLabel("谁发现的").selectOption("OFFICER");
            page.getByLabel("体验官的账号").fill("nobody");
            press(page, "确定重新打开");
            page.getByText("没有找到账号为“nobody”的体验官").waitFor();
            assertThat(page.getByLabel("现在的情况").inputValue()).isEqualTo("来电反映又只开了一个窗口");
            Chromium.picture(page, "reopen-refused", true);
            page.getByLabel("谁发现的").selectOption("HOTLINE");
            page.getByLabel("体验官的账号").fill("");
            page.getByLabel("姓名（可不填）").fill("赵女士");
            press(page, "确定重新打开");
            page.getByText("已重新打开 " + number).waitFor();
            Chromium.picture(page, "reopened", true);
        }
    }

    private static void press(Page page, String label) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    private Tasklist as(String user) {
        return Tasklist.of(base(), user);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}

package org.tiyanguan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Browsers within other programs (WeChat, 360) lack what others have had for years: an officer sends a report without
 * any one of it, without all of it, and without our scripts.
 */
@BrowserTest
class OldBrowsersTest {

    private static final String[] MISSING = {
        "delete AbortSignal.timeout",
        "window.AbortController = undefined",
        "window.fetch = undefined",
        "Object.defineProperty(window, 'indexedDB', { value: undefined })",
        "window.IDBFactory.prototype.open = () => ({})",
        "window.IDBFactory.prototype.open = () => { throw new Error('not here'); }",
        "Object.defineProperty(window, 'crypto', { value: undefined })",
        "delete Crypto.prototype.randomUUID",
        "window.DataTransfer = undefined",
        "window.createImageBitmap = undefined",
        "HTMLCanvasElement.prototype.toBlob = undefined",
        "window.File = class {}",
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })",
        "window.CSS = undefined",
        "window.ResizeObserver = undefined",
        "Object.defineProperty(SubmitEvent.prototype, 'submitter', { get: () => undefined })",
        "delete HTMLFormElement.prototype.requestSubmit",
        "delete Element.prototype.replaceChildren",
        "delete String.prototype.replaceAll",
        "delete Array.prototype.at",
        "delete Array.prototype.flatMap",
        "delete Object.hasOwn",
        "delete Object.fromEntries",
        "delete Promise.allSettled",
        "delete Promise.any",
        "window.structuredClone = undefined",
    };

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private OfficerPhone phone;

    @BeforeEach
    void log_in() {
        phone = new OfficerPhone(port);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    static Stream<String> missing() {
        return Stream.concat(Stream.of(MISSING), Stream.of(String.join(";\n", MISSING)));
    }

    @ParameterizedTest
    @MethodSource
    void missing(String interfaces) {
        phone.context.addInitScript(interfaces);
        List<String> faults = new ArrayList<>();
        phone.page.onPageError(faults::add);
        sends();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"const then = ;", "throw new Error('broken');", ""})
    void a_script_that_fails_leaves_the_plain_form(String broken) {
        phone.close();
        phone.open(new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.BLOCK));
        phone.context.route(
                "**/*.js",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody(broken)));
        sends();
    }

    @Test
    void without_scripts_the_form_is_sent() {
        phone.close();
        phone.open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        sends();
    }

    /** Some say so for ever, whatever the network. */
    @Test
    void who_is_told_that_there_is_no_network_sends_all_the_same() {
        phone.context.addInitScript("Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })");
        long before = entries();
        phone.at("/officer/report");
        phone.fillIn(1);
        phone.press("提交");
        phone.page.getByText("现在没有网络").waitFor();
        phone.look("no-network");
        phone.press("直接发送");
        phone.page.waitForURL("**/officer/TYG-*");
        assertThat(entries()).isEqualTo(before + 1);
    }

    @Test
    void what_fails_while_sending_leads_to_the_plain_form() {
        phone.context.addInitScript("window.FormData = undefined");
        sends();
    }

    private void sends() {
        long before = entries();
        phone.at("/officer/report");
        phone.fillIn(1);
        phone.page.locator("#photos-f1").setInputFiles(OfficerPhone.photo(0x9fc3e8));
        phone.press("提交");
        phone.page.waitForURL("**/officer/TYG-*");
        assertThat(entries()).isEqualTo(before + 1);
        assertThat(phone.page.locator(".halves img").count()).isEqualTo(1);
    }

    private long entries() {
        return jdbc.sql("select count(*) from ledger_entry").query(Long.class).single();
    }
}

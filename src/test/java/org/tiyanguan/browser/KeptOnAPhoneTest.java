package org.tiyanguan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an officer typed on a phone is kept and sent once, though the connection breaks and pages are closed. */
@BrowserTest
class KeptOnAPhoneTest {

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

    @Test
    void what_was_typed_and_chosen_is_sent_once_when_the_connection_is_back() {
        long before = entries();
        phone.at("/officer/report");
        phone.look("report");
        phone.fillIn(1);
        phone.page
                .locator("#photos-f1")
                .setInputFiles(new FilePayload[] {OfficerPhone.photo(0x9fc3e8), OfficerPhone.photo(0xe8c39f)});
        phone.context.setOffline(true);
        phone.press("提交");
        phone.page.getByText("网络恢复后会自动提交").waitFor();
        phone.look("offline");
        phone.context.setOffline(false);
        phone.page.waitForURL("**/officer/TYG-*");
        assertThat(phone.page.locator("[role=status]").innerText()).contains("TYG-");
        assertThat(phone.page.locator(".halves img").count()).isEqualTo(2);
        assertThat(entries()).isEqualTo(before + 1);
        phone.look("sent");
        phone.page.getByText("查看全部").click();
        phone.page.waitForURL("**/evidence/*");
        phone.look("evidence");
        phone.forgotten();
        phone.at("/officer/report");
        assertThat(phone.page.locator("#f1-title").inputValue()).isEmpty();
        assertThat(phone.page.locator("[data-keep-says]").isVisible()).isFalse();
    }

    @Test
    void a_report_written_and_sent_without_a_network_in_a_page_that_was_closed_arrives_later() {
        long before = entries();
        phone.at("/officer/report");
        phone.page.evaluate("navigator.serviceWorker.ready.then(() => true)");
        phone.at("/officer/report");
        phone.context.setOffline(true);
        phone.at("/officer/report");
        phone.fillIn(1);
        phone.press("提交");
        phone.page.getByText("网络恢复后会自动提交").waitFor();
        phone.page.close();
        phone.page = phone.context.newPage();
        phone.at("/officer/report");
        phone.page.getByText("网络恢复后会自动提交").waitFor();
        assertThat(phone.page.locator("#f1-title").inputValue()).isEqualTo("户籍窗口排队过久");
        phone.context.setOffline(false);
        phone.page.waitForURL("**/officer/TYG-*");
        assertThat(entries()).isEqualTo(before + 1);
        phone.forgotten();

        // The same stored page once more is another report.
        phone.context.setOffline(true);
        phone.at("/officer/report");
        assertThat(phone.page.locator("#f1-title").inputValue()).isEmpty();
        phone.fillIn(1);
        phone.press("提交");
        phone.page.getByText("网络恢复后会自动提交").waitFor();
        phone.context.setOffline(false);
        phone.page.waitForURL("**/officer/TYG-*");
        assertThat(entries()).isEqualTo(before + 2);
    }

    @Test
    void what_was_typed_is_there_again_when_the_page_was_closed() {
        phone.at("/officer/report");
        phone.fillIn(1);
        phone.press("再加一条");
        phone.page.locator("#f2-title").fill("缺少填表样张");
        phone.page.locator("#photos-f2").setInputFiles(OfficerPhone.photo(0x9fc3e8));
        phone.kept(2);
        phone.at("/officer");
        phone.at("/officer/report");
        phone.page.getByText("上次没有提交的内容已恢复").waitFor();
        assertThat(phone.page.locator("#f1-title").inputValue()).isEqualTo("户籍窗口排队过久");
        assertThat(phone.page.locator("[name='f1-kind'][value='SUGGESTION']").isChecked())
                .isTrue();
        assertThat(phone.page.locator("#f2-title").inputValue()).isEqualTo("缺少填表样张");
        assertThat(phone.page.evaluate("document.querySelector('#photos-f2').files.length"))
                .isEqualTo(1);
        phone.look("restored");
    }

    @Test
    void what_was_typed_is_there_again_however_late_the_pages_scripts_arrive() {
        phone.close();
        phone.open(new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.BLOCK));
        phone.at("/officer/report");
        phone.press("再加一条");
        phone.page.locator("#f2-title").fill("缺少填表样张");
        phone.kept(2);
        phone.at("/officer");
        List<Route> late = new ArrayList<>();
        phone.page.route("**/record.js", late::add);
        phone.page.navigate(
                phone.base + "/officer/report", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        phone.page.waitForCondition(
                () -> !late.isEmpty() && (boolean) phone.page.evaluate("document.readyState === 'interactive'"));
        // More than the page asks of its storage and of the server before it puts back what was kept.
        for (int round = 0; round < 20; round++)
            phone.page.evaluate(
                    "() => fetch('/officer/arrived/nothing').then(() => indexedDB.databases()).then(() => true)");
        late.get(0).resume();
        phone.page.getByText("上次没有提交的内容已恢复").waitFor();
        assertThat(phone.page.locator("#f2-title").inputValue()).isEqualTo("缺少填表样张");
    }

    @Test
    void a_phone_of_2020_keeps_drafts_and_sends() {
        phone.context.addInitScript("""
                delete AbortSignal.timeout;
                delete Crypto.prototype.randomUUID;
                delete Object.hasOwn;
                delete String.prototype.replaceAll;
                delete Element.prototype.replaceChildren;
                delete HTMLFormElement.prototype.requestSubmit;
                Object.defineProperty(SubmitEvent.prototype, 'submitter', { get: () => undefined });
                window.DataTransfer = undefined;
                window.createImageBitmap = undefined;
                """);
        List<String> faults = new ArrayList<>();
        phone.page.onPageError(faults::add);
        long before = entries();
        phone.at("/officer/report");
        phone.fillIn(1);
        phone.press("再加一条");
        phone.page.locator("#f2-title").fill("缺少填表样张");
        phone.page.locator("#photos-f1").setInputFiles(OfficerPhone.photo(0x9fc3e8));
        phone.press("保存草稿");
        phone.page.getByText("草稿已保存").waitFor();
        assertThat(entries()).as("a draft is no report").isEqualTo(before);
        assertThat(phone.page.locator("#f2-title").inputValue()).isEqualTo("缺少填表样张");
        phone.page.locator("[data-finding='2'] [data-remove]").click();
        phone.press("提交");
        phone.page.waitForURL("**/officer/TYG-*");
        assertThat(entries()).isEqualTo(before + 1);
        phone.page.getByText("查看全部、再加照片").waitFor();
        assertThat(faults).isEmpty();
    }

    @Test
    void a_report_that_arrived_while_its_answer_got_lost_is_not_filled_in_again() {
        phone.at("/officer/report");
        phone.fillIn(1);
        phone.kept(1);
        Object kept = phone.page.evaluate(OfficerPhone.ROWS);
        phone.press("提交");
        phone.page.waitForURL("**/officer/TYG-*");
        phone.forgotten();
        long entries = entries();
        phone.page.evaluate("""
                ([key, row]) => new Promise(done => {
                    indexedDB.open('kept').onsuccess = opened => {
                        const put = opened.target.result.transaction('forms', 'readwrite').objectStore('forms').put(row, key);
                        put.onsuccess = done;
                    };
                }).then(() => true)""", ((List<?>) kept).get(0));
        phone.at("/officer/report");
        phone.page.getByText("上次提交的内容已收到").waitFor();
        assertThat(phone.page.locator("#f1-title").inputValue()).isEmpty();
        phone.at("/officer/report");
        assertThat(phone.page.locator("[data-keep-says]").isVisible()).isFalse();
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void who_has_to_log_in_again_loses_nothing() {
        long before = entries();
        phone.at("/officer/report");
        phone.fillIn(1);
        phone.context.clearCookies();
        phone.press("提交");
        phone.page.getByText("登录已过期").waitFor();
        phone.look("login-over");
        phone.page.getByText("请重新登录").click();
        Chromium.logIn(phone.page, "officer");
        phone.page.waitForURL("**/officer/TYG-*");
        assertThat(entries()).isEqualTo(before + 1);
    }

    @Test
    void the_next_officer_on_the_same_phone_finds_nothing_of_the_one_before() {
        phone.context.clearCookies();
        phone.at("/login");
        Chromium.logIn(phone.page, "officer");
        phone.at("/officer/report");
        phone.fillIn(1);
        phone.kept(1);
        phone.press("退出");
        phone.at("/login");
        Chromium.logIn(phone.page, "officer2");
        phone.at("/officer/report");
        phone.forgotten();
        assertThat(phone.page.locator("#f1-title").inputValue()).isEmpty();
        assertThat(phone.page.locator("[data-keep-says]").isVisible()).isFalse();
    }

    private String name(String account) {
        return jdbc.sql("select concat(last_, first_) from act_id_user where id_ = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    private long entries() {
        return jdbc.sql("select count(*) from ledger_entry").query(Long.class).single();
    }
}

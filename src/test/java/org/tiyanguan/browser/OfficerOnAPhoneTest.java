package org.tiyanguan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import com.microsoft.playwright.options.WaitUntilState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.rectification.Loop;

/** An officer's phone: 360 pixels wide, with a connection that breaks. */
@BrowserTest
class OfficerOnAPhoneTest {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy/M/d");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Loop loop;

    private BrowserContext phone;
    private Page page;

    @BeforeEach
    void log_in() {
        logInOn(new Browser.NewContextOptions());
    }

    private void logInOn(Browser.NewContextOptions options) {
        phone = Chromium.window(base(), "officer", options.setViewportSize(360, 740));
        page = phone.newPage();
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void an_assignment_goes_from_its_plan_to_a_closed_finding() {
        String assignment = planned();
        at("/officer");
        look("home");
        page.getByText("户籍窗口暗访").click();
        page.waitForURL("**/officer/tasks/*");
        look("invited");
        page.getByLabel("参加", new Page.GetByLabelOptions().setExact(true)).check();
        press("答复");

        for (int item = 0; item < 5; item++)
            page.locator("[name='rating-" + item + "'][value='" + (item == 0 ? "NONE" : "" + (item + 1)) + "']")
                    .locator("..")
                    .click();
        page.locator(".item").nth(1).getByText("写说明、加照片").click();
        page.locator("#note-1").fill("字太小，老人看不清");
        page.locator("#photos-i1").setInputFiles(photo(0x9fc3e8));
        press("报告问题或建议");
        fillIn(1);
        page.locator("#photos-f1").setInputFiles(photo(0xe8c39f));
        press("保存草稿");
        page.getByText("草稿已保存").waitFor();
        look("draft");
        press("提交");
        page.getByText("已提交").first().waitFor();
        String number = newestEntry();
        page.locator("a[href='/officer/" + number + "']").click();
        page.getByText("中心正在梳理").waitFor();

        rectified(number);
        at("/officer/" + number);
        page.getByText("整改前（您的照片）").waitFor();
        assertThat(page.locator(".halves img").count()).isEqualTo(1);
        page.getByLabel("认可", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("5 星").check();
        look("confirm");
        press("提交");
        page.getByText("已收到您的评价").waitFor();
        look("closed");
        assertThat(jdbc.sql("select state from ledger_entry where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
        at("/officer/me");
        assertThat(page.locator("main").innerText()).contains("提交体验记录", "反映推动了整改", "5.0 星");
        look("me");
        at("/officer/settings");
        look("settings");
        try (Tasklist center = as("center")) {
            center.page().navigate(base() + "/assignments/" + assignment);
            assertThat(center.text()).contains("已结束", "字太小，老人看不清", number);
            center.picture("assignment");
        }
    }

    /** The number of an assignment that the centre planned in Tasklist for the officer. */
    private String planned() {
        try (Tasklist center = as("center")) {
            center.startProcess("体验")
                    .fill("标题", "户籍窗口暗访")
                    .choose("网办体验")
                    .picture("plan-assignment")
                    .start();
            String number = jdbc.sql("select max(number) from assignment")
                    .query(String.class)
                    .single();
            center.open(number)
                    .choose("派出，邀请体验官")
                    .choose("暗访")
                    .pick("体验哪个单位", "市公安局")
                    .pick("体验清单", "网办体验")
                    .fill("体验地点", "二楼A区")
                    .fill("第一天", LocalDate.now().format(TYPED))
                    .fill("最后一天", LocalDate.now().plusDays(14).format(TYPED))
                    .choose("指定人选")
                    .pick("人选", name("officer"))
                    .picture("center-plan-assignment")
                    .complete();
            return number;
        }
    }

    /** What the centre and the department do in Tasklist is seen in {@link LoopInTasklistTest}. */
    private void rectified(String number) {
        loop.accept(number);
        loop.assign(number, "gongan");
        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.finish(number);
        loop.verifyGood(number);
    }

    @Test
    void what_was_typed_and_chosen_is_sent_once_when_the_connection_is_back() {
        long before = entries();
        at("/officer/report");
        look("report");
        fillIn(1);
        page.locator("#photos-f1").setInputFiles(new FilePayload[] {photo(0x9fc3e8), photo(0xe8c39f)});
        phone.setOffline(true);
        press("提交");
        page.getByText("网络恢复后会自动提交").waitFor();
        look("offline");
        phone.setOffline(false);
        page.waitForURL("**/officer/TYG-*");
        assertThat(page.locator("[role=status]").innerText()).contains("TYG-");
        assertThat(page.locator(".halves img").count()).isEqualTo(2);
        assertThat(entries()).isEqualTo(before + 1);
        look("sent");
        page.getByText("查看全部").click();
        page.waitForURL("**/evidence/*");
        look("evidence");
        forgotten();
        at("/officer/report");
        assertThat(page.locator("#f1-title").inputValue()).isEmpty();
        assertThat(page.locator("[data-keep-says]").isVisible()).isFalse();
    }

    @Test
    void a_report_written_and_sent_without_a_network_in_a_page_that_was_closed_arrives_later() {
        long before = entries();
        at("/officer/report");
        page.evaluate("navigator.serviceWorker.ready.then(() => true)");
        at("/officer/report");
        phone.setOffline(true);
        at("/officer/report");
        fillIn(1);
        press("提交");
        page.getByText("网络恢复后会自动提交").waitFor();
        page.close();
        page = phone.newPage();
        at("/officer/report");
        page.getByText("网络恢复后会自动提交").waitFor();
        assertThat(page.locator("#f1-title").inputValue()).isEqualTo("户籍窗口排队过久");
        phone.setOffline(false);
        page.waitForURL("**/officer/TYG-*");
        assertThat(entries()).isEqualTo(before + 1);
        forgotten();

        // The same stored page once more is another report.
        phone.setOffline(true);
        at("/officer/report");
        assertThat(page.locator("#f1-title").inputValue()).isEmpty();
        fillIn(1);
        press("提交");
        page.getByText("网络恢复后会自动提交").waitFor();
        phone.setOffline(false);
        page.waitForURL("**/officer/TYG-*");
        assertThat(entries()).isEqualTo(before + 2);
    }

    @Test
    void what_was_typed_is_there_again_when_the_page_was_closed() {
        at("/officer/report");
        fillIn(1);
        press("再加一条");
        page.locator("#f2-title").fill("缺少填表样张");
        page.locator("#photos-f2").setInputFiles(photo(0x9fc3e8));
        kept(2);
        at("/officer");
        at("/officer/report");
        page.getByText("上次没有提交的内容已恢复").waitFor();
        assertThat(page.locator("#f1-title").inputValue()).isEqualTo("户籍窗口排队过久");
        assertThat(page.locator("[name='f1-kind'][value='SUGGESTION']").isChecked())
                .isTrue();
        assertThat(page.locator("#f2-title").inputValue()).isEqualTo("缺少填表样张");
        assertThat(page.evaluate("document.querySelector('#photos-f2').files.length"))
                .isEqualTo(1);
        look("restored");
    }

    @Test
    void what_was_typed_is_there_again_however_late_the_pages_scripts_arrive() {
        phone.close();
        logInOn(new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.BLOCK));
        at("/officer/report");
        press("再加一条");
        page.locator("#f2-title").fill("缺少填表样张");
        kept(2);
        at("/officer");
        List<Route> late = new ArrayList<>();
        page.route("**/record.js", late::add);
        page.navigate(base() + "/officer/report", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForCondition(
                () -> !late.isEmpty() && (boolean) page.evaluate("document.readyState === 'interactive'"));
        // More than the page asks of its storage and of the server before it puts back what was kept.
        for (int round = 0; round < 20; round++)
            page.evaluate("() => fetch('/officer/arrived/nothing').then(() => indexedDB.databases()).then(() => true)");
        late.get(0).resume();
        page.getByText("上次没有提交的内容已恢复").waitFor();
        assertThat(page.locator("#f2-title").inputValue()).isEqualTo("缺少填表样张");
    }

    @Test
    void a_phone_of_2020_keeps_drafts_and_sends() {
        phone.addInitScript("""
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
        page.onPageError(faults::add);
        long before = entries();
        at("/officer/report");
        fillIn(1);
        press("再加一条");
        page.locator("#f2-title").fill("缺少填表样张");
        page.locator("#photos-f1").setInputFiles(photo(0x9fc3e8));
        press("保存草稿");
        page.getByText("草稿已保存").waitFor();
        assertThat(entries()).as("a draft is no report").isEqualTo(before);
        assertThat(page.locator("#f2-title").inputValue()).isEqualTo("缺少填表样张");
        page.locator("[data-finding='2'] [data-remove]").click();
        press("提交");
        page.waitForURL("**/officer/TYG-*");
        assertThat(entries()).isEqualTo(before + 1);
        page.getByText("查看全部、再加照片").waitFor();
        assertThat(faults).isEmpty();
    }

    @Test
    void a_report_that_arrived_while_its_answer_got_lost_is_not_filled_in_again() {
        at("/officer/report");
        fillIn(1);
        kept(1);
        Object kept = page.evaluate(ROWS);
        press("提交");
        page.waitForURL("**/officer/TYG-*");
        forgotten();
        long entries = entries();
        page.evaluate("""
                ([key, row]) => new Promise(done => {
                    indexedDB.open('kept').onsuccess = opened => {
                        const put = opened.target.result.transaction('forms', 'readwrite').objectStore('forms').put(row, key);
                        put.onsuccess = done;
                    };
                }).then(() => true)""", ((List<?>) kept).get(0));
        at("/officer/report");
        page.getByText("上次提交的内容已收到").waitFor();
        assertThat(page.locator("#f1-title").inputValue()).isEmpty();
        at("/officer/report");
        assertThat(page.locator("[data-keep-says]").isVisible()).isFalse();
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void who_has_to_log_in_again_loses_nothing() {
        long before = entries();
        at("/officer/report");
        fillIn(1);
        phone.clearCookies();
        press("提交");
        page.getByText("登录已过期").waitFor();
        look("login-over");
        page.getByText("请重新登录").click();
        Chromium.logIn(page, "officer");
        page.waitForURL("**/officer/TYG-*");
        assertThat(entries()).isEqualTo(before + 1);
    }

    @Test
    void the_next_officer_on_the_same_phone_finds_nothing_of_the_one_before() {
        phone.clearCookies();
        at("/login");
        Chromium.logIn(page, "officer");
        at("/officer/report");
        fillIn(1);
        kept(1);
        press("退出");
        at("/login");
        Chromium.logIn(page, "officer2");
        at("/officer/report");
        forgotten();
        assertThat(page.locator("#f1-title").inputValue()).isEmpty();
        assertThat(page.locator("[data-keep-says]").isVisible()).isFalse();
    }

    @Test
    void the_pages_can_be_installed_as_an_app() {
        at("/officer");
        Object app = page.evaluate("""
                async () => {
                    const answer = await fetch(document.querySelector('link[rel=manifest]').href);
                    const app = await answer.json();
                    const icons = await Promise.all(app.icons.map(icon => fetch(icon.src)));
                    return [answer.headers.get('Content-Type'), app.start_url, app.display, icons.every(icon => icon.ok)].join();
                }""");
        assertThat(app).isEqualTo("application/manifest+json,/officer,standalone,true");
    }

    /** What is kept on the phone, as [key, row]. */
    private static final String ROWS = """
            () => new Promise(done => {
                indexedDB.open('kept').onsuccess = opened => {
                    const rows = [];
                    opened.target.result.transaction('forms').objectStore('forms').openCursor().onsuccess = found => {
                        const cursor = found.target.result;
                        if (!cursor) return done(rows);
                        rows.push([cursor.key, { ...cursor.value, files: [] }]);
                        cursor.continue();
                    };
                };
            })""";

    /** Waits until the phone has kept the title of that finding. */
    private void kept(int finding) {
        page.waitForCondition(() -> (boolean) page.evaluate(
                "async () => (await (" + ROWS + ")()).some(([, row]) => row.typed.some(([name, value]) => name === 'f"
                        + finding + "-title' && value))"));
    }

    private void forgotten() {
        page.waitForCondition(() -> ((List<?>) page.evaluate(ROWS)).isEmpty());
    }

    private void fillIn(int finding) {
        String f = "f" + finding + "-";
        page.locator("[name='" + f + "kind'][value='SUGGESTION']").check();
        page.locator("#" + f + "title").fill("户籍窗口排队过久");
        page.locator("#" + f + "description").fill("取号后等了两个小时，只开了一个窗口。");
        page.locator("#" + f + "place").fill("二楼A区");
        page.locator("#" + f + "occurredOn").fill(LocalDate.now().minusDays(1).toString());
        page.locator("#" + f + "serviceItem").fill("户口迁移" + System.nanoTime());
        page.locator("[name='" + f + "urgency'][value='NORMAL']").check();
    }

    private void press(String label) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label))
                .first()
                .click();
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

    private String name(String account) {
        return jdbc.sql("select concat(last_, first_) from act_id_user where id_ = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    private String newestEntry() {
        return jdbc.sql("select max(number) from ledger_entry")
                .query(String.class)
                .single();
    }

    private long entries() {
        return jdbc.sql("select count(*) from ledger_entry").query(Long.class).single();
    }

    private Tasklist as(String user) {
        return Tasklist.of(base(), user);
    }

    private String base() {
        return "http://localhost:" + port;
    }

    private void at(String path) {
        page.navigate(base() + path);
    }

    /** Nothing is cut off or against WCAG 2.2 AA. */
    private void look(String name) {
        picture("officer-phone-" + name);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(360);
        List<Rule> broken = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(broken.stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml()))
                .as(name)
                .isEmpty();
        if (!Chromium.takesPictures()) return;
        page.setViewportSize(1200, 800);
        picture("officer-desktop-" + name);
        page.setViewportSize(360, 740);
    }

    private void picture(String name) {
        Chromium.picture(page, name, true);
    }
}

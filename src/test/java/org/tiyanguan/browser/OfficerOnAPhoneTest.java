package org.tiyanguan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.rectification.Loop;

/** An officer's pages on a phone, 360 pixels wide, from the plan of an assignment to the end of a finding. */
@BrowserTest
class OfficerOnAPhoneTest {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy/M/d");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Loop loop;

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
    void an_assignment_goes_from_its_plan_to_a_closed_finding() {
        String assignment = planned();
        phone.at("/officer");
        phone.look("home");
        phone.page.getByText("户籍窗口暗访").click();
        phone.page.waitForURL("**/officer/tasks/*");
        phone.look("invited");
        phone.page.getByLabel("参加", new Page.GetByLabelOptions().setExact(true)).check();
        phone.press("答复");

        for (int item = 0; item < 5; item++)
            phone.page
                    .locator("[name='rating-" + item + "'][value='" + (item == 0 ? "NONE" : "" + (item + 1)) + "']")
                    .locator("..")
                    .click();
        phone.page.locator(".item").nth(1).getByText("写说明、加照片").click();
        phone.page.locator("#note-1").fill("字太小，老人看不清");
        phone.page.locator("#photos-i1").setInputFiles(OfficerPhone.photo(0x9fc3e8));
        phone.press("报告问题或建议");
        phone.fillIn(1);
        phone.page.locator("#photos-f1").setInputFiles(OfficerPhone.photo(0xe8c39f));
        phone.press("保存草稿");
        phone.page.getByText("草稿已保存").waitFor();
        phone.look("draft");
        phone.press("提交");
        phone.page.getByText("已提交").first().waitFor();
        String number = newestEntry();
        phone.page.locator("a[href='/officer/" + number + "']").click();
        phone.page.getByText("中心正在梳理").waitFor();

        rectified(number);
        phone.at("/officer/" + number);
        phone.page.getByText("整改前（您的照片）").waitFor();
        assertThat(phone.page.locator(".halves img").count()).isEqualTo(1);
        phone.page.getByLabel("认可", new Page.GetByLabelOptions().setExact(true)).check();
        phone.page.getByLabel("5 星").check();
        phone.look("confirm");
        phone.press("提交");
        phone.page.getByText("已收到您的评价").waitFor();
        phone.look("closed");
        assertThat(jdbc.sql("select state from ledger_entry where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
        phone.at("/officer/me");
        assertThat(phone.page.locator("main").innerText()).contains("提交体验记录", "反映推动了整改", "5.0 星");
        phone.look("me");
        phone.at("/officer/settings");
        phone.look("settings");
        try (Tasklist center = as("center")) {
            center.page().navigate(phone.base + "/assignments/" + assignment);
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
    void the_pages_can_be_installed_as_an_app() {
        phone.at("/officer");
        Object app = phone.page.evaluate("""
                async () => {
                    const answer = await fetch(document.querySelector('link[rel=manifest]').href);
                    const app = await answer.json();
                    const icons = await Promise.all(app.icons.map(icon => fetch(icon.src)));
                    return [answer.headers.get('Content-Type'), app.start_url, app.display, icons.every(icon => icon.ok)].join();
                }""");
        assertThat(app).isEqualTo("application/manifest+json,/officer,standalone,true");
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

    private Tasklist as(String user) {
        return Tasklist.of(phone.base, user);
    }
}

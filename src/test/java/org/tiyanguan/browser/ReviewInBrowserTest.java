package org.tiyanguan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.officer.TermEnd;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.review.Cause;
import org.tiyanguan.review.Reviewing;

/** A review from the phone through Tasklist and back: to a further term, and to a dismissal that is objected to. */
@BrowserTest
class ReviewInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Reviewing reviewing;

    @Autowired
    Terms terms;

    private String officer;

    @BeforeEach
    void an_officer_in_office() {
        officer = reviewing.officer(OfficerCategory.PUBLIC, "2025-03-01", "2036-12-31");
    }

    @Test
    void an_officer_reports_on_duty_and_is_renewed() {
        String number = reviewing.opened(officer, Cause.TERM);
        try (BrowserContext phone = phone()) {
            Page page = phone.newPage();
            page.navigate(base() + "/officer/me");
            page.getByText("我的考核和辞任").click();
            page.getByText(number).click();
            page.getByLabel("述职").fill("参加体验六次，反映的问题都整改了。");
            Chromium.picture(page, "review-duty-report", true);
            press(page, "提交述职");
            page.getByText("述职已提交").waitFor();

            try (Tasklist center = as("center")) {
                center.open(number);
                assertThat(center.text()).contains("参加体验六次", "决策表建议");
                center.choose("提出等次和处理")
                        .pick("等次", "良好")
                        .pick("处理", "续聘（留任）")
                        .fill("理由", "体验认真，记录详细。")
                        .picture("center-review");
                center.complete();
            }
            page.reload();
            page.getByText("已续聘").waitFor();
            page.getByText("体验认真，记录详细。").waitFor();
            Chromium.picture(page, "review-renewed", true);
            assertThat(page.request()
                            .get(base() + "/officer/reviews/" + number + "/renewal-letter.docx")
                            .ok())
                    .isTrue();
        }
        assertThat(terms.of(officer)).hasSize(2);
    }

    @Test
    void an_officer_objects_to_a_dismissal_and_the_leader_upholds_it() {
        String number = reviewing.opened(officer, Cause.BREACH);
        try (BrowserContext phone = phone()) {
            Page page = phone.newPage();
            page.navigate(base() + "/officer/reviews/" + number);
            press(page, "提交述职");
            page.getByText("述职已提交").waitFor();
            try (Tasklist center = as("center")) {
                center.open(number)
                        .choose("提出等次和处理")
                        .pick("等次", "不合格")
                        .pick("处理", "解聘")
                        .fill("理由", "以体验官身份要求优先办理。");
                center.complete();
            }
            try (Tasklist leader = as("leader")) {
                leader.open(number).choose("同意，按下面的处理办理").picture("leader-decide-review");
                leader.complete();
            }
            page.reload();
            page.getByText("以体验官身份要求优先办理。").waitFor();
            page.getByLabel("异议").fill("当日是陪母亲走绿色通道，有取号记录。");
            Chromium.picture(page, "review-objection", true);
            press(page, "提交");
            page.getByText("异议已提交").waitFor();
            try (Tasklist leader = as("leader")) {
                leader.open(number);
                assertThat(leader.text()).contains("有取号记录");
                leader.choose("维持").fill("理由", "经核实，情况属实。").picture("leader-decide-objection");
                leader.complete();
            }
            // The session ended with the term.
            page.reload();
            page.getByLabel("账号").waitFor();
            Chromium.logIn(page, officer);
            page.navigate(base() + "/officer/reviews/" + number);
            page.getByText("经核实，情况属实。").waitFor();
            Chromium.picture(page, "review-dismissed", true);
        }
        assertThat(terms.of(officer).get(0).endedAs()).isEqualTo(TermEnd.DISMISSED);
    }

    private static void press(Page page, String label) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    private BrowserContext phone() {
        return Chromium.window(base(), officer, new Browser.NewContextOptions().setViewportSize(360, 740));
    }

    private Tasklist as(String user) {
        return Tasklist.of(base(), user);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}

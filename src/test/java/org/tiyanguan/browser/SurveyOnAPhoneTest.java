package org.tiyanguan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.experience.Experiencing;
import org.tiyanguan.experience.Surveys;
import org.tiyanguan.experience.Visit;

/** A survey on two phones, 360 pixels wide: somebody answers without scripts, and the officer makes a finding of it. */
@BrowserTest
class SurveyOnAPhoneTest {

    private static final String TEXT = "企业开办要跑两个窗口，材料交了两遍。";

    @LocalServerPort
    int port;

    @Autowired
    Experiencing experiencing;

    @Autowired
    Surveys surveys;

    private OfficerPhone phone;

    @BeforeEach
    void log_in() {
        Experiencing.now("2026-03-02T10:00:00");
        phone = new OfficerPhone(port);
    }

    @AfterEach
    void close() {
        phone.close();
        ClockUtil.reset();
    }

    @Test
    void somebody_answers_without_scripts_and_the_officer_makes_a_finding_of_it() {
        Visit visit = experiencing.surveying("officer");
        String path = "/surveys/" + surveys.token(visit.id()).orElseThrow();
        phone.at(path);
        phone.look("survey");
        answered(path);
        phone.at(path + "?thanks");
        phone.look("survey-thanks");

        phone.at("/officer/tasks/" + visit.id());
        phone.page.getByText("收到 1 份").waitFor();
        assertThat(phone.page.locator("svg.code").boundingBox().width).isBetween(200.0, 330.0);
        phone.look("survey-officer");
        phone.press("写成问题或建议");
        phone.page.getByText("请补全后提交").waitFor();
        assertThat(phone.page.locator("#f1-description").inputValue()).isEqualTo(TEXT);
        assertThat(phone.page.locator("[name='f1-answer']").count()).isEqualTo(1);
        phone.look("survey-finding");
    }

    private void answered(String path) {
        try (BrowserContext context = Chromium.window(
                new Browser.NewContextOptions().setViewportSize(360, 740).setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(phone.base + path);
            page.locator("[name='rating-0'][value='4']").locator("..").click();
            page.locator("#text").fill(TEXT);
            page.locator("#email").fill("wang@example.org");
            page.getByText("提交", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("已收到，谢谢您").waitFor();
        }
    }
}

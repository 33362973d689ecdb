package org.tiyanguan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.rectification.Loop;

/** The centre acts on many entries at its desk and on a phone. */
@BrowserTest
class BulkActInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    ManagementService management;

    private BrowserContext desk;
    private Page page;

    @BeforeEach
    void log_in() {
        desk = Chromium.window(
                "http://localhost:" + port, "center", new Browser.NewContextOptions().setViewportSize(1200, 800));
        page = desk.newPage();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void entries_are_chosen_urged_and_followed_to_the_end() {
        String untriaged = loop.report();
        List<String> chosen =
                Stream.of("gongan", "shebao", "gongjijin").map(loop::assigned).toList();
        at("/ledger");
        chosen.forEach(number -> box(number).check());
        page.getByText("批量处理（已选 3 件）").waitFor();
        box(untriaged).check();
        look("list");
        page.locator("summary").getByText("批量处理（已选 4 件）").click();
        assertThat(page.getByLabel("新的责任单位").isVisible()).isFalse();
        page.getByLabel("改派给其他单位").check();
        page.getByLabel("新的责任单位").waitFor();
        page.getByLabel("催办", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(page.getByLabel("新的责任单位").isVisible()).isFalse();
        page.getByLabel("理由").fill("急");
        look("form");
        press("开始处理");
        page.getByText("请填写 5 至 500 个字。").waitFor();
        look("refused");
        page.getByLabel("理由").fill("群众多次来问进展，请尽快办理。");
        press("开始处理");

        page.getByText("已处理 0 / 4").waitFor();
        workOffOne();
        workOffOne();
        page.getByText("已处理 2 / 4").waitFor();
        page.getByRole(AriaRole.STATUS).getByText("已过 50%").waitFor();
        look("running");
        for (int i = 0; i < 2; i++) workOffOne();
        page.getByRole(AriaRole.STATUS).getByText("已全部处理完。").waitFor();
        page.getByText("没有单位正在办理这一件，不需要处理。").waitFor();
        assertThat(page.locator("progress").getAttribute("value")).isEqualTo("4");
        look("ended");
        page.locator("table").getByText(untriaged).click();
        page.getByText("现在到了哪一步").waitFor();
        page.locator(".bell").click();
        page.getByText("批量处理已完成").first().click();
        page.getByText("已处理 4 / 4").waitFor();
        page.getByText("最近的批量处理").click();
        page.getByText("1 件未办成").first().waitFor();
        look("acts");
    }

    @Test
    void one_box_chooses_the_page_and_the_form_is_sent_by_keyboard_alone() {
        loop.assigned("gongan");
        loop.assigned("gongan");
        at("/ledger?department=gongan&state=RECTIFY");
        int all = page.locator("tbody input[name=number]").count();
        Locator whole = page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("选择本页全部"))
                .first();
        whole.check();
        page.getByText("批量处理（已选 " + all + " 件）").waitFor();
        page.locator("tbody input[name=number]").first().uncheck();
        page.getByText("批量处理（已选 " + (all - 1) + " 件）").waitFor();
        assertThat(whole.evaluate("box => box.indeterminate")).isEqualTo(true);

        page.locator("summary").getByText("批量处理").focus();
        page.keyboard().press("Enter");
        for (String key : List.of("Tab", "ArrowDown")) page.keyboard().press(key);
        assertThat(page.getByText("符合当前条件的全部").locator("..").locator("input").isChecked())
                .isTrue();
        for (String key : List.of("Tab", "Space", "Tab")) page.keyboard().press(key);
        page.keyboard().type("群众多次来问进展");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        page.getByText("已处理 0 / " + all).waitFor();
        for (int i = 0; i < all; i++) workOffOne();
        page.getByText("已全部处理完。").waitFor();
    }

    private void workOffOne() {
        Job job = management.createJobQuery().processDefinitionKey("bulk-act").singleResult();
        management.executeJob(job.getId());
    }

    private Locator box(String number) {
        return page.getByLabel("选择 " + number);
    }

    private void press(String label) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label))
                .click();
    }

    private void at(String path) {
        page.navigate("http://localhost:" + port + path);
    }

    /** At the desk and on a phone, where nothing is cut off; nothing is against WCAG 2.2 AA. */
    private void look(String name) {
        picture("bulk-desktop-" + name);
        page.setViewportSize(360, 740);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        List<Rule> broken = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(broken.stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml()))
                .as(name)
                .isEmpty();
        picture("bulk-phone-" + name);
        page.setViewportSize(1200, 800);
    }

    private void picture(String name) {
        Chromium.picture(page, name, true);
    }
}

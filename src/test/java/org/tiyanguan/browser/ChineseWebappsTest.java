package org.tiyanguan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Walks the everyday screens of Camunda's four web applications and looks for words that nobody translated, and for
 * what the content security policy stops.
 */
@BrowserTest
class ChineseWebappsTest {

    /** What stays as it is: ids, keys, numbers with units, names of products and formats. */
    private static final Pattern MAY_BE_LATIN = Pattern.compile(
            "[a-z0-9]+([-_:.][A-Za-z0-9_.-]+)+|TYG-\\d{4}-\\d{6}|Camunda( Platform)?|BPMN|DMN|JSON|UTC|ID|URL|PDF|CSV"
                    + "|String|Json|Integer|Long|Boolean|Date|Null|Asia/Shanghai|v[\\d.]+|\\S+@\\S+|https?://\\S+|P\\d+D"
                    + "|[a-z]+\\.(bpmn|dmn|form)|Ctrl|Alt|Shift|ctrl|alt|shift|Optimize|[A-Z]{3,}(_[A-Z]+)*"
                    // names of the web applications that permissions are given for, and of the engine
                    + "|tasklist|welcome|cockpit|default");

    /** A word that somebody reads; two letters and less are signs. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

    /** The visible texts of the page that are not drawn in diagrams, nor typed by users. */
    private static final String VISIBLE_TEXTS = """
            () => {
              const texts = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const element = walker.currentNode.parentElement;
                const text = walker.currentNode.nodeValue.trim();
                if (!text || element.closest('svg, script, style, noscript, .djs-container, .form-key, .brand-name')) continue;
                if (element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) texts.push(text);
              }
              document.querySelectorAll('input[placeholder], textarea[placeholder]').forEach(field => {
                if (field.checkVisibility()) texts.push(field.placeholder);
              });
              return texts;
            }""";

    /** What the content security policy kept the pages from doing. */
    private final List<String> blocked = new ArrayList<>();

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    @Test
    void nothing_on_the_everyday_screens_is_left_in_english_or_stopped_by_the_policy() {
        http.withBasicAuth("center", "Demo#2026")
                .postForEntity(
                        "/api/findings",
                        Map.of(
                                "kind",
                                "PROBLEM",
                                "title",
                                "排队过久",
                                "description",
                                "等了两个小时",
                                "place",
                                "二楼",
                                "occurredOn",
                                "2026-02-02",
                                "serviceItem",
                                "户口迁移",
                                "urgency",
                                "NORMAL",
                                "channel",
                                "OFFICER",
                                "officer",
                                "officer"),
                        String.class);
        try (BrowserContext center = as("center")) {
            Page tasklist = center.pages().get(0);
            tasklist.navigate(base() + "/camunda/app/tasklist/default/");
            // The list of the first filter, if it came later, would take the place of the one that is asked for.
            tasklist.waitForLoadState(LoadState.NETWORKIDLE);
            tasklist.getByText("全部办件").first().click();
            tasklist.locator("li.task").first().click();
            tasklist.locator(".fjs-container").waitFor();
            isChinese(tasklist, "tasklist-task");
            tasklist.locator("button.claim").click();
            tasklist.locator(".fjs-container :is(input, textarea):not([disabled])")
                    .first()
                    .waitFor();
            tasklist.locator(".fjs-container textarea").first().fill("短");
            tasklist.locator(".fjs-container textarea").first().blur();
            tasklist.locator(".fjs-form-field-error").first().waitFor();
            isChinese(tasklist, "tasklist-form");
            tasklist.locator(".task-details a:has-text('办理记录'), ul.nav-tabs a:has-text('办理记录')")
                    .first()
                    .click();
            tasklist.locator(".history-pane, .tab-pane.active").first().waitFor();
            isChinese(tasklist, "tasklist-history");
            tasklist.locator("a[ng-click='open()']:has(.glyphicon-list-alt)").click();
            tasklist.locator(".modal-content").getByText("整改闭环").click();
            tasklist.locator(".modal-content .fjs-container").waitFor();
            tasklist.locator(".modal-content .fjs-input-group, .modal-content .fjs-datepicker")
                    .first()
                    .click();
            isChinese(tasklist, "tasklist-start");
            assertThat(tasklist.locator(".our-pages").innerText()).contains("首页", "台账");
            assertThat(tasklist.locator(".navbar-brand").innerText()).contains("市行政服务中心");
            assertThat(tasklist.locator("a:has(> .glyphicon-user)").first().innerText())
                    .contains("张敏");
            assertThat(tasklist.locator(".ce-eol-banner").isVisible()).isFalse();
        }
        try (BrowserContext administrator = as("admin")) {
            Page page = administrator.pages().get(0);
            look(page, "welcome/default/", ".welcome-page", "welcome");
            look(page, "admin/default/#/users", "table", "admin-users");
            look(page, "admin/default/#/user-create", "input", "admin-user-create");
            look(page, "admin/default/#/users/officer?tab=profile", "input", "admin-user");
            look(page, "admin/default/#/groups", "table", "admin-groups");
            look(page, "admin/default/#/groups/officer?tab=group", "input", "admin-group");
            look(page, "admin/default/#/authorization?resource=0", "table", "admin-authorizations");
            look(page, "admin/default/#/system?section=system-settings-general", ".ctn-main", "admin-system");
            look(page, "cockpit/default/#/dashboard", ".process-definitions, .dashboard", "cockpit-dashboard");
            look(page, "cockpit/default/#/processes", "table", "cockpit-processes");
            page.locator("td.name a, td a").getByText("整改闭环").first().click();
            page.locator("table tbody a").first().waitFor();
            isChinese(page, "cockpit-definition");
            page.locator("td.instance-id a").first().click();
            page.waitForURL("**/process-instance/**");
            page.locator(".djs-container svg").first().waitFor();
            page.getByText("ledgerNumber").first().waitFor();
            isChinese(page, "cockpit-instance");
            look(page, "cockpit/default/#/decisions", "table", "cockpit-decisions");
            look(page, "cockpit/default/#/repository", ".deployments, .ctn-main", "cockpit-deployments");
        }
        assertThat(blocked).isEmpty();
    }

    private void look(Page page, String path, String shown, String name) {
        page.navigate(base() + "/");
        page.navigate(base() + "/camunda/app/" + path);
        page.locator(shown).locator("visible=true").first().waitFor();
        isChinese(page, name);
        assertThat(page.locator(".our-pages a").first().innerText()).isEqualTo("首页");
    }

    @SuppressWarnings("unchecked")
    private void isChinese(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Chromium.picture(page, "zh-" + name, false);
        List<String> texts = (List<String>) page.evaluate(VISIBLE_TEXTS);
        assertThat(texts).as(name).isNotEmpty();
        Set<String> data = data();
        assertThat(texts.stream()
                        .filter(text -> !data.contains(text))
                        .filter(text -> WORD.matcher(MAY_BE_LATIN.matcher(text).replaceAll(""))
                                .find()))
                .as("English on %s", name)
                .isEmpty();
    }

    /** Ids of accounts, groups and models; names and values of variables. */
    private Set<String> data() {
        return Stream.of(
                        identity.createUserQuery().list().stream().map(User::getId),
                        identity.createGroupQuery().list().stream().map(Group::getId),
                        models.createProcessDefinitionQuery().list().stream().map(ProcessDefinition::getKey),
                        models.createDecisionDefinitionQuery().list().stream().map(DecisionDefinition::getKey),
                        runtime.createVariableInstanceQuery().list().stream()
                                .flatMap(
                                        variable -> Stream.of(variable.getName(), String.valueOf(variable.getValue()))))
                .flatMap(texts -> texts)
                .collect(Collectors.toSet());
    }

    private BrowserContext as(String user) {
        BrowserContext context =
                Chromium.window(base(), user, new Browser.NewContextOptions().setViewportSize(1400, 900));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) blocked.add(message.text());
        });
        return context;
    }

    private String base() {
        return "http://localhost:" + port;
    }
}

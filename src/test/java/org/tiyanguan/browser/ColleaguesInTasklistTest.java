package org.tiyanguan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.Acting;
import org.tiyanguan.engine.CaseMessages;

/** Finding one's work and sharing it with colleagues in a real browser, on a desk and on a phone. */
@BrowserTest
class ColleaguesInTasklistTest {

    @LocalServerPort
    int port;

    @Autowired
    CaseMessages cases;

    @Autowired
    TaskService tasks;

    @Autowired
    Acting acting;

    private String number;

    @BeforeEach
    void gongan_rectifies_a_case() {
        number = acting.as(
                "center",
                () -> cases.start(
                        "rectification",
                        Map.of(
                                "kind",
                                "PROBLEM",
                                "title",
                                "户籍窗口排队过久",
                                "description",
                                "取号后等了两个小时，只开了一个窗口。",
                                "place",
                                "二楼A区",
                                "occurredOn",
                                LocalDate.now().minusDays(1).toString(),
                                "serviceItem",
                                "户口迁移",
                                "urgency",
                                "URGENT",
                                "channel",
                                "OFFICER",
                                "officer",
                                "officer")));
        complete("center", "center-triage", Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理"));
        complete("center", "center-assign", Map.of("department1", "gongan", "instruction1", "增开窗口"));
        complete("gongan", "department-accept", Map.of("acceptance", "ACCEPT"));
    }

    @Test
    void a_task_goes_to_the_head_to_a_delegate_and_back_with_an_opinion_and_a_copy_without_leaving_tasklist() {
        try (Tasklist handler = as("gongan")) {
            openTab(handler.open(number));
            send(handler, "转办", "gongan-head", "我外出培训一周");
            assertThat(panel(handler)).containsText("已转办，对方会收到通知。");
            assertThat(panel(handler)).containsText("这项任务由 王建国 办理。");
            handler.picture("colleagues-handed-over");
        }
        try (Tasklist head = as("gongan-head")) {
            openTab(head.open(number)).picture("colleagues-panel");
            send(head, "委派", "gongan", "请核实现场情况");
            assertThat(panel(head)).containsText("王建国 已委派 李强 办理");
            head.picture("colleagues-delegated");
        }
        try (Tasklist handler = as("gongan")) {
            handler.open(number).choose("整改已完成").fill("整改情况", "已增开两个窗口，平均等候二十分钟。");
            handler.page().locator("button[ng-click='complete()']").click();
            handler.page().getByText("请在“协办”里写明情况交回").first().waitFor();
            handler.picture("colleagues-delegate-submits");
            openTab(handler);
            give(handler, "交回", "现场已看，两个窗口已增开");
            assertThat(panel(handler)).containsText("已交回。");
        }
        try (Tasklist head = as("gongan-head")) {
            openTab(head.open(number));
            send(head, "征求意见（加签）", "gongan", "整改情况这样写可以吗？");
            assertThat(panel(head)).containsText("正在等待 李强 的意见，不影响您继续办理。");
            send(head, "抄送", "gongan", "");
            assertThat(panel(head)).containsText("已抄送。");
            head.picture("colleagues-opinion-asked");
        }
        try (Tasklist handler = as("gongan")) {
            handler.open(number).picture("colleague-opinion-form");
            assertThat(handler.text()).contains("王建国 办理“整改”，征求您的意见", "整改情况这样写可以吗？", "我外出培训一周");
            handler.fill("我的意见", "可以，建议写明等候时间").complete();
        }
        try (Tasklist head = as("gongan-head")) {
            head.open(number).picture("colleagues-history-in-form");
            assertThat(head.text()).contains("内部转办", "委派", "交回", "征求意见", "抄送", "发表意见", "可以，建议写明等候时间");
            head.choose("整改已完成").fill("整改情况", "已增开两个窗口，平均等候二十分钟。").complete();
            head.page().navigate(base() + "/ledger/" + number);
            assertThat(head.text()).contains("可以，建议写明等候时间", "已提交整改");
            head.picture("colleagues-ledger");
        }
    }

    @Test
    void a_refusal_is_a_sentence_in_the_panel_and_a_task_can_be_laid_back() {
        try (Tasklist handler = as("gongan")) {
            openTab(handler.open(number));
            send(handler, "转办", "gongan-head", "x");
            assertThat(panel(handler).locator(".colleagues-result.wrong")).hasText("请填写 2 至 300 个字。");
            form(handler, "放回").locator("button").click();
            assertThat(panel(handler)).containsText("这项任务还没有人领取。");
        }
    }

    @Test
    void the_list_shows_each_roles_filters_and_which_case_a_task_is_about() {
        try (Tasklist handler = as("gongan")) {
            Page page = handler.list("本部门待办").page();
            Locator card = page.locator("ol.tasks-list li.task").filter(new Locator.FilterOptions().setHasText(number));
            assertThat(card).containsText("户籍窗口排队过久");
            assertThat(card).containsText("市公安局");
            assertThat(card).containsText("经办 李强");
            assertThat(card).containsText("期限");
            assertThat(page.getByText("全部办件")).hasCount(0);
            handler.picture("tasklist-department");
        }
        try (Tasklist center = as("center")) {
            assertThat(center.list("全部办件").page().locator("ol.tasks-list")).containsText(number);
            center.picture("tasklist-center");
        }
    }

    @Test
    void on_a_phone_the_panel_fits_the_screen() {
        try (Tasklist handler = as("gongan")) {
            handler.page().setViewportSize(390, 844);
            openTab(handler.open(number));
            assertThat(panel(handler).locator("form")).hasCount(5);
            assertThat(
                            (Boolean)
                                    handler.page()
                                            .evaluate(
                                                    "document.querySelector('.colleagues').getBoundingClientRect().right <= window.innerWidth"))
                    .isTrue();
            form(handler, "委派").scrollIntoViewIfNeeded();
            handler.picture("colleagues-phone");
        }
    }

    private Tasklist openTab(Tasklist tasklist) {
        tasklist.page().locator(".nav-tabs").getByText("协办").click();
        panel(tasklist).waitFor();
        return tasklist;
    }

    private static void send(Tasklist tasklist, String act, String colleague, String note) {
        form(tasklist, act).locator("select").selectOption(colleague);
        give(tasklist, act, note);
    }

    private static void give(Tasklist tasklist, String act, String note) {
        form(tasklist, act).locator("textarea").fill(note);
        form(tasklist, act).locator("button").click();
        panel(tasklist).locator(".colleagues-result:not([hidden])").waitFor();
    }

    private static Locator form(Tasklist tasklist, String act) {
        return panel(tasklist)
                .locator("form")
                .filter(new Locator.FilterOptions()
                        .setHas(tasklist.page().locator("h4").filter(new Locator.FilterOptions().setHasText(act))));
    }

    private static Locator panel(Tasklist tasklist) {
        return tasklist.page().locator(".colleagues");
    }

    private void complete(String user, String task, Map<String, Object> form) {
        String id = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(task)
                .singleResult()
                .getId();
        acting.as(user, () -> {
            tasks.complete(id, form);
            return null;
        });
    }

    private Tasklist as(String user) {
        return Tasklist.of(base(), user);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}

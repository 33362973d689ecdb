package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.rectification.ColleaguePanel.assertRefused;

import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.ledger.Act;

/** Opinions and copies among colleagues, who reads them, and each path of {@code colleague-opinion.bpmn}. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class ColleagueOpinionTest {

    private static final String OPINION = "colleague-give-opinion";

    @Autowired
    Loop loop;

    @Autowired
    ColleaguePanel panel;

    @Autowired
    Interventions interventions;

    @Autowired
    ManagementService management;

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "colleague-opinion");
    }

    // ---- opinions

    @Test
    void a_colleagues_opinion_stands_in_the_history_and_in_the_askers_form_and_the_case_never_waited() {
        String number = loop.rectifying();
        String asking = loop.task(number, "department-rectify").getId();

        assertThat(panel.act("gongan", asking, "ask-opinion", "gongan-head", "增开两个窗口，您同意吗？**急**")
                        .statusCode())
                .isEqualTo(200);

        Task opinion = loop.task(number, OPINION);
        assertThat(opinion.getAssignee()).isEqualTo("gongan-head");
        assertThat(opinion.getDueDate()).isEqualTo(Loop.date(LocalDateTime.parse("2026-03-04T17:30:00")));
        panel.assertLast(number, Act.ASK_OPINION, "李强", "整改 → 王建国：增开两个窗口，您同意吗？**急**");
        assertThat(panel.told("gongan-head", "opinion-asked", number)).contains("李强", "增开两个窗口");
        assertThat(panel.form("gongan-head", opinion.getId()))
                .contains("＊＊急＊＊", "李强")
                .doesNotContain("晓明");
        assertThat(panel.shown("gongan", asking)).contains("正在等待 王建国 的意见");
        assertRefused(panel.act("gongan", asking, "ask-opinion", "gongan-head", "再问一次可以吗"), "已向这位同事征求过意见");
        assertThat(panel.browser("gongan-head")
                        .get("/ledger/" + number + "/task")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(opinion.getId()));

        loop.complete("gongan-head", number, OPINION, Map.of("opinion", "同意，请同时增设引导员"));

        panel.assertLast(number, Act.GIVE_OPINION, "王建国", "整改 → 李强：同意，请同时增设引导员");
        assertThat(panel.told("gongan", "opinion-given", number)).contains("王建国", "同意，请同时增设引导员");
        assertThat(panel.form("gongan", asking)).contains("同意，请同时增设引导员");
        assertThat(loop.openTasks(number)).containsExactly("department-rectify");
    }

    @Test
    void when_the_asking_task_is_done_first_the_opinion_is_not_needed_any_more() {
        String number = loop.rectifying();
        panel.act("gongan", loop.task(number, "department-rectify").getId(), "ask-opinion", "gongan-head", "这样整改可以吗？");
        loop.finish(number);
        assertThat(loop.openTasks(number)).containsExactly("center-verify");
        panel.assertLast(number, Act.DROP_OPINION, "李强", "整改 → 王建国");
        assertThat(panel.told("gongan-head", "opinion-dropped", number)).contains("户籍窗口排队过久");
    }

    @Test
    void when_the_centre_withdraws_the_case_the_opinion_is_not_needed_any_more() {
        String number = loop.rectifying();
        panel.act("gongan", loop.task(number, "department-rectify").getId(), "ask-opinion", "gongan-head", "这样整改可以吗？");
        interventions.withdraw(number, "反映人已撤回诉求");
        assertThat(loop.openTasks(number)).isEmpty();
        assertThat(panel.told("gongan-head", "opinion-dropped", number)).isNotEmpty();
    }

    @Test
    void an_opinion_needs_words_and_is_its_authors_alone() {
        String number = loop.rectifying();
        panel.act("gongan", loop.task(number, "department-rectify").getId(), "ask-opinion", "gongan-head", "这样整改可以吗？");
        String opinion = loop.task(number, OPINION).getId();
        assertThat(panel.rest(
                        "gongan-head",
                        "/engine-rest/task/" + opinion + "/complete",
                        "{\"variables\":{\"opinion\":{\"value\":\" \"}}}",
                        400))
                .isNotBlank();
        assertThat(loop.openTasks(number)).contains(OPINION);
        assertThat(panel.shown("gongan-head", opinion)).contains("只由您本人办理");
        assertRefused(panel.act("gongan-head", opinion, "hand-over", "gongan", "你来写"), "只由本人办理");
        assertThat(panel.act("gongan", opinion, "hand-over", "gongan", "我来写").statusCode())
                .isEqualTo(404);
    }

    // ---- copies

    @Test
    void a_copy_is_a_notice_and_a_row_of_the_history() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        assertThat(panel.act("gongan", task, "copy", "gongan-head", "").body()).contains("已抄送");
        panel.assertLast(number, Act.COPY, "李强", "整改 → 王建国");
        panel.act("gongan", task, "copy", "gongan-head", "请知悉进度");
        assertThat(panel.told("gongan-head", "copied", number)).contains("请知悉进度");
        assertThat(panel.task(task).getAssignee()).isEqualTo("gongan");
    }

    @Test
    void a_receiver_gets_a_mail() {
        String number = loop.rectifying();
        long before = management.createJobQuery().processDefinitionKey("notice").count();
        panel.act("gongan", loop.task(number, "department-rectify").getId(), "copy", "gongan-head", "请知悉");
        assertThat(management.createJobQuery().processDefinitionKey("notice").count())
                .isEqualTo(before + 1);
    }

    // ---- who reads it

    @Test
    void colleagues_inside_the_centre_do_the_same() {
        String number = loop.report();
        String task = loop.task(number, "center-triage").getId();
        panel.act("center", task, "hand-over", "center2", "请你梳理");
        assertThat(panel.task(task).getAssignee()).isEqualTo("center2");
        panel.act("center2", task, "ask-opinion", "center", "这件能并件吗？");
        loop.complete("center", number, OPINION, Map.of("opinion", "反映人周晓明上周也提过，可以并件"));
        assertThat(panel.form("center2", task)).contains("可以并件");
    }

    @Test
    void what_the_centre_says_among_itself_reaches_neither_departments_nor_officers() {
        String number = loop.report();
        String triage = loop.task(number, "center-triage").getId();
        panel.act("center", triage, "ask-opinion", "center2", "中心内部的问题");
        loop.complete("center2", number, OPINION, Map.of("opinion", "中心内部的意见"));
        loop.accept(number);
        loop.assign(number, "gongan");
        String accept = loop.task(number, "department-accept").getId();
        panel.act("gongan", accept, "copy", "gongan-head", "公安内部的附言");

        assertThat(panel.form("gongan", accept)).contains("公安内部的附言").doesNotContain("中心内部");
        assertThat(panel.browser("gongan").get("/ledger/" + number).body())
                .contains("公安内部的附言")
                .doesNotContain("中心内部");
        assertThat(panel.browser("center").get("/ledger/" + number).body()).contains("公安内部的附言", "中心内部的意见");

        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.finish(number);
        loop.verifyGood(number);
        String confirm = loop.task(number, "officer-confirm").getId();
        assertThat(panel.form("officer", confirm)).contains("窗口已增开两个").doesNotContain("内部");
    }

    @Test
    void what_a_department_says_among_itself_reaches_no_other_department() {
        String number = loop.assigned("gongan", "shebao");
        String own = loop.tasks(number, "department-accept").stream()
                .map(Task::getId)
                .filter(id -> panel.act("gongan", id, "copy", "gongan-head", "公安内部的附言")
                                .statusCode()
                        == 200)
                .findFirst()
                .orElseThrow();
        loop.completeAs("shebao", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        String others = loop.task(number, "department-rectify").getId();
        assertThat(panel.form("gongan", own)).contains("公安内部的附言");
        assertThat(panel.form("shebao", others)).doesNotContain("公安内部");
        assertThat(panel.browser("shebao").get("/ledger/" + number).body()).doesNotContain("公安内部");
    }
}

package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.PartState;

/** What colleagues do about a task in the panel 协办, and each path of {@code colleague-opinion.bpmn}. */
@IntegrationTest
class LoopColleaguesTest {

    private static final String OPINION = "colleague-give-opinion";

    @Autowired
    Loop loop;

    @Autowired
    Interventions interventions;

    @Autowired
    LedgerHistory history;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Browser> browsers = new HashMap<>();

    @BeforeEach
    void monday_morning() {
        Loop.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "colleague-opinion");
    }

    // ---- handing over

    @Test
    void a_handler_hands_over_to_the_head_who_then_is_the_handler_and_is_told() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();

        HttpResponse<String> answer = act("gongan", task, "hand-over", "gongan-head", "我外出培训一周");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("已转办");
        assertThat(task(task).getAssignee()).isEqualTo("gongan-head");
        assertThat(loop.part(number).handler()).isEqualTo("gongan-head");
        assertLast(number, Act.HAND_OVER, "李强", "整改 → 王建国：我外出培训一周");
        assertThat(told("gongan-head", "handed-over", number)).contains("李强", "我外出培训一周", "户籍窗口排队过久");
        assertThat(form("gongan-head", task)).contains("我外出培训一周");
        loop.complete(
                "gongan-head", number, "department-rectify", Map.of("progress", "DONE", "result", "已增开两个窗口，平均等候二十分钟。"));
        assertThat(loop.part(number).state()).isEqualTo(PartState.DONE);
    }

    @Test
    void a_head_hands_over_what_a_colleague_holds_and_a_colleague_does_not() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        assertRefused(act("gongan-head", task, "hand-over", "gongan", "你来办理"), "已由这位同事办理");
        assertThat(act("gongan-head", task, "delegate", "gongan", "你来办理").statusCode())
                .isEqualTo(400);
        act("gongan", task, "hand-over", "gongan-head", "请您办理");
        assertRefused(act("gongan", task, "hand-over", "gongan-head", "还是我来"), "这项任务由王建国办理");
        assertThat(panel("gongan", task)).contains("王建国").doesNotContain("<form");
        act("gongan-head", task, "hand-over", "gongan", "仍由你办理");
        assertThat(task(task).getAssignee()).isEqualTo("gongan");
    }

    @Test
    void who_claims_and_lays_back_a_task_stands_in_the_history_whichever_door_they_use() {
        String number = loop.assigned("gongan");
        String task = loop.task(number, "department-accept").getId();
        rest("gongan", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"gongan\"}", 204);
        assertLast(number, Act.CLAIM, "李强", "接收转办");
        act("gongan", task, "lay-back", "", "");
        assertLast(number, Act.LAY_BACK, "李强", "接收转办");
        assertThat(task(task).getAssignee()).isNull();
        Browser tasklist = browser("gongan-head");
        assertThat(tasklist.postAsTasklist(
                                "/camunda/api/engine/engine/default/task/" + task + "/claim",
                                "{\"userId\":\"gongan-head\"}")
                        .statusCode())
                .isEqualTo(204);
        assertLast(number, Act.CLAIM, "王建国", "接收转办");
    }

    @Test
    void who_claims_a_task_of_rectifying_that_was_laid_back_is_the_handler() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        act("gongan", task, "lay-back", "", "");
        rest("gongan-head", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"gongan-head\"}", 204);
        assertThat(loop.part(number).handler()).isEqualTo("gongan-head");
    }

    @Test
    void nobody_gives_a_task_to_somebody_outside_through_the_engines_own_doors() {
        String number = loop.assigned("gongan");
        String task = loop.task(number, "department-accept").getId();
        for (String stranger : List.of("shebao", "officer", "center", "nobody"))
            assertThat(rest("gongan", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + stranger + "\"}", 400))
                    .contains("任务只能由本人签收");
        rest("gongan", "/engine-rest/task/" + task + "/assignee", "{\"userId\":\"shebao\"}", 403);
        rest("gongan", "/engine-rest/task/" + task + "/delegate", "{\"userId\":\"shebao\"}", 403);
        rest(
                "gongan",
                "/engine-rest/task/" + task + "/identity-links",
                "{\"groupId\":\"dept-shebao\",\"type\":\"candidate\"}",
                403);
        assertThat(rest("admin", "/engine-rest/task/" + task + "/assignee", "{\"userId\":\"shebao\"}", 400))
                .contains("只能选择同一单位的同事");
        assertThat(task(task).getAssignee()).isNull();
        rest("admin", "/engine-rest/task/" + task + "/assignee", "{\"userId\":\"gongan\"}", 204);
        assertLast(number, Act.HAND_OVER, "高远", "接收转办 → 李强");
    }

    // ---- delegating

    @Test
    void a_head_delegates_gets_it_back_and_submits() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        act("gongan", task, "hand-over", "gongan-head", "请您办理");

        act("gongan-head", task, "delegate", "gongan", "请核实现场情况");

        assertThat(task(task).getAssignee()).isEqualTo("gongan");
        assertThat(task(task).getOwner()).isEqualTo("gongan-head");
        assertThat(loop.part(number).handler()).isEqualTo("gongan-head");
        assertLast(number, Act.DELEGATE, "王建国", "整改 → 李强：请核实现场情况");
        assertThat(told("gongan", "delegated", number)).contains("王建国", "请核实现场情况");
        assertRefused(act("gongan", task, "hand-over", "gongan-head", "不想办"), "已委派给同事");
        assertRefused(act("gongan", task, "delegate", "gongan-head", "不想办"), "已委派给同事");
        assertThat(rest("gongan", "/engine-rest/task/" + task + "/complete", done(), 400))
                .contains("请在“协办”里写明情况交回，由委派人提交");
        assertThat(loop.part(number).state()).isEqualTo(PartState.RECTIFY);

        assertThat(act("gongan", task, "give-back", "", "现场已看，窗口已增开").statusCode())
                .isEqualTo(200);

        assertThat(task(task).getAssignee()).isEqualTo("gongan-head");
        assertLast(number, Act.GIVE_BACK, "李强", "整改 → 王建国：现场已看，窗口已增开");
        assertThat(told("gongan-head", "given-back", number)).contains("李强", "现场已看，窗口已增开");
        rest("gongan-head", "/engine-rest/task/" + task + "/complete", done(), 204);
        assertThat(loop.part(number).state()).isEqualTo(PartState.DONE);
    }

    @Test
    void a_delegate_cannot_submit_the_form_but_give_the_task_back_through_every_door() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        act("gongan", task, "delegate", "gongan-head", "请代为办理");
        for (String door : List.of("complete", "submit-form"))
            assertThat(rest("gongan-head", "/engine-rest/task/" + task + "/" + door, done(), 400))
                    .contains("由委派人提交");
        assertThat(task(task).getAssignee()).isEqualTo("gongan-head");
        // Staff give back in the panel, where they say what was done; an administrator may help out.
        rest("gongan-head", "/engine-rest/task/" + task + "/resolve", "{}", 403);
        rest("admin", "/engine-rest/task/" + task + "/resolve", "{}", 204);
        assertThat(task(task).getAssignee()).isEqualTo("gongan");
        assertLast(number, Act.GIVE_BACK, "高远", "整改 → 李强");
    }

    @Test
    void the_owner_takes_a_delegated_task_back() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        act("gongan", task, "delegate", "gongan-head", "请代为办理");
        assertThat(act("gongan", task, "take-back", "", "").statusCode()).isEqualTo(200);
        assertThat(task(task).getAssignee()).isEqualTo("gongan");
        assertLast(number, Act.TAKE_BACK, "李强", "整改 → 王建国");
        assertThat(told("gongan-head", "taken-back", number)).contains("李强");
        assertRefused(act("gongan", task, "take-back", "", ""), "没有委派");
        assertRefused(act("gongan", task, "give-back", "", "好了"), "没有委派");
    }

    @Test
    void a_task_that_changed_hands_before_comes_back_to_who_delegates_it_now() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        act("gongan", task, "delegate", "gongan-head", "请代为办理");
        act("gongan-head", task, "give-back", "", "已办");
        act("gongan", task, "hand-over", "gongan-head", "请您接着办");
        act("gongan-head", task, "delegate", "gongan", "请代为填写");
        act("gongan", task, "give-back", "", "已填");
        assertThat(task(task).getAssignee()).isEqualTo("gongan-head");
    }

    // ---- opinions

    @Test
    void a_colleagues_opinion_stands_in_the_history_and_in_the_askers_form_and_the_case_never_waited() {
        String number = loop.rectifying();
        String asking = loop.task(number, "department-rectify").getId();

        assertThat(act("gongan", asking, "ask-opinion", "gongan-head", "增开两个窗口，您同意吗？**急**")
                        .statusCode())
                .isEqualTo(200);

        Task opinion = loop.task(number, OPINION);
        assertThat(opinion.getAssignee()).isEqualTo("gongan-head");
        assertThat(opinion.getDueDate()).isEqualTo(Loop.date(LocalDateTime.parse("2026-03-04T17:30:00")));
        assertLast(number, Act.ASK_OPINION, "李强", "整改 → 王建国：增开两个窗口，您同意吗？**急**");
        assertThat(told("gongan-head", "opinion-asked", number)).contains("李强", "增开两个窗口");
        assertThat(form("gongan-head", opinion.getId())).contains("＊＊急＊＊", "李强").doesNotContain("晓明");
        assertThat(panel("gongan", asking)).contains("正在等待 王建国 的意见");
        assertRefused(act("gongan", asking, "ask-opinion", "gongan-head", "再问一次可以吗"), "已向这位同事征求过意见");
        assertThat(browser("gongan-head")
                        .get("/ledger/" + number + "/task")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(opinion.getId()));

        loop.complete("gongan-head", number, OPINION, Map.of("opinion", "同意，请同时增设引导员"));

        assertLast(number, Act.GIVE_OPINION, "王建国", "整改 → 李强：同意，请同时增设引导员");
        assertThat(told("gongan", "opinion-given", number)).contains("王建国", "同意，请同时增设引导员");
        assertThat(form("gongan", asking)).contains("同意，请同时增设引导员");
        assertThat(loop.openTasks(number)).containsExactly("department-rectify");
    }

    @Test
    void when_the_asking_task_is_done_first_the_opinion_is_not_needed_any_more() {
        String number = loop.rectifying();
        act("gongan", loop.task(number, "department-rectify").getId(), "ask-opinion", "gongan-head", "这样整改可以吗？");
        loop.finish(number);
        assertThat(loop.openTasks(number)).containsExactly("center-verify");
        assertLast(number, Act.DROP_OPINION, "李强", "整改 → 王建国");
        assertThat(told("gongan-head", "opinion-dropped", number)).contains("户籍窗口排队过久");
    }

    @Test
    void when_the_centre_withdraws_the_case_the_opinion_is_not_needed_any_more() {
        String number = loop.rectifying();
        act("gongan", loop.task(number, "department-rectify").getId(), "ask-opinion", "gongan-head", "这样整改可以吗？");
        interventions.withdraw(number, "反映人已撤回诉求");
        assertThat(loop.openTasks(number)).isEmpty();
        assertThat(told("gongan-head", "opinion-dropped", number)).isNotEmpty();
    }

    @Test
    void an_opinion_needs_words_and_is_its_authors_alone() {
        String number = loop.rectifying();
        act("gongan", loop.task(number, "department-rectify").getId(), "ask-opinion", "gongan-head", "这样整改可以吗？");
        String opinion = loop.task(number, OPINION).getId();
        assertThat(rest(
                        "gongan-head",
                        "/engine-rest/task/" + opinion + "/complete",
                        "{\"variables\":{\"opinion\":{\"value\":\" \"}}}",
                        400))
                .isNotBlank();
        assertThat(loop.openTasks(number)).contains(OPINION);
        assertThat(panel("gongan-head", opinion)).contains("只由您本人办理");
        assertRefused(act("gongan-head", opinion, "hand-over", "gongan", "你来写"), "只由本人办理");
        assertThat(act("gongan", opinion, "hand-over", "gongan", "我来写").statusCode())
                .isEqualTo(404);
    }

    // ---- copies

    @Test
    void a_copy_is_a_notice_and_a_row_of_the_history() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        assertThat(act("gongan", task, "copy", "gongan-head", "").body()).contains("已抄送");
        assertLast(number, Act.COPY, "李强", "整改 → 王建国");
        act("gongan", task, "copy", "gongan-head", "请知悉进度");
        assertThat(told("gongan-head", "copied", number)).contains("请知悉进度");
        assertThat(task(task).getAssignee()).isEqualTo("gongan");
    }

    @Test
    void a_receiver_gets_a_mail() {
        String number = loop.rectifying();
        long before = management.createJobQuery().processDefinitionKey("notice").count();
        act("gongan", loop.task(number, "department-rectify").getId(), "copy", "gongan-head", "请知悉");
        assertThat(management.createJobQuery().processDefinitionKey("notice").count())
                .isEqualTo(before + 1);
    }

    // ---- who may

    @Test
    void colleagues_inside_the_centre_do_the_same() {
        String number = loop.report();
        String task = loop.task(number, "center-triage").getId();
        act("center", task, "hand-over", "center2", "请你梳理");
        assertThat(task(task).getAssignee()).isEqualTo("center2");
        act("center2", task, "ask-opinion", "center", "这件能并件吗？");
        loop.complete("center", number, OPINION, Map.of("opinion", "反映人周晓明上周也提过，可以并件"));
        assertThat(form("center2", task)).contains("可以并件");
    }

    @Test
    void what_the_centre_says_among_itself_reaches_neither_departments_nor_officers() {
        String number = loop.report();
        String triage = loop.task(number, "center-triage").getId();
        act("center", triage, "ask-opinion", "center2", "中心内部的问题");
        loop.complete("center2", number, OPINION, Map.of("opinion", "中心内部的意见"));
        loop.accept(number);
        loop.assign(number, "gongan");
        String accept = loop.task(number, "department-accept").getId();
        act("gongan", accept, "copy", "gongan-head", "公安内部的附言");

        assertThat(form("gongan", accept)).contains("公安内部的附言").doesNotContain("中心内部");
        assertThat(browser("gongan").get("/ledger/" + number).body())
                .contains("公安内部的附言")
                .doesNotContain("中心内部");
        assertThat(browser("center").get("/ledger/" + number).body()).contains("公安内部的附言", "中心内部的意见");

        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.finish(number);
        loop.verifyGood(number);
        String confirm = loop.task(number, "officer-confirm").getId();
        assertThat(form("officer", confirm)).contains("窗口已增开两个").doesNotContain("内部");
    }

    @Test
    void what_a_department_says_among_itself_reaches_no_other_department() {
        String number = loop.assigned("gongan", "shebao");
        String own = loop.tasks(number, "department-accept").stream()
                .map(Task::getId)
                .filter(id ->
                        act("gongan", id, "copy", "gongan-head", "公安内部的附言").statusCode() == 200)
                .findFirst()
                .orElseThrow();
        loop.completeAs("shebao", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        String others = loop.task(number, "department-rectify").getId();
        assertThat(form("gongan", own)).contains("公安内部的附言");
        assertThat(form("shebao", others)).doesNotContain("公安内部");
        assertThat(browser("shebao").get("/ledger/" + number).body()).doesNotContain("公安内部");
    }

    @ParameterizedTest
    @CsvSource({
        "shebao, 404",
        "shebao-head, 404",
        "center, 404",
        "leader, 404",
        "officer, 404",
        "designer, 403",
        "admin, 403",
        "unit, 404"
    })
    void nobody_else_sees_or_moves_a_departments_task(String stranger, int status) {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        int events = history.of(number).size();
        assertThat(browser(stranger).get("/camunda/api/colleagues/" + task).statusCode())
                .isEqualTo(status);
        for (String act :
                List.of("hand-over", "delegate", "give-back", "take-back", "lay-back", "ask-opinion", "copy")) {
            HttpResponse<String> answer = act(stranger, task, act, stranger, "让我看看这一件");
            assertThat(answer.statusCode()).as(act).isEqualTo(status);
            if (status == 404) assertThat(answer.body()).contains("没有这项任务，或者不归您办理");
        }
        assertThat(history.of(number)).hasSize(events);
        assertThat(task(task).getAssignee()).isEqualTo("gongan");
    }

    @Test
    void only_colleagues_who_share_the_task_may_be_chosen() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        for (String act : List.of("hand-over", "delegate", "ask-opinion", "copy")) {
            for (String stranger : List.of("shebao", "center", "officer", "nobody", "gongan"))
                assertRefused(act("gongan", task, act, stranger, "请您看看这一件"), "只能选择同一单位的同事");
            assertRefused(act("gongan", task, act, "", "请您看看这一件"), "请选择一位同事");
        }
        assertThat(panel("gongan", task)).contains("王建国（首席代表）").doesNotContain("赵静", "张敏", "晓明");
    }

    @Test
    void notes_are_required_where_somebody_must_know_why() {
        String task = loop.task(loop.rectifying(), "department-rectify").getId();
        for (String act : List.of("hand-over", "delegate"))
            assertRefused(act("gongan", task, act, "gongan-head", " "), "请填写 2 至 300 个字");
        assertRefused(act("gongan", task, "ask-opinion", "gongan-head", "好？"), "请填写 5 至 300 个字");
        assertRefused(act("gongan", task, "copy", "gongan-head", "长".repeat(301)), "不要超过 300 个字");
        assertThat(act("gongan", task, "copy", null, null).statusCode()).isEqualTo(400);
    }

    @Test
    void an_officer_has_no_colleagues() {
        String task = loop.task(loop.confirming(), "officer-confirm").getId();
        assertThat(panel("officer", task)).contains("只由您本人办理").doesNotContain("<form");
        assertRefused(act("officer", task, "hand-over", "officer2", "请你评价"), "只由本人办理");
    }

    @Test
    void a_task_of_one_person_cannot_be_laid_back_for_nobody() {
        String task = loop.task(loop.confirming(), "officer-confirm").getId();
        rest("officer", "/engine-rest/task/" + task + "/unclaim", "", 403);
        assertThat(task(task).getAssignee()).isEqualTo("officer");
    }

    @Test
    void a_request_without_the_engines_token_or_a_login_is_refused() {
        String task = loop.task(loop.rectifying(), "department-rectify").getId();
        String body = body("gongan-head", "请您办理");
        assertThat(browser("gongan")
                        .post(path(task, "hand-over"), "application/json", body)
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Browser(port)
                        .post(path(task, "hand-over"), "application/json", body)
                        .statusCode())
                .isEqualTo(401);
        assertThat(task(task).getAssignee()).isEqualTo("gongan");
    }

    @Test
    void a_task_that_does_not_exist_or_an_unknown_act_is_answered_kindly() {
        assertThat(act("gongan", "no-such-task", "copy", "gongan-head", "").statusCode())
                .isEqualTo(404);
        String task = loop.task(loop.rectifying(), "department-rectify").getId();
        assertThat(act("gongan", task, "complete", "", "").statusCode()).isEqualTo(404);
        assertThat(browser("gongan")
                        .postAsTasklist(path(task, "copy"), "no json")
                        .statusCode())
                .isEqualTo(400);
    }

    // ---- helpers

    private static String done() {
        return "{\"variables\":{\"progress\":{\"value\":\"DONE\"},\"result\":{\"value\":\"已增开两个窗口，平均等候二十分钟。\"}}}";
    }

    private Browser browser(String user) {
        return browsers.computeIfAbsent(user, name -> Browser.of(port, name));
    }

    private HttpResponse<String> act(String user, String task, String act, String colleague, String note) {
        return browser(user).postAsTasklist(path(task, act), body(colleague, note));
    }

    private static String path(String task, String act) {
        return "/camunda/api/colleagues/" + task + "/" + act;
    }

    private String body(String colleague, String note) {
        Map<String, String> body = new HashMap<>();
        body.put("colleague", colleague);
        body.put("note", note);
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String panel(String user, String task) {
        return browser(user).get("/camunda/api/colleagues/" + task).body();
    }

    /** What the task's form gets from the server. */
    private String form(String user, String task) {
        return browser(user)
                .get("/camunda/api/engine/engine/default/task/" + task + "/form-variables?deserializeValues=false")
                .body();
    }

    private String rest(String user, String path, String body, int expected) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setBasicAuth(user, "Demo#2026");
        ResponseEntity<String> answer =
                http.exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
        assertThat(answer.getStatusCode().value())
                .as("%s %s", path, answer.getBody())
                .isEqualTo(expected);
        return answer.getBody();
    }

    private Task task(String id) {
        return tasks.createTaskQuery().taskId(id).singleResult();
    }

    private static void assertRefused(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
    }

    private void assertLast(String number, Act act, String who, String text) {
        List<LedgerHistory.Event> events =
                history.of(number).stream().filter(event -> event.act() == act).toList();
        assertThat(events).as(act.name()).isNotEmpty();
        LedgerHistory.Event last = events.get(events.size() - 1);
        assertThat(last.actorName()).isEqualTo(who);
        assertThat(last.text()).isEqualTo(text);
    }

    /** The facts of the last such notice; empty when there was none. */
    private String told(String user, String template, String number) {
        return jdbc.sql("""
                        select data from notice where recipient = :user and template = :template and number = :number
                        order by id desc fetch first row only""")
                .param("user", user)
                .param("template", template)
                .param("number", number)
                .query(String.class)
                .optional()
                .orElse("");
    }
}

package org.tiyanguan.chase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.rectification.Loop;

/** Whoever is late with a step of any process is reminded, told, and known to be late one level up. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class ChaseTest {

    /** The centre's steps; each is due on Wednesday, 4 March. */
    enum Step {
        TRIAGE(Loop::report),
        ASSIGN(Loop::accepted),
        VERIFY(Loop::verifying);

        private final Function<Loop, String> begin;

        Step(Function<Loop, String> begin) {
            this.begin = begin;
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothing_else_is_late() {
        jdbc.sql("delete from notice where template like 'digest%'").update();
        jdbc.sql("update rectification_part set state = 'DONE'").update();
        jdbc.sql("update act_ru_task set due_date_ = null").update();
    }

    // ---- the centre and its leader

    @ParameterizedTest
    @EnumSource
    void the_centre_is_reminded_and_told_once_and_its_leader_learns(Step step) {
        String number = step.begin.apply(loop);
        nineOClock("2026-03-03");
        assertThat(told(number, "center")).containsExactly("task-soon");
        nineOClock("2026-03-04");
        assertThat(told(number, "center")).containsExactly("task-soon");
        nineOClock("2026-03-05");
        nineOClock("2026-03-06");
        assertThat(told(number, "center")).containsExactly("task-soon", "task-overdue");
        assertThat(told(number, "leader")).containsExactly("task-overdue-below");
        assertThat(told(number, "gongan")).isEmpty();
    }

    @Test
    void a_late_decision_of_the_leaders_is_the_leaders_and_the_centres_to_know() {
        String number = loop.extensionAsked();
        nineOClock("2026-03-03");
        nineOClock("2026-03-05");
        nineOClock("2026-03-06");
        assertThat(told(number, "leader")).containsExactly("task-soon", "task-overdue");
        assertThat(told(number, "center")).containsExactly("task-overdue-below");
    }

    @Test
    void the_lists_say_what_is_late_and_whose_it_is() {
        String triage = loop.report();
        String decision = loop.extensionAsked();
        nineOClock("2026-03-05");
        assertThat(list("center", triage))
                .contains("梳理反映：户籍窗口排队过久", "超期 1 个工作日")
                .doesNotContain("中心领导");
        assertThat(list("center", decision)).contains("中心领导 审批延期");
        assertThat(list("leader", triage)).contains("市行政服务中心 梳理反映");
        assertThat(list("leader", decision)).contains("审批延期").doesNotContain("中心领导");
        assertThat(lists("gongan")).noneMatch(text -> text.contains("梳理反映") || text.contains("审批延期"));
    }

    // ---- officers

    @Test
    void an_officer_is_reminded_of_an_answer_and_reads_a_list_of_their_own() {
        String number = loop.confirming();
        // Due on Monday, the ninth.
        nineOClock("2026-03-05");
        assertThat(told(number, "officer")).isEmpty();
        nineOClock("2026-03-06");
        assertThat(told(number, "officer")).containsExactly("task-soon");
        assertThat(list("officer", number)).contains("回访评价");
        assertThat(lists("officer2")).isEmpty();
        assertThat(list("center", number)).contains("体验官 回访评价").doesNotContain("陈静", "officer");
        assertThat(jdbc.sql("select data from notice where template like 'task-%' or template like 'digest%'")
                        .query(String.class)
                        .list())
                .noneMatch(text -> text.contains("陈静"));
        assertThat(Browser.of(port, "officer").get("/notices").body())
                .contains("任务即将到期", "您的待办", "/ledger/" + number + "/task");
    }

    // ---- departments

    @Test
    void a_departments_part_has_a_ladder_of_its_own_and_nobody_is_told_twice() {
        String number = loop.assigned("gongan");
        for (String day : List.of("2026-03-03", "2026-03-04", "2026-03-10", "2026-03-12")) nineOClock(day);
        for (String user : List.of("gongan", "gongan-head", "center", "leader"))
            assertThat(told(number, user)).as(user).isEmpty();
        assertThat(list("gongan", number)).contains("户籍窗口排队过久");
    }

    // ---- a designer's own process

    @Test
    void a_step_of_a_designers_own_process_is_chased_as_well() {
        Task task = ownTask("dept-gongan", "ZX-1");
        nineOClock("2026-03-03");
        assertThat(told("ZX-1", "gongan")).containsExactly("task-soon");
        nineOClock("2026-03-05");
        assertThat(told("ZX-1", "gongan")).containsExactly("task-soon", "task-overdue");
        assertThat(told("ZX-1", "gongan-head")).containsExactly("task-soon", "task-overdue");
        assertThat(told("ZX-1", "center")).containsExactly("task-overdue-below");
        assertThat(list("gongan", "整理材料")).contains("超期 1 个工作日");
        assertThat(Browser.of(port, "gongan").get("/notices").body()).contains("任务已超期", "整理材料");

        tasks.setDueDate(task.getId(), Loop.date("2026-03-20T17:30:00"));
        nineOClock("2026-03-06");
        assertThat(told("ZX-1", "gongan")).hasSize(2);
        nineOClock("2026-03-20");
        assertThat(told("ZX-1", "gongan")).endsWith("task-soon").hasSize(3);
    }

    @Test
    void where_nobody_leads_the_leaders_stand_ins_learn_what_the_centre_is_late_with() {
        String number = loop.report();
        identity.deleteMembership("leader", "center-leader");
        try {
            nineOClock("2026-03-05");
        } finally {
            identity.createMembership("leader", "center-leader");
        }
        assertThat(told(number, "leader")).isEmpty();
        assertThat(told(number, "admin")).containsExactly("task-overdue-below");
    }

    @Test
    void who_has_claimed_a_task_is_told_alone() {
        Task task = ownTask("dept-gongan", "ZX-2");
        tasks.setAssignee(task.getId(), "gongan");
        nineOClock("2026-03-03");
        assertThat(told("ZX-2", "gongan")).containsExactly("task-soon");
        assertThat(told("ZX-2", "gongan-head")).isEmpty();
    }

    @Test
    void a_task_that_is_done_meanwhile_is_nobodys_concern() {
        Task task = ownTask("dept-gongan", "ZX-3");
        Loop.now("2026-03-03T09:00:00");
        runtime.startProcessInstanceByKey("overdue-digest");
        tasks.complete(task.getId());
        Morning.chase(management);
        assertThat(told("ZX-3", "gongan")).isEmpty();
    }

    @Test
    void what_nobody_can_do_stands_in_the_centres_list() {
        ownTask("dept-nobody", "ZX-4");
        nineOClock("2026-03-05");
        assertThat(lists("center")).anyMatch(text -> text.contains("没有人能办理") && text.contains("ZX-4"));
    }

    @Test
    void each_task_is_chased_in_a_job_of_its_own_which_is_tried_again() {
        ownTask("dept-gongan", "ZX-5");
        ownTask("dept-gongan", "ZX-6");
        Loop.now("2026-03-03T09:00:00");
        runtime.startProcessInstanceByKey("overdue-digest");
        assertThat(Morning.jobs(management)).hasSizeGreaterThanOrEqualTo(2).allMatch(job -> job.getRetries() > 1);
        Morning.chase(management);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("overdue-digest")
                        .count())
                .isZero();
    }

    // ----

    // ----

    private Task ownTask(String group, String number) {
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("own")
                        .count()
                == 0)
            repository
                    .createDeployment()
                    .addString("own.form", "{\"type\":\"default\",\"id\":\"own\",\"components\":[]}")
                    .addModelInstance(
                            "own.bpmn",
                            Bpmn.createExecutableProcess("own")
                                    .camundaHistoryTimeToLiveString("P1D")
                                    .startEvent()
                                    .userTask("sort")
                                    .name("整理材料")
                                    .camundaCandidateGroups("${group}")
                                    .camundaDueDate("${due}")
                                    .camundaFormRef("own")
                                    .camundaFormRefBinding("deployment")
                                    .endEvent()
                                    .done())
                    .deploy();
        Map<String, Object> variables = Map.of("group", group, "due", Loop.date("2026-03-04T17:30:00"));
        String instance =
                runtime.startProcessInstanceByKey("own", number, variables).getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private void nineOClock(String day) {
        Loop.now(day + "T09:00:00");
        Morning.begin(runtime, management);
    }

    /** The templates by which the user was chased about the case. */
    private List<String> told(String number, String user) {
        return jdbc.sql(
                        "select template from notice where number = :number and recipient = :user and template like 'task-%' order by id")
                .param("number", number)
                .param("user", user)
                .query(String.class)
                .list();
    }

    /** The one line about it in the user's newest list. */
    private String list(String user, String about) {
        List<String> lists = lists(user);
        return lists.get(lists.size() - 1)
                .lines()
                .filter(line -> line.contains(about))
                .findFirst()
                .orElse("");
    }

    private List<String> lists(String user) {
        return jdbc
                .sql("select data from notice where recipient = :user and template like 'digest%' order by id")
                .param("user", user)
                .query(String.class)
                .list()
                .stream()
                .map(data -> data.replace("\\n", "\n"))
                .toList();
    }
}

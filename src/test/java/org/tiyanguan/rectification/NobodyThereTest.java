package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.tiyanguan.Absences;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.Outcome;

/** Work for departments and people who are not there. */
@IntegrationTest
class NobodyThereTest {

    @Autowired
    Loop loop;

    @Autowired
    LoopVariables variables;

    @Autowired
    Interventions interventions;

    @Autowired
    Absences absences;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    LedgerHistory history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void on_a_monday_in_march() {
        Loop.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void everybody_is_there_again() {
        absences.allReturn();
        ClockUtil.reset();
    }

    @Test
    void whoever_sends_work_to_an_empty_department_is_warned_before_and_the_centre_told_after() throws Exception {
        absences.everybodyLeaves("dept-yibao");
        String number = loop.accepted();
        assertThat(variables.of(loop.task(number, "center-assign"), "caseView").toString())
                .contains("{\"value\":\"yibao\",\"label\":\"市医疗保障局（尚无人员）\"}", "\"label\":\"市公安局\"");
        loop.assign(number, "yibao");

        assertThat(told("center", "unattended", number))
                .containsExactly("{\"task\":\"接收转办\",\"whom\":\"市医疗保障局（尚无人员）\"}");
        assertThat(told("center", "assigned", number).get(0)).contains("\"instead\":\"市医疗保障局（尚无人员）\"");
        assertThat(history.of(number)).anyMatch(event -> event.text().contains("市医疗保障局（尚无人员）"));
        assertThat(page("/unattended")).contains(number, "接收转办", "市医疗保障局（尚无人员）", "/ledger/" + number + "/task");
        assertThat(page("/ledger")).contains("项任务无人办理");
        assertThat(page("/ledger/" + number)).contains("市医疗保障局（尚无人员）");
        assertThat(page("/camunda/api/task-cards?task="
                        + loop.task(number, "department-accept").getId()))
                .contains("无人办理");

        interventions.transfer(loop.part(number).id(), "gongan", "该单位暂无人员");
        assertThat(page("/unattended")).doesNotContain(number);
    }

    @Test
    void a_task_whose_holder_leaves_goes_back_to_colleagues_who_are_told() {
        String number = loop.rectifying();
        absences.accountIsDeleted("gongan");
        assertThat(loop.task(number, "department-rectify").getAssignee()).isNull();
        assertThat(told("gongan-head", "laid-back", null)).anyMatch(text -> text.contains(number + " 整改，期限 "));
        assertThat(told("center", "unattended-list", null)).noneMatch(text -> text.contains(number));

        interventions.reschedule(loop.part(number).id(), LocalDate.parse("2026-03-20"), "等待新同事熟悉");
        assertThat(loop.task(number, "department-rectify").getAssignee())
                .as("handling began anew")
                .isNull();
        loop.timePassesTo(number, "2026-03-21T10:00:00");
        assertThat(told("gongan-head", "overdue", number)).hasSize(1);
    }

    @Test
    void a_delegated_task_survives_that_its_owner_or_its_delegate_leaves() {
        String number = loop.rectifying();
        Task task = loop.task(number, "department-rectify");
        tasks.setOwner(task.getId(), "gongan");
        tasks.delegateTask(task.getId(), "gongan-head");
        absences.leaves("gongan-head", "dept-gongan");
        assertThat(loop.task(number, "department-rectify")).hasFieldOrPropertyWithValue("assignee", "gongan");

        absences.allReturn();
        tasks.setOwner(task.getId(), "gongan");
        tasks.delegateTask(task.getId(), "gongan-head");
        absences.accountIsDeleted("gongan");
        assertThat(loop.task(number, "department-rectify"))
                .hasFieldOrPropertyWithValue("owner", null)
                .hasFieldOrPropertyWithValue("assignee", null);
    }

    @Test
    void an_escalation_goes_to_who_is_there() {
        absences.everybodyLeaves("dept-gongan-head");
        absences.everybodyLeaves("center-leader");
        String number = loop.rectifying();
        loop.timePassesTo(number, "2026-03-10T10:00:00");
        assertThat(told("gongan", "overdue", number)).hasSize(1);
        assertThat(told("center", "overdue", number).get(0)).contains("市公安局首席代表（尚无人员）");
        loop.timePassesTo(number, "2026-03-13T10:00:00");
        assertThat(told("center", "red-card", number)).hasSize(1);
        assertThat(told("admin", "red-card", number).get(0)).contains("中心领导（尚无人员）");
        assertThat(told("center", "unattended", number)).hasSize(1);
    }

    @Test
    void without_a_centre_its_leader_and_the_administrators_are_told() {
        absences.everybodyLeaves("center");
        String number = loop.reportOf("officer", "OFFICER");
        assertThat(told("leader", "triage", number).get(0)).contains("市行政服务中心（尚无人员）");
        assertThat(told("admin", "unattended", number)).hasSize(1);
    }

    @Test
    void a_group_that_is_deleted_leaves_no_work_unseen() {
        identity.saveGroup(identity.newGroup("dept-wenlv"));
        identity.createMembership("yibao", "dept-wenlv");
        String number = loop.rectifying();
        tasks.addCandidateGroup(loop.task(number, "department-rectify").getId(), "dept-wenlv");
        tasks.deleteCandidateGroup(loop.task(number, "department-rectify").getId(), "dept-gongan");
        tasks.setAssignee(loop.task(number, "department-rectify").getId(), null);
        identity.deleteGroup("dept-wenlv");
        assertThat(told("center", "unattended-list", null)).anyMatch(text -> text.contains(number));
    }

    @Test
    void a_reporter_who_left_the_office_is_not_asked_to_confirm() {
        String number = loop.verifying();
        absences.leaves("officer", "officer");
        loop.verifyGood(number);
        assertThat(loop.openTasks(number)).isEmpty();
        assertThat(loop.entry(number).outcome()).isEqualTo(Outcome.RECTIFIED);
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(user("center").authorities(new SimpleGrantedAuthority("center"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private List<String> told(String user, String template, String number) {
        return jdbc.sql(
                        "select data from notice where recipient = :user and template = :template and coalesce(number, '') = :number")
                .params(Map.of("user", user, "template", template, "number", number == null ? "" : number))
                .query(String.class)
                .list();
    }
}

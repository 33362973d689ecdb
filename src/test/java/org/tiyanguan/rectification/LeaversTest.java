package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.Absences;
import org.tiyanguan.Acting;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.Scripts;
import org.tiyanguan.TestDatabase;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.security.People;

/** Who changes departments, or leaves, may do nothing more of the old one's, whichever door the change comes by. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class LeaversTest {

    private static final String TASK = "/engine-rest/task/";
    private static final String TASKLIST = "/camunda/api/engine/engine/default/task/";
    private static final String ACCEPT = "{\"variables\":{\"acceptance\":{\"value\":\"ACCEPT\"}}}";

    @Autowired
    Loop loop;

    @Autowired
    ColleaguePanel panel;

    @Autowired
    Scripts scripts;

    @Autowired
    Absences absences;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    People people;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void everybody_is_where_they_were() {
        absences.allReturn();
        if (!people.isMember("gongan", "dept-gongan")) identity.createMembership("gongan", "dept-gongan");
        identity.deleteMembership("gongan", "dept-shebao");
        tasks.createTaskQuery().taskAssignee("gongan").list().forEach(task -> tasks.setAssignee(task.getId(), null));
    }

    // ---- doors

    @Test
    void who_changes_departments_by_rest_can_neither_read_nor_do_what_they_had_claimed() {
        String number = loop.assigned("gongan");
        String task = claimed(number);
        move("/engine-rest");

        assertEnded(task);
        assertThat(told("gongan-head", "laid-back")).contains(number + " 接收转办", "李强");
        panel.assertLast(number, Act.LAY_BACK, "高远", "接收转办：李强已不在本单位");
        assertThat(panel.form("gongan-head", task)).contains("李强已不在本单位");

        panel.rest("gongan-head", TASK + task + "/claim", "{\"userId\":\"gongan-head\"}", 204);
        panel.rest("gongan-head", TASK + task + "/complete", ACCEPT, 204);
        assertThat(loop.part(number).handler()).isEqualTo("gongan-head");
    }

    @Test
    void it_is_the_same_in_camunda_admin() {
        String task = claimed(loop.assigned("gongan"));
        String members = "/camunda/api/engine/engine/default/group/%s/members/gongan";
        panel.browser("admin").get("/camunda/app/admin/default/");
        assertThat(asAdmin("DELETE", members.formatted("dept-gongan"))).isEqualTo(204);
        assertThat(asAdmin("PUT", members.formatted("dept-shebao"))).isEqualTo(204);
        assertEnded(task);
    }

    @Test
    void who_gave_a_task_away_keeps_nothing_of_it_when_they_leave() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        panel.act("gongan", task, "hand-over", "gongan-head", "请您办理");
        move("/engine-rest");
        assertThat(panel.task(task).getAssignee()).isEqualTo("gongan-head");
        assertForbidden(task);
    }

    @Test
    void a_group_that_is_deleted_takes_its_members_tasks_along() {
        identity.saveGroup(identity.newGroup("dept-wenlv"));
        identity.createMembership("yibao", "dept-wenlv");
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        tasks.addCandidateGroup(task, "dept-wenlv");
        tasks.deleteCandidateGroup(task, "dept-gongan");
        tasks.setAssignee(task, "yibao");
        identity.deleteGroup("dept-wenlv");
        assertThat(panel.task(task).getAssignee()).isNull();
        assertThat(told("center", "unattended-list")).contains(number);
        assertThat(scripts.post("yibao", TASK + task + "/complete", ColleaguePanel.done())
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    // ---- names

    @Test
    void a_deleted_account_is_shown_by_the_name_it_had() {
        String number = loop.rectifying();
        absences.accountIsDeleted("gongan");
        assertThat(people.nameOf("gongan")).isEqualTo("李强");
        assertThat(people.exists("gongan")).isFalse();
        assertThat(panel.browser("center").get("/ledger/" + number).body()).contains("李强");
        panel.assertLast(number, Act.LAY_BACK, "系统", "整改：李强已不在本单位");
        absences.allReturn();
        assertThat(people.nameOf("gongan")).isEqualTo("李强");
    }

    // ---- opinions

    @Test
    void nobody_waits_for_the_opinion_of_who_has_left_and_it_tells_them_nothing_more() {
        String number = loop.rectifying();
        String asking = loop.task(number, "department-rectify").getId();
        panel.act("gongan", asking, "hand-over", "gongan-head", "请您办理");
        panel.act("gongan-head", asking, "ask-opinion", "gongan", "这样整改可以吗？");
        Task opinion = loop.task(number, "colleague-give-opinion");
        move("/engine-rest");

        assertThat(loop.openTasks(number)).containsExactly("department-rectify");
        assertForbidden(opinion.getId());
        assertThat(panel.told("gongan-head", "opinion-lost", number)).contains("李强已不在本单位");
        assertThat(panel.told("gongan", "opinion-dropped", number)).isEmpty();
        panel.assertLast(number, Act.DROP_OPINION, "高远", "整改 → 李强：李强已不在本单位");
    }

    @Test
    void an_opinion_is_told_to_the_group_where_who_asked_for_it_has_left() {
        String number = loop.rectifying();
        String asking = loop.task(number, "department-rectify").getId();
        panel.act("gongan", asking, "ask-opinion", "gongan-head", "这样整改可以吗？");
        move("/engine-rest");
        loop.complete("gongan-head", number, "colleague-give-opinion", Map.of("opinion", "同意，请增设引导员"));
        assertThat(panel.told("gongan", "opinion-given", number)).isEmpty();
        assertThat(panel.told("gongan-head", "opinion-given", number)).contains("同意，请增设引导员");
    }

    // ---- officers

    @Test
    void what_an_officer_had_to_do_alone_is_nobodys_and_the_centre_knows() {
        String number = loop.confirming();
        absences.accountIsDeleted("officer");
        assertThat(loop.task(number, "officer-confirm").getAssignee()).isNull();
        assertThat(told("center", "unattended-list")).contains(number + " 回访评价", "经办人（已离任）");
        loop.timePassesTo(number, "2026-03-12T10:00:00");
        assertThat(loop.openTasks(number)).isEmpty();
    }

    // ---- at once

    @Test
    void who_claims_a_task_while_they_are_taken_out_of_the_group_does_not_keep_it() throws Exception {
        String number = loop.assigned("gongan");
        String task = loop.task(number, "department-accept").getId();
        CompletableFuture<Void> leaving = transaction.execute(status -> {
            acting.as("gongan", () -> {
                // As who has logged in does.
                identity.setAuthentication("gongan", List.of("dept-gongan"));
                try {
                    tasks.claim(task, "gongan");
                } finally {
                    identity.clearAuthentication();
                }
                return null;
            });
            CompletableFuture<Void> begun =
                    CompletableFuture.runAsync(() -> identity.deleteMembership("gongan", "dept-gongan"));
            while (!begun.isDone() && !somebodyWaits()) Thread.onSpinWait();
            assertThat(begun).as("waits for the claim").isNotDone();
            return begun;
        });
        leaving.get(60, TimeUnit.SECONDS);
        assertThat(panel.task(task).getAssignee()).isNull();
    }

    // ----

    private String claimed(String number) {
        String task = loop.task(number, "department-accept").getId();
        panel.rest("gongan", TASK + task + "/claim", "{\"userId\":\"gongan\"}", 204);
        assertThat(panel.form("gongan", task)).contains(number);
        return task;
    }

    private void move(String api) {
        for (var change : List.of(
                Map.entry(HttpMethod.DELETE, "/group/dept-gongan/members/gongan"),
                Map.entry(HttpMethod.PUT, "/group/dept-shebao/members/gongan")))
            assertThat(scripts.send("admin", change.getKey(), api + change.getValue(), "")
                            .getStatusCode()
                            .value())
                    .isEqualTo(204);
    }

    private int asAdmin(String method, String path) {
        return panel.browser("admin").send(method, path, null).statusCode();
    }

    private void assertEnded(String task) {
        assertThat(panel.task(task).getAssignee()).isNull();
        assertForbidden(task);
    }

    /** By REST, and in the session of Tasklist in which it was open. */
    private void assertForbidden(String task) {
        for (String door : List.of(TASK + task, TASK + task + "/form-variables"))
            assertThat(scripts.get("gongan", door).getStatusCode().value())
                    .as(door)
                    .isNotEqualTo(200);
        assertThat(panel.browser("gongan").get(TASKLIST + task).statusCode()).isNotEqualTo(200);
        for (String act : List.of("complete", "submit-form"))
            assertThat(scripts.post("gongan", TASK + task + "/" + act, ACCEPT)
                            .getStatusCode()
                            .value())
                    .as(act)
                    .isIn(403, 404, 409, 500);
        assertThat(jdbc.sql(
                                "select count(*) from act_ru_authorization where resource_id_ = :task and user_id_ = 'gongan'")
                        .param("task", task)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String told(String user, String template) {
        return String.join(
                "\n",
                jdbc.sql("select data from notice where recipient = :user and template = :template")
                        .params(Map.of("user", user, "template", template))
                        .query(String.class)
                        .list());
    }

    private boolean somebodyWaits() {
        String waiting = TestDatabase.isPostgres()
                ? "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                : "select count(*) from information_schema.sessions where blocker_id is not null";
        return jdbc.sql(waiting).query(Long.class).single() > 0;
    }
}

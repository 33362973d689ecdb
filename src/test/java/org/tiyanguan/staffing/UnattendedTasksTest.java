package org.tiyanguan.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.rectification.Loop;

/** Which tasks nobody can do, and how they are called. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class UnattendedTasksTest {

    @Autowired
    Loop loop;

    @Autowired
    UnattendedTasks unattended;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Test
    void a_department_without_members_does_nothing_until_somebody_joins() {
        String number = loop.assigned("yibao", "shuiwu");
        assertThat(linesOf(number)).isEmpty();
        leave("dept-yibao", "yibao", "yibao-head");
        assertThat(linesOf(number)).containsExactly(number + " 接收转办，期限 2026-03-03 17:30：市医疗保障局（尚无人员）");
        identity.createMembership("gongan", "dept-yibao");
        assertThat(linesOf(number)).isEmpty();
        leave("dept-yibao", "gongan");
        identity.createMembership("yibao", "dept-yibao");
        identity.createMembership("yibao-head", "dept-yibao");
    }

    @Test
    void a_task_of_an_account_that_is_gone_names_nobody() {
        String number = loop.confirming();
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        tasks.setAssignee(task, "gone");
        assertThat(linesOf(number)).hasSize(1);
        assertThat(linesOf(number).get(0)).startsWith(number + " 回访评价，期限 ").endsWith("：经办人（账号已停用）");
        tasks.setAssignee(task, "officer");
        assertThat(linesOf(number)).isEmpty();
    }

    private List<String> linesOf(String number) {
        assertThat(unattended.lines()).hasSameSizeAs(unattended.all());
        return unattended.all().stream()
                .filter(task -> number.equals(task.number()))
                .map((CaseTask task) -> unattended.line(task))
                .toList();
    }

    private void leave(String group, String... members) {
        for (String member : members) identity.deleteMembership(member, group);
    }
}

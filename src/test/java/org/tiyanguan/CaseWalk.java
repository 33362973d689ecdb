package org.tiyanguan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads cases of one process in tests: people act on tasks, and time passes. */
public abstract class CaseWalk {

    protected final TaskService tasks;
    protected final RuntimeService runtime;
    protected final ManagementService management;
    protected final Acting acting;
    protected final JdbcClient jdbc;
    private final String process;

    protected CaseWalk(String process, ProcessEngine engine, Acting acting, JdbcClient jdbc) {
        this.process = process;
        this.tasks = engine.getTaskService();
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.acting = acting;
        this.jdbc = jdbc;
    }

    public void complete(String user, String number, String task, Map<String, Object> form) {
        complete(user, task(user, number, task), form);
    }

    protected void complete(String user, Task task, Map<String, Object> form) {
        acting.as(user, () -> {
            tasks.complete(task.getId(), form);
            return null;
        });
    }

    /** The user's own where several have the same. */
    public Task task(String user, String number, String key) {
        List<Task> open = open(user, number, key);
        assertThat(open).as("open tasks %s of %s", key, number).hasSize(1);
        return open.get(0);
    }

    /** The user's own, and those that the user may claim. */
    protected List<Task> open(String user, String number, String key) {
        return tasks(number).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .filter(task -> task.getAssignee() == null
                        ? isFor(user, task)
                        : task.getAssignee().equals(user))
                .toList();
    }

    private boolean isFor(String user, Task task) {
        return tasks.createTaskQuery()
                        .taskId(task.getId())
                        .taskCandidateUser(user)
                        .count()
                > 0;
    }

    public List<String> openTasks(String number) {
        return tasks(number).stream().map(Task::getTaskDefinitionKey).sorted().toList();
    }

    public List<Task> tasks(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list();
    }

    public Map<String, Object> visibleTo(Task task) {
        return tasks.getVariables(task.getId());
    }

    public Map<String, Object> variables(String number) {
        return runtime.getVariables(instance(number).getId());
    }

    public boolean ended(String number) {
        return instance(number) == null;
    }

    /** How often somebody was told that of the case. */
    public int told(String user, String template, String number) {
        return jdbc.sql("select count(*) from notice where recipient = ? and template = ? and number = ?")
                .params(user, template, number)
                .query(Integer.class)
                .single();
    }

    public static void now(String time) {
        ClockUtil.setCurrentTime(Date.from(
                LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
    }

    /** Moves the clock and lets every timer of the case fire that is due by then, in order. */
    public void timePassesTo(String number, String time) {
        now(time);
        for (List<Job> due = dueTimers(number); !due.isEmpty(); due = dueTimers(number))
            management.executeJob(due.get(0).getId());
    }

    private List<Job> dueTimers(String number) {
        ProcessInstance instance = instance(number);
        if (instance == null) return List.of();
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .executable()
                .orderByJobDuedate()
                .asc()
                .list();
    }

    protected ProcessInstance instance(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(process)
                .singleResult();
    }
}

package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
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
import org.springframework.stereotype.Component;
import org.tiyanguan.Acting;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Parts;

/** Drives the loop in tests: people act on tasks, time passes, and each line reads as a step of the diagram. */
@Component
public class Loop {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final CaseMessages cases;
    private final Acting acting;
    private final Ledger ledger;
    private final Parts parts;
    private final LedgerHistory history;

    Loop(ProcessEngine engine, CaseMessages cases, Acting acting, Ledger ledger, Parts parts, LedgerHistory history) {
        init(engine);
        this.tasks = engine.getTaskService();
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.cases = cases;
        this.acting = acting;
        this.ledger = ledger;
        this.parts = parts;
        this.history = history;
    }

    // ---- reports

    public static Map<String, Object> problem() {
        return new HashMap<>(Map.of(
                "kind", "PROBLEM",
                "title", "户籍窗口排队过久",
                "description", "取号后等了两个小时，只开了一个窗口。",
                "place", "二楼A区",
                "occurredOn", "2026-02-02",
                "serviceItem", "户口迁移",
                "urgency", "URGENT",
                "channel", "OFFICER",
                "officer", "officer"));
    }

    public String report(Map<String, Object> form) {
        return acting.as("center", () -> cases.start("rectification", form));
    }

    public String report() {
        return report(problem());
    }

    public String reportOf(String officer, String channel) {
        Map<String, Object> form = problem();
        form.put("channel", channel);
        form.put("officer", officer);
        return report(form);
    }

    // ---- tasks

    public void complete(String user, String number, String task, Map<String, Object> form) {
        acting.as(user, () -> {
            tasks.complete(task(number, task).getId(), form);
            return null;
        });
    }

    /** As {@link #complete}, where several departments have the same task: the user's own. */
    public void completeAs(String user, String number, String task, Map<String, Object> form) {
        Task own = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(task)
                .taskCandidateGroup("dept-" + user)
                .includeAssignedTasks()
                .singleResult();
        acting.as(user, () -> {
            tasks.complete(own.getId(), form);
            return null;
        });
    }

    public Task task(String number, String key) {
        List<Task> open = tasks(number, key);
        assertThat(open).as("open tasks %s of %s", key, number).hasSize(1);
        return open.get(0);
    }

    public List<Task> tasks(String number, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(key)
                .list();
    }

    public List<Task> tasks(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list();
    }

    /** The business key of the task's case. */
    String numberOf(String task) {
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
    }

    public List<String> openTasks(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    public String groupOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId();
    }

    /** All that the task sees: its own variables and those around it. */
    public Map<String, Object> visibleTo(Task task) {
        return tasks.getVariables(task.getId());
    }

    // ---- steps, as people do them

    public String accepted() {
        String number = report();
        accept(number);
        return number;
    }

    public void accept(String number) {
        complete("center", number, "center-triage", Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理"));
    }

    public String assigned(String... departments) {
        String number = accepted();
        assign(number, departments);
        return number;
    }

    public void assign(String number, String... departments) {
        Map<String, Object> form = new HashMap<>();
        for (int row = 1; row <= 4; row++) {
            form.put("department" + row, row <= departments.length ? departments[row - 1] : null);
            if (row <= departments.length) form.put("instruction" + row, "增开窗口");
        }
        complete("center", number, "center-assign", form);
    }

    public String rectifying() {
        String number = assigned("gongan");
        complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        return number;
    }

    /** The leader has to decide about more time. */
    public String extensionAsked() {
        String number = rectifying();
        complete(
                "gongan",
                number,
                "department-rectify",
                Map.of("progress", "EXTEND", "extensionUntil", "2026-03-20", "extensionReason", "设备采购需要时间"));
        return number;
    }

    public void finish(String number) {
        complete("gongan", number, "department-rectify", Map.of("progress", "DONE", "result", "已增开两个窗口，平均等候二十分钟。"));
    }

    public String verifying() {
        String number = rectifying();
        finish(number);
        return number;
    }

    public void verifyGood(String number) {
        complete(
                "center",
                number,
                "center-verify",
                Map.of(
                        "verification",
                        "GOOD",
                        "verifyMethod",
                        "ON_SITE",
                        "verifyNote",
                        "现场查看属实",
                        "answer",
                        "窗口已增开两个，欢迎再来体验。"));
    }

    public String confirming() {
        String number = verifying();
        verifyGood(number);
        return number;
    }

    public void sendBack(String number, String user) {
        complete(user, number, "department-accept", Map.of("acceptance", "SEND_BACK", "sendBackReason", "不属于本单位职责"));
    }

    // ---- time

    public static void now(String time) {
        ClockUtil.setCurrentTime(date(LocalDateTime.parse(time)));
    }

    public static Date date(String time) {
        return date(LocalDateTime.parse(time));
    }

    static Date date(LocalDateTime time) {
        return Date.from(time.atZone(SHANGHAI).toInstant());
    }

    /** Moves the clock and lets every timer of the case fire that is due by then, in order. */
    public void timePassesTo(String number, String time) {
        now(time);
        String instance = instance(number).getId();
        for (List<Job> due = dueTimers(instance); !due.isEmpty(); due = dueTimers(instance))
            management.executeJob(due.get(0).getId());
    }

    private List<Job> dueTimers(String instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .executable()
                .orderByJobDuedate()
                .asc()
                .list();
    }

    // ---- what came of it

    public ProcessInstance instance(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("rectification")
                .singleResult();
    }

    public boolean ended(String number) {
        return instance(number) == null;
    }

    public Entry entry(String number) {
        return ledger.entry(number);
    }

    public List<Part> parts(String number) {
        return parts.of(number);
    }

    public Part part(String number) {
        List<Part> all = parts(number);
        return all.get(all.size() - 1);
    }

    public List<Act> acts(String number) {
        return history.of(number).stream().map(LedgerHistory.Event::act).toList();
    }

    public long count(String number, Act act) {
        return acts(number).stream().filter(act::equals).count();
    }
}

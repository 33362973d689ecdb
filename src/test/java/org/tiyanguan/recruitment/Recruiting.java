package org.tiyanguan.recruitment;

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
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;
import org.tiyanguan.Acting;
import org.tiyanguan.engine.CaseMessages;

/** Drives recruitments in tests: people act on tasks, time passes, and each line reads as a step of the diagrams. */
@Component
public class Recruiting {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final CaseMessages cases;
    private final Acting acting;
    private final Applications applications;

    Recruiting(ProcessEngine engine, CaseMessages cases, Acting acting, Applications applications) {
        init(engine);
        this.tasks = engine.getTaskService();
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.cases = cases;
        this.acting = acting;
        this.applications = applications;
    }

    // ---- the call

    public static Map<String, Object> draft() {
        Map<String, Object> form = new HashMap<>(Map.of(
                "draft", "SUBMIT",
                "title", "2026 年政务服务体验官招募",
                "text", "欢迎关心政务服务的朋友报名，一起把大厅办得更好。",
                "opensOn", "2026-03-03",
                "closesOn", "2026-03-13"));
        form.putAll(Map.of(
                "placesPublic",
                1,
                "placesEnterprise",
                1,
                "placesUnit",
                1,
                "placesSupervisor",
                0,
                "termMonths",
                12,
                "noticeDays",
                5));
        form.put("units", SpinValues.jsonValue("[\"unit-zgh\"]").create());
        return form;
    }

    public String drafted() {
        return acting.as("center", () -> cases.start("recruitment", Map.of("title", "2026 年政务服务体验官招募")));
    }

    public String submitted() {
        return submitted(draft());
    }

    public String submitted(Map<String, Object> draft) {
        String call = drafted();
        complete("center", call, "center-draft-call", draft);
        return call;
    }

    /** On the first day. */
    public String opened() {
        return opened(draft());
    }

    public String opened(Map<String, Object> draft) {
        String call = submitted(draft);
        complete("leader", call, "leader-approve-call", Map.of("approval", "APPROVE", "approvalReason", "同意公布"));
        timePassesTo(call, "2026-03-03T00:00:00");
        return call;
    }

    public void close(String call) {
        timePassesTo(call, "2026-03-13T17:30:00");
    }

    // ---- people

    public static Map<String, Object> person(String name) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "name",
                name,
                "gender",
                "女",
                "birthDate",
                "1985-06-01",
                "ethnicity",
                "汉族",
                "education",
                "本科",
                "politics",
                "群众",
                "health",
                "良好",
                "phone",
                "13800138000",
                "email",
                "ren@example.org",
                "employer",
                "云浮石材公司"));
        form.putAll(Map.of(
                "jobTitle", "会计", "address", "云浮市云城区", "resume", "从事财务工作十五年，经常到政务大厅办事，愿意参与体验监督。", "consent", true));
        return form;
    }

    public String applied(String call, String name) {
        return applied(call, person(name));
    }

    public String applied(String call, Map<String, Object> person) {
        Map<String, Object> form = new HashMap<>(person);
        form.put("callNumber", call);
        return cases.start("application", form);
    }

    public String recommended(String call, String name) {
        Map<String, Object> form = person(name);
        form.putAll(Map.of("recommendation", "PERSON", "unitOpinion", "该同志热心公益，同意推荐。", "unitOpinionBy", "马红"));
        complete("unit", call, "unit-recommend", form);
        return applications.of(call).stream()
                .filter(application -> name.equals(application.person().name()))
                .map(Application::number)
                .findFirst()
                .orElseThrow();
    }

    public void propose(String number) {
        complete(
                "center",
                number,
                "center-check",
                Map.of("check", "PROPOSE", "category", "PUBLIC", "centerOpinion", "材料齐全，建议入选。"));
    }

    public void decide(String number, String decision) {
        Map<String, Object> form = new HashMap<>(Map.of("decision", decision, "decisionReason", "经研究决定"));
        form.put("category", decision.equals("APPROVE") ? "PUBLIC" : null);
        complete("leader", number, "leader-decide", form);
    }

    /** Up to the public notice, which begins on 13 March and ends on 20 March. */
    public String onNotice(String call) {
        String number = applied(call, "王小明");
        propose(number);
        decide(number, "APPROVE");
        close(call);
        publish(call);
        return number;
    }

    /** On 20 March 2026; the clock stays there. */
    public String appointed(String name, String phone, String email) {
        now("2026-03-02T10:00:00");
        String call = opened();
        Map<String, Object> person = person(name);
        person.putAll(Map.of("phone", phone, "email", email));
        String number = applied(call, person);
        propose(number);
        decide(number, "APPROVE");
        close(call);
        publish(call);
        timePassesTo(call, "2026-03-20T18:00:00");
        timePassesTo(number, "2026-03-20T18:00:00");
        return number;
    }

    public void publish(String call) {
        complete(
                "center",
                call,
                "center-publish-shortlist",
                Map.of("noticeDays", 5, "noticeText", "以下人选拟聘任，公示期内可提出异议。"));
    }

    // ---- tasks and time

    public void complete(String user, String number, String task, Map<String, Object> form) {
        acting.as(user, () -> {
            tasks.complete(task(number, task).getId(), form);
            return null;
        });
    }

    public Task task(String number, String key) {
        List<Task> open = tasks(number).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .toList();
        assertThat(open).as("open tasks %s of %s", key, number).hasSize(1);
        return open.get(0);
    }

    List<Task> tasks(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list();
    }

    public List<String> openTasks(String number) {
        return tasks(number).stream().map(Task::getTaskDefinitionKey).sorted().toList();
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
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .filter(instance -> !instance.getProcessDefinitionId().startsWith("notice:"))
                .flatMap(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .executable()
                        .orderByJobDuedate()
                        .asc()
                        .list()
                        .stream())
                .toList();
    }

    public boolean ended(String number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .allMatch(instance -> instance.getProcessDefinitionId().startsWith("notice:"));
    }

    public Map<String, Object> variables(String number) {
        return runtime.getVariables(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("application")
                .singleResult()
                .getId());
    }

    public Application application(String number) {
        return applications.application(number);
    }
}

package org.tiyanguan.annual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.Acting;
import org.tiyanguan.event.EventActs;
import org.tiyanguan.event.Eventing;

/** A year's entries, and what people do in its summary; each line of a test reads as a step of the diagram. */
@Component
public class Summing {

    public static final String NUMBER = "NZ-2026";

    private static final AtomicInteger ENTRIES = new AtomicInteger(700_000);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final OpeningSummaries opening;
    private final Corrections corrections;
    private final Summaries summaries;
    private final Versions versions;
    private final ReportTexts reports;
    private final Eventing eventing;
    private final EventActs events;
    private final Acting acting;
    private final JdbcClient jdbc;

    Summing(
            ProcessEngine engine,
            OpeningSummaries opening,
            Corrections corrections,
            Summaries summaries,
            Versions versions,
            ReportTexts reports,
            Eventing eventing,
            EventActs events,
            Acting acting,
            JdbcClient jdbc) {
        this.tasks = engine.getTaskService();
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.opening = opening;
        this.corrections = corrections;
        this.summaries = summaries;
        this.versions = versions;
        this.reports = reports;
        this.eventing = eventing;
        this.events = events;
        this.acting = acting;
        this.jdbc = jdbc;
    }

    // ---- the year

    /** As if there had never been a summary. */
    public void afresh() {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(NUMBER).list().stream()
                .filter(one -> runtime.createProcessInstanceQuery()
                                .processInstanceId(one.getId())
                                .count()
                        > 0)
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), "afresh"));
        jdbc.sql("truncate table annual_summary cascade").update();
        jdbc.sql("truncate table case_history").update();
        jdbc.sql("delete from notice where template like 'unattended%'").update();
    }

    /** As if nobody had reported anything. */
    public void emptyLedger() {
        jdbc.sql("truncate table ledger_entry cascade").update();
    }

    /** Entries of the department, all rectified in time; returns the number of the last one. */
    public String entries(String department, int count, int stars) {
        String number = "";
        for (int i = 0; i < count; i++) number = entry(department, stars, true, null);
        return number;
    }

    public String entry(String department, int stars, boolean inTime, String card) {
        String number = "TYG-2026-%06d".formatted(ENTRIES.incrementAndGet());
        LocalDateTime reported = LocalDateTime.parse("2026-05-11T09:00:00");
        jdbc.sql("""
                        insert into ledger_entry (number, kind, title, description, place, occurred_on, service_item, urgency, channel, state,
                            mode, topic, category, outcome, answer, closed_at, rating, reported_at,
                            public_title, public_description, public_place, public_service_item)
                        values (:number, 'PROBLEM', '排队过久', '等了两个小时', '二楼', date '2026-05-10', '户口迁移', 'NORMAL', 'OFFICER', 'CLOSED',
                            'ON_SITE', 'PROCESS', 'PUBLIC', 'RECTIFIED', '已经改好', :closed, :stars, :reported,
                            '排队过久', '等了两个小时', '二楼', '户口迁移')""")
                .param("number", number)
                .param("closed", reported.plusDays(20))
                .param("stars", stars)
                .param("reported", reported)
                .update();
        jdbc.sql("insert into reporter (number, user_id, name) values (:number, 'officer', '周晓明')")
                .param("number", number)
                .update();
        jdbc.sql("""
                        insert into rectification_part (number, department, round, instruction, state, assigned_at, accept_days,
                            rectify_days, remind_days, accept_by, deadline, accepted_at, done_at, card)
                        values (:number, :department, 1, '请整改', 'DONE', :reported, 1, 5, 1, :reported, :deadline, :reported, :done, :card)""")
                .param("number", number)
                .param("department", department)
                .param("reported", reported)
                .param("deadline", reported.plusDays(10))
                .param("done", reported.plusDays(inTime ? 5 : 15))
                .param("card", card)
                .update();
        return number;
    }

    // ---- the summary's steps

    public void opened() {
        acting.as("center", () -> opening.byHand(2026));
    }

    /** Everybody has looked at the figures and nobody has anything to say; the leader has the report. */
    public void submitted() {
        opened();
        gathered();
    }

    /** All that goes side by side is done. */
    public void gathered() {
        agreeAll();
        silentOfficers();
        submits("center-draft-report");
    }

    /** The meeting is next. */
    public void approved() {
        submitted();
        approves();
    }

    /** The leader is to issue it; there was no meeting. */
    public void ready() {
        approved();
        dropsMeeting();
        complete("center", "center-decide-meeting", Map.of("meetingDecision", "WITHOUT", "meetingNote", "书面征求了意见"));
    }

    public void issued() {
        ready();
        complete("leader", "leader-issue", Map.of("release", "ISSUE"));
    }

    /** The departments that have not yet; as each of them would. */
    public void agreeAll() {
        for (Task task : open("department-check-figures"))
            acting.as("gongan", () -> {
                tasks.complete(task.getId(), Map.of("agreement", "AGREE"));
                return null;
            });
    }

    public void silentOfficers() {
        for (Task task : open("officer-annual-opinion"))
            acting.as(task.getAssignee(), () -> {
                tasks.complete(task.getId(), Map.of());
                return null;
            });
    }

    public void says(String officer, String text) {
        Task own = open("officer-annual-opinion").stream()
                .filter(task -> officer.equals(task.getAssignee()))
                .findFirst()
                .orElseThrow();
        acting.as(officer, () -> {
            tasks.complete(own.getId(), Map.of("opinionText", text));
            return null;
        });
    }

    public void submits(String task) {
        complete("center", task, Map.of("note", "请审定"));
    }

    public void approves() {
        complete("leader", "leader-approve-report", Map.of("approval", "APPROVE"));
    }

    /** The task of the group that the user belongs to. */
    public Task check(String user) {
        return open("department-check-figures").stream()
                .filter(task -> tasks.createTaskQuery()
                                .taskId(task.getId())
                                .taskCandidateUser(user)
                                .count()
                        > 0)
                .findFirst()
                .orElseThrow();
    }

    public void contests(String user, String ledger, String reason) {
        Map<String, Object> form = new HashMap<>(Map.of("agreement", "CONTEST"));
        form.put("contested", ledger);
        form.put("contestReason", reason);
        acting.as(user, () -> {
            tasks.complete(check(user).getId(), form);
            return null;
        });
    }

    public void answers(String answer) {
        complete("center", "center-answer-contest", Map.of("contestAnswer", answer, "answerReason", "经核实，情况如下。"));
    }

    // ---- the meeting

    public String meeting() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("event")
                .superProcessInstanceId(instance().getId())
                .singleResult()
                .getBusinessKey();
    }

    public void dropsMeeting() {
        eventing.complete("center", meeting(), "center-plan-event", Map.of("plan", "DROP"));
    }

    /** Planned for Monday, 28 December 2026, and approved. */
    public String plansMeeting(String... officers) {
        String number = meeting();
        Map<String, Object> plan = eventing.plan(officers);
        plan.put("startsAt", "2026-12-28T14:00+08:00");
        plan.put("endsAt", "2026-12-28T16:00+08:00");
        plan.put("replyDue", "2026-12-25T17:30+08:00");
        eventing.complete("center", number, "center-plan-event", plan);
        eventing.complete("leader", number, "leader-approve-event", Map.of("approval", "APPROVE"));
        return number;
    }

    public void cancelsMeeting(String number) {
        acting.as("center", () -> {
            events.cancel(number, "台风");
            return null;
        });
    }

    // ---- corrections

    public void asksForCorrection(boolean recount) {
        acting.as("center", () -> {
            corrections.ask(NUMBER, "第二节的返工率写错了", recount);
            return null;
        });
    }

    public void saves(Section section, String text) {
        Version version = versions.newest(NUMBER);
        acting.as("center", () -> {
            int seen = reports.of(version).get(section).revision();
            reports.save(2026, version, Map.of(section, new ReportTexts.Edit(seen, text)));
            return null;
        });
    }

    // ---- tasks and time

    public void complete(String user, String key, Map<String, Object> form) {
        acting.as(user, () -> {
            tasks.complete(task(key).getId(), form);
            return null;
        });
    }

    public Task task(String key) {
        List<Task> open = open(key);
        assertThat(open).as("open tasks %s", key).isNotEmpty();
        return open.get(0);
    }

    public List<Task> open(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(NUMBER)
                .taskDefinitionKey(key)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    public List<Task> tasks() {
        return tasks.createTaskQuery().processInstanceBusinessKey(NUMBER).list();
    }

    /** Each kind once. */
    public List<String> openTasks() {
        return tasks().stream()
                .map(Task::getTaskDefinitionKey)
                .distinct()
                .sorted()
                .toList();
    }

    public Map<String, Object> visibleTo(Task task) {
        return tasks.getVariables(task.getId());
    }

    public String view(Task task) {
        return visibleTo(task).get("caseView").toString();
    }

    public Map<String, Object> variables() {
        return runtime.getVariables(instance().getId());
    }

    public boolean ended() {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(NUMBER)
                        .processDefinitionKeyIn(AnnualDiagram.KEY, CorrectionDiagram.KEY)
                        .count()
                == 0;
    }

    public Version version() {
        return versions.newest(NUMBER);
    }

    public Summary summary() {
        return summaries.summary(NUMBER);
    }

    public static void now(String time) {
        ClockUtil.setCurrentTime(Date.from(
                LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
    }

    /** Moves the clock and lets every timer of the summary fire that is due by then, in order. */
    public void timePassesTo(String time) {
        now(time);
        for (List<Job> due = dueTimers(); !due.isEmpty(); due = dueTimers())
            management.executeJob(due.get(0).getId());
    }

    /** Carries out December's morning round, as its timer would. */
    public void round(String time) {
        now(time);
        String round = runtime.startProcessInstanceByKey("annual-round").getId();
        for (List<Job> jobs = jobs(round); !jobs.isEmpty(); jobs = jobs(round))
            management.executeJob(jobs.get(0).getId());
    }

    private List<Job> jobs(String instance) {
        return management.createJobQuery().processInstanceId(instance).list();
    }

    private List<Job> dueTimers() {
        ProcessInstance instance = instance();
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

    private ProcessInstance instance() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(NUMBER)
                .processDefinitionKey(AnnualDiagram.KEY)
                .singleResult();
    }
}

package org.tiyanguan.annual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.Acting;
import org.tiyanguan.CaseWalk;
import org.tiyanguan.event.EventActs;
import org.tiyanguan.event.Eventing;

/** What people do in a year's summary in tests; each line reads as a step of the diagram. */
@Component
public class Summing extends CaseWalk {

    public static final String NUMBER = "NZ-2026";

    private final OpeningSummaries opening;
    private final Corrections corrections;
    private final Summaries summaries;
    private final Versions versions;
    private final ReportTexts reports;
    private final Eventing eventing;
    private final EventActs events;

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
        super(AnnualDiagram.KEY, engine, acting, jdbc);
        this.opening = opening;
        this.corrections = corrections;
        this.summaries = summaries;
        this.versions = versions;
        this.reports = reports;
        this.eventing = eventing;
        this.events = events;
    }

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
        for (Task task : open("department-check-figures")) complete("gongan", task, Map.of("agreement", "AGREE"));
    }

    public void silentOfficers() {
        for (Task task : open("officer-annual-opinion")) complete(task.getAssignee(), task, Map.of());
    }

    public void says(String officer, String text) {
        complete(officer, NUMBER, "officer-annual-opinion", Map.of("opinionText", text));
    }

    public void submits(String task) {
        complete("center", task, Map.of("note", "请审定"));
    }

    public void approves() {
        complete("leader", "leader-approve-report", Map.of("approval", "APPROVE"));
    }

    /** The task of the group that the user belongs to. */
    public Task check(String user) {
        return task(user, NUMBER, "department-check-figures");
    }

    public void contests(String user, String ledger, String reason) {
        Map<String, Object> form = new HashMap<>(Map.of("agreement", "CONTEST"));
        form.put("contested", ledger);
        form.put("contestReason", reason);
        complete(user, check(user), form);
    }

    public void answers(String answer) {
        complete("center", "center-answer-contest", Map.of("contestAnswer", answer, "answerReason", "经核实，情况如下。"));
    }

    // ---- the meeting

    public String meeting() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("event")
                .superProcessInstanceId(instance(NUMBER).getId())
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
        complete(user, task(key), form);
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
        return tasks(NUMBER);
    }

    /** Each kind once. */
    public List<String> openTasks() {
        return openTasks(NUMBER).stream().distinct().toList();
    }

    public String view(Task task) {
        return visibleTo(task).get("caseView").toString();
    }

    public Map<String, Object> variables() {
        return variables(NUMBER);
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

    public void timePassesTo(String time) {
        timePassesTo(NUMBER, time);
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
}

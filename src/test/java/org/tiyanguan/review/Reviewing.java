package org.tiyanguan.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.security.Accounts;
import org.tiyanguan.security.Roles;

/** Officers with a term and deeds, and what people do in their reviews. */
@Component
public class Reviewing {

    private static final AtomicInteger OFFICERS = new AtomicInteger();

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final OpeningReviews opening;
    private final Terms terms;
    private final Accounts accounts;
    private final Acting acting;
    private final JdbcClient jdbc;

    Reviewing(
            ProcessEngine engine,
            OpeningReviews opening,
            Terms terms,
            Accounts accounts,
            Acting acting,
            JdbcClient jdbc) {
        this.tasks = engine.getTaskService();
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.opening = opening;
        this.terms = terms;
        this.accounts = accounts;
        this.acting = acting;
        this.jdbc = jdbc;
    }

    // ---- officers

    /** A new officer's account. */
    public String officer(OfficerCategory category, String from, String until) {
        int n = OFFICERS.incrementAndGet();
        String account = "reviewed" + n;
        accounts.user(account, "考", "核" + n, account + "@example.org", "Demo#2026", Roles.OFFICER);
        appointed(account, category, from, until);
        return account;
    }

    /** Gives an account a term. */
    public void appointed(String account, OfficerCategory category, String from, String until) {
        int n = OFFICERS.incrementAndGet();
        String application = "SQ-2026-9%05d".formatted(n);
        jdbc.sql("""
                        insert into recruitment_call (number, title, state, created_at)
                        select 'ZM-2026-001', '招募', 'DRAFT', current_timestamp
                        where not exists (select 1 from recruitment_call where number = 'ZM-2026-001')""").update();
        jdbc.sql("""
                        insert into application (number, call_number, kind, category, state, name, phone, submitted_at)
                        values (:number, 'ZM-2026-001', 'SELF', :category, 'APPOINTED', :name, '13800138000', current_timestamp)""")
                .param("number", application)
                .param("category", category.name())
                .param("name", account)
                .update();
        jdbc.sql("""
                        insert into officer (account, application, category, unit)
                        values (:account, :number, :category, 'unit-zgh')""")
                .param("account", account)
                .param("number", application)
                .param("category", category.name())
                .update();
        term(account, from, until);
    }

    /** Gives one of the demo's officers, whom other tests may have appointed, a term that runs, and no open review. */
    public void inOffice(String account) {
        boolean known = jdbc.sql("select count(*) from officer where account = :account")
                        .param("account", account)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!known) appointed(account, OfficerCategory.PUBLIC, "2025-03-01", "2036-12-31");
        else if (terms.running(account).isEmpty()) term(account, "2025-03-01", "2036-12-31");
        jdbc.sql("update officer_review set opened_for = null where account = :account")
                .param("account", account)
                .update();
    }

    private void term(String account, String from, String until) {
        jdbc.sql("""
                        insert into officer_term (account, kind, letter, term_from, term_until)
                        values (:account, 'APPOINTED', :letter, :from, :until)""")
                .param("account", account)
                .param("letter", "PS-2026-9%03d".formatted(OFFICERS.incrementAndGet()))
                .param("from", LocalDate.parse(from))
                .param("until", LocalDate.parse(until))
                .update();
    }

    /** Visits with that end, settled in a row of months, one each. */
    public void visits(String account, String state, int count, String firstDay) {
        for (int i = 0; i < count; i++) {
            String assignment = "RW-2026-%s%s%d".formatted(account.replace("reviewed", "R"), state.charAt(0), i);
            LocalDate day = LocalDate.parse(firstDay).plusMonths(i);
            jdbc.sql("""
                            insert into assignment (number, state, title, mode, items, first_day, last_day, planned_by, planned_at)
                            values (:number, 'ENDED', '体验', 'ONLINE', '项目', :day, :day, 'center', current_timestamp)""").param("number", assignment).param("day", day).update();
            jdbc.sql("""
                            insert into visit (assignment, officer, state, drawn, invited_at, settled_at)
                            values (:number, :account, :state, false, :at, :at)""")
                    .param("number", assignment)
                    .param("account", account)
                    .param("state", state)
                    .param("at", day.atTime(10, 0))
                    .update();
        }
    }

    public LocalDate lastDay(String account) {
        return terms.of(account).get(terms.of(account).size() - 1).lastDay();
    }

    // ---- acts

    public String opened(String account, Cause cause) {
        return cause == Cause.TERM || cause == Cause.ANNUAL
                ? opening.byCalendar(account, cause)
                : acting.as("center", () -> opening.byCenter(account, cause, "有人反映，附谈话记录"));
    }

    public String resigned(String account) {
        return acting.as(account, () -> opening.resign(account, "工作调动，无法继续"));
    }

    public String withdrawn(String account) {
        return acting.as("unit", () -> opening.withdraw(account, "岗位调整"));
    }

    public void complete(String user, String number, String task, Map<String, Object> form) {
        acting.as(user, () -> {
            tasks.complete(task(number, task).getId(), form);
            return null;
        });
    }

    public void reports(String account, String number) {
        complete(account, number, "officer-report-duty", Map.of("dutyReport", "参加体验六次。"));
    }

    public void judges(String number, String grade, String measure, String reason) {
        complete("center", number, "center-review", judgement(grade, measure, reason));
    }

    public static Map<String, Object> judgement(String grade, String measure, String reason) {
        Map<String, Object> form =
                new HashMap<>(Map.of("review", "PROPOSE", "grade", grade, "measure", measure, "termMonths", 12));
        if (reason != null) form.put("reason", reason);
        return form;
    }

    public void decides(String number, String measure, String reason) {
        Map<String, Object> form = new HashMap<>(Map.of("decision", "APPROVE", "measure", measure));
        if (reason != null) form.put("decisionReason", reason);
        complete("leader", number, "leader-decide-review", form);
    }

    public void sendsBack(String number) {
        complete("leader", number, "leader-decide-review", Map.of("decision", "BACK", "decisionReason", "请核实出勤"));
    }

    public void objects(String account, String number, String objection) {
        complete(account, number, "officer-object", Map.of("objection", objection));
    }

    public void rules(String number, String ruling) {
        complete("leader", number, "leader-decide-objection", Map.of("ruling", ruling, "rulingReason", "经核实，情况如下。"));
    }

    // ---- tasks and time

    public Task task(String number, String key) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(key)
                .list();
        assertThat(open).as("open tasks %s of %s", key, number).hasSize(1);
        return open.get(0);
    }

    public List<String> openTasks(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    public Map<String, Object> visibleTo(String number, String key) {
        return tasks.getVariables(task(number, key).getId());
    }

    public Map<String, Object> variables(String number) {
        return runtime.getVariables(instance(number).getId());
    }

    public boolean ended(String number) {
        return instance(number) == null;
    }

    public static void now(String time) {
        ClockUtil.setCurrentTime(Date.from(
                LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
    }

    /** Moves the clock and lets every timer of the review fire that is due by then, in order. */
    public void timePassesTo(String number, String time) {
        now(time);
        for (List<Job> due = dueTimers(number); !due.isEmpty(); due = dueTimers(number))
            management.executeJob(due.get(0).getId());
    }

    /** Carries out the morning's round, as its timer would. */
    public void round(String time) {
        now(time);
        String round = runtime.startProcessInstanceByKey("review-round").getId();
        for (List<Job> jobs = jobs(round); !jobs.isEmpty(); jobs = jobs(round))
            management.executeJob(jobs.get(0).getId());
    }

    private List<Job> jobs(String instance) {
        return management.createJobQuery().processInstanceId(instance).list();
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

    private ProcessInstance instance(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(ReviewDiagram.KEY)
                .singleResult();
    }
}

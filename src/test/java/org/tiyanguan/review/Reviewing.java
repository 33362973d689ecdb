package org.tiyanguan.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.Acting;
import org.tiyanguan.CaseWalk;
import org.tiyanguan.officer.Appointing;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.security.Accounts;
import org.tiyanguan.security.Roles;

/** Officers with a term and deeds, and what people do in their reviews. */
@Component
public class Reviewing extends CaseWalk {

    private static final AtomicInteger OFFICERS = new AtomicInteger();

    private final OpeningReviews opening;
    private final Terms terms;
    private final Appointing appointing;
    private final Accounts accounts;

    Reviewing(
            ProcessEngine engine,
            OpeningReviews opening,
            Terms terms,
            Appointing appointing,
            Accounts accounts,
            Acting acting,
            JdbcClient jdbc) {
        super(ReviewDiagram.KEY, engine, acting, jdbc);
        this.opening = opening;
        this.terms = terms;
        this.appointing = appointing;
        this.accounts = accounts;
    }

    // ---- officers

    /** A new officer's account. */
    public String officer(OfficerCategory category, String from, String until) {
        int n = OFFICERS.incrementAndGet();
        String account = "reviewed" + n;
        accounts.user(account, "考", "核" + n, account + "@example.org", "Demo#2026", Roles.OFFICER);
        appointing.officer(account, category, null, "unit-zgh", from, until);
        return account;
    }

    /** Gives one of the demo's officers, whom other tests may have appointed, a term that runs, and no open review. */
    public void inOffice(String account) {
        boolean known = jdbc.sql("select count(*) from officer where account = :account")
                        .param("account", account)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!known) appointing.officer(account, OfficerCategory.PUBLIC, null, "unit-zgh", "2025-03-01", "2036-12-31");
        else if (terms.running(account).isEmpty()) appointing.term(account, "2025-03-01", "2036-12-31");
        jdbc.sql("update officer_review set opened_for = null where account = :account")
                .param("account", account)
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

    public Map<String, Object> visibleTo(String number, String key) {
        return tasks.getVariables(task(number, key).getId());
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
}

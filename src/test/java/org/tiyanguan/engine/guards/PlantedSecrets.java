package org.tiyanguan.engine.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.event.Eventing;
import org.tiyanguan.experience.Experiencing;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.recruitment.Recruiting;
import org.tiyanguan.rectification.Loop;

/**
 * Secrets in a running program: who reported, who applies, what they wrote; and the ids of what they are in, by the
 * names that {@code engine-resources.txt} has for them.
 */
@Component
class PlantedSecrets {

    static final String OFFICER = "欧阳静秋";
    static final String PHONE = "13987654321";
    static final String EMAIL = "jingqiu@example.org";
    static final String APPLICANT = "皇甫云舒";
    static final String EMPLOYER = "翠屏山矿泉水公司";
    static final String RESUME = "打了二十年算盘";
    static final String TITLE = "三号窗口排起长龙";

    private final Loop loop;
    private final Recruiting recruiting;
    private final Experiencing experiencing;
    private final Eventing eventing;
    private final Officers officers;
    private final IdentityService identity;
    private final ManagementService management;
    private final JdbcClient jdbc;

    final Map<String, String> ids = new HashMap<>();

    /** What neither a designer nor a department may learn; departments read the title of their own part. */
    List<String> secrets;

    String account;
    String assignment;

    PlantedSecrets(
            Loop loop,
            Recruiting recruiting,
            Experiencing experiencing,
            Eventing eventing,
            Officers officers,
            IdentityService identity,
            ManagementService management,
            JdbcClient jdbc) {
        this.loop = loop;
        this.recruiting = recruiting;
        this.experiencing = experiencing;
        this.eventing = eventing;
        this.officers = officers;
        this.identity = identity;
        this.management = management;
        this.jdbc = jdbc;
    }

    void plant() {
        Recruiting.now("2026-03-02T10:00:00");
        Map<String, Object> person = Recruiting.person(APPLICANT);
        person.putAll(Map.of("employer", EMPLOYER, "resume", RESUME + "，经常到大厅办事，愿意参与体验。"));
        String application = recruiting.applied(recruiting.opened(), person);
        account = officers.of(recruiting.appointed(OFFICER, PHONE, EMAIL))
                .orElseThrow()
                .account();
        Recruiting.now("2026-03-23T10:00:00");
        experiencing.registered();
        Map<String, Object> plan = experiencing.plan(account);
        plan.putAll(Map.of("firstDay", "2026-03-24", "lastDay", "2026-03-31"));
        assignment = experiencing.planned(plan);
        String handled = reported();
        String confirming = reported();
        handle(handled, List.of());
        handle(confirming, List.of("done"));
        meet();
        fail(String.join("_", APPLICANT, OFFICER, PHONE));

        secrets = List.of(account, "欧阳", "静秋", PHONE, EMAIL, "皇甫", EMPLOYER, RESUME);
        User user = identity.createUserQuery().userId(account).singleResult();
        user.setPassword("Demo#2026");
        identity.saveUser(user);
        ids.put("application", instance(application, "application"));
        ids.put("assignment", instance(assignment, "experience"));
        ids.put("handled", instance(handled, "rectification"));
        ids.put("confirming", instance(confirming, "rectification"));
        ids.put("accept", task(handled, "department-accept"));
        ids.put("confirm", task(confirming, "officer-confirm"));
        ids.put("check", task(application, "center-check"));
        ids.put("execution", query("select execution_id_ from act_ru_task where id_ = ?", ids.get("confirm")));
        ids.put(
                "variable",
                query(
                        "select min(id_) from act_ru_variable where name_ = 'caseView' and proc_inst_id_ = ?",
                        ids.get("application")));
        ids.put("job", query("select min(job.id_) from act_ru_job job where retries_ = 0 and handler_type_ <> ?", "x"));
        ids.put("definition", query("select min(id_) from act_re_procdef where key_ = ?", "experience"));
        ids.put("account", account);
    }

    // ---- planting

    /** An event at which the officer spoke, whose minutes a department reads, too. */
    private void meet() {
        Map<String, Object> event = eventing.plan(account);
        event.putAll(Map.of(
                "startsAt", "2026-03-27T14:00+08:00",
                "endsAt", "2026-03-27T16:00+08:00",
                "replyDue", "2026-03-26T17:30+08:00"));
        event.put("departments", Eventing.json("dept-gongan"));
        String asking = eventing.planned("SYMPOSIUM", event);
        eventing.reply(account, asking, "QUESTION", "我是" + OFFICER + "，电话" + PHONE + "，几点结束？");
        String held = eventing.planned("SYMPOSIUM", event);
        eventing.timePassesTo(held, "2026-03-27T16:00:00");
        Map<String, Object> record = eventing.record(held, account, "dept-gongan");
        record.put("minutes", OFFICER + "反映窗口排队，联系" + PHONE);
        eventing.said(record, held, 1, account, "PROBLEM", OFFICER + "说等了两个小时");
        eventing.complete("center", held, "center-record-event", record);
        Recruiting.now("2026-03-23T10:00:00");
    }

    private String reported() {
        Map<String, Object> report = Loop.problem();
        report.putAll(Map.of("title", TITLE, "officer", account));
        return loop.report(report);
    }

    private void handle(String number, List<String> done) {
        loop.complete("center", number, "center-triage", Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理"));
        loop.complete("center", number, "center-assign", Map.of("department1", "gongan", "instruction1", "请整改窗口排队"));
        if (done.isEmpty()) return;
        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.complete(
                "gongan", number, "department-rectify", Map.of("progress", "DONE", "result", "已增开两个窗口，等候不超过二十分钟。"));
        loop.complete(
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
                        "窗口已增开两个，欢迎再来。"));
    }

    /** A mail whose facts are no JSON: the library that reads them repeats the first word. */
    private void fail(String word) {
        String job = query(
                "select min(job.id_) from act_ru_job job join act_re_procdef def on def.id_ = job.process_def_id_ where def.key_ = ?",
                "notice");
        jdbc.sql("update notice set data = ?").param("{\"title\":" + word + "}").update();
        List<Throwable> faults = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            faults.add(catchThrowable(() -> management.executeJob(job)));
            if (i == 0) management.setJobRetries(job, 1);
        }
        assertThat(faults).allSatisfy(fault -> assertThat(fault).hasStackTraceContaining(word));
    }

    private String instance(String number, String process) {
        return query(
                "select e.proc_inst_id_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                        + " where d.key_ = '" + process + "' and e.business_key_ = ?",
                number);
    }

    private String task(String number, String key) {
        return query(
                "select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                        + " where t.task_def_key_ = '" + key + "' and e.business_key_ = ?",
                number);
    }

    private String query(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(String.class).single();
    }
}

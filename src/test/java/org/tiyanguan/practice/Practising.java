package org.tiyanguan.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.Acting;
import org.tiyanguan.CaseWalk;
import org.tiyanguan.rectification.Loop;

/** Leads practices in tests: people act on tasks, time passes, and each line reads as a step of the diagram. */
@Component
public class Practising extends CaseWalk {

    private final Loop loop;
    private final Nominations nominations;

    Practising(ProcessEngine engine, Acting acting, JdbcClient jdbc, Loop loop, Nominations nominations) {
        super(PracticeDiagram.KEY, engine, acting, jdbc);
        this.loop = loop;
        this.nominations = nominations;
    }

    /** What other tests published is not public any more. */
    public void othersAreWithdrawn() {
        jdbc.sql("""
                        update practice set state = 'WITHDRAWN', withdrawn_at = nominated_at, withdrawn_why = '别的测试的'
                        where published_at is not null and withdrawn_at is null""").update();
    }

    // ---- the entry

    /** An entry of 市公安局 that was rectified and closed with five stars, which an officer reported. */
    public String rectified() {
        return rectified(Loop.problem());
    }

    public String rectified(Map<String, Object> problem) {
        return confirmed(verified(problem), "5");
    }

    public String verified(Map<String, Object> problem) {
        String entry = loop.report(problem);
        loop.accept(entry);
        loop.assign(entry, "gongan");
        loop.complete("gongan", entry, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.finish(entry);
        loop.verifyGood(entry);
        return entry;
    }

    public String confirmed(String entry, String stars) {
        loop.complete("officer", entry, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", stars));
        return entry;
    }

    /** What the program does by itself when an entry was rectified: the table is asked. */
    public void tableIsAsked(String entry) {
        List<Job> jobs = management.createJobQuery().processDefinitionKey(ProposalDiagram.KEY).list().stream()
                .filter(job -> runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()
                        .equals(entry))
                .toList();
        assertThat(jobs).as("proposals to make of %s", entry).hasSize(1);
        management.executeJob(jobs.get(0).getId());
    }

    // ---- the way to the public

    public String nominated(String user, String entry, String why) {
        return acting.as(user, () -> nominations.nominate(entry, why));
    }

    /** The centre has to write it. */
    public String begun() {
        return nominated("center", rectified(), "");
    }

    public static Map<String, Object> text() {
        return new HashMap<>(Map.of(
                "writing",
                "SUBMIT",
                "title",
                "高峰时段增开窗口的做法",
                "before",
                "上午高峰只开一个窗口，群众要等两个小时。",
                "done",
                "按取号数预判高峰，十分钟内增开两个窗口，由后台人员顶岗。",
                "effect",
                "平均等候由两小时降到二十分钟。",
                "windows",
                "户籍、社保等排队多的窗口",
                "department",
                "gongan"));
    }

    public void writes(String number) {
        complete("center", number, "center-write-practice", text());
    }

    /** The department has to check it. */
    public String written() {
        String number = begun();
        writes(number);
        return number;
    }

    public void agrees(String number) {
        complete("gongan", number, "department-check-practice", Map.of("check", "AGREE"));
    }

    /** The leader has to approve it. */
    public String checked() {
        String number = written();
        agrees(number);
        return number;
    }

    /** The officer is to be named, and has to say whether. */
    public String consenting() {
        String number = begun();
        Map<String, Object> text = text();
        text.put("namesOfficer", true);
        complete("center", number, "center-write-practice", text);
        agrees(number);
        return number;
    }

    public void approves(String number) {
        complete("leader", number, "leader-approve-practice", Map.of("approval", "APPROVE"));
    }

    public String published() {
        String number = checked();
        approves(number);
        return number;
    }

    // ---- afterwards

    public void adopts(String user, String number, String adopted, String note) {
        Map<String, Object> form = new HashMap<>(Map.of("adopted", adopted));
        String field = switch (adopted) {
            case "APPLIED" -> "applied";
            case "ALREADY" -> "already";
            default -> "notApplicable";
        };
        if (note != null) form.put(field, note);
        complete(user, number, "department-adopt", form);
    }

    /** The task of that department, whoever does it. */
    public void adoptsAs(String user, String number, long adoption, String adopted, String note) {
        Task task = tasks(number).stream()
                .filter(one -> one.getTaskDefinitionKey().equals("department-adopt"))
                .filter(one -> tasks.getVariable(one.getId(), "adoption").equals(adoption))
                .findFirst()
                .orElseThrow();
        Map<String, Object> form = new HashMap<>(Map.of("adopted", adopted));
        if (note != null) form.put("notApplicable", note);
        complete(user, task, form);
    }

    public void looksAtEffect(String number, String effect, String reason) {
        complete("center", number, "center-check-effect", Map.of("effectCheck", effect, "effectReason", reason));
    }

    public void looksAtRelapse(String number, String decision, String reason) {
        complete(
                "center",
                number,
                "center-look-at-relapse",
                Map.of("relapseDecision", decision, "relapseReason", reason));
    }

    public void withdrawn(String number) {
        timePassesTo(number, "2026-09-10T09:00:00");
        looksAtEffect(number, "WITHDRAW", "窗口已调整，做法不再适用");
    }

    /** Another report of the same to the same department; returns its number. */
    public String reportedAgain() {
        String entry = loop.report(Loop.problem());
        loop.accept(entry);
        loop.assign(entry, "gongan");
        return entry;
    }

    /** The centre found the entry not mended: the department has to work on it once more. */
    public void sendsBack(String entry) {
        loop.complete(
                "center",
                entry,
                "center-verify",
                Map.of(
                        "verification", "REWORK",
                        "verifyMethod", "ON_SITE",
                        "verifyNote", "仍然只有一个窗口",
                        "rework", json("gongan"),
                        "reworkDays", 3));
    }

    public static Object json(Object... texts) {
        return SpinValues.jsonValue(
                        Arrays.stream(texts).map(text -> "\"" + text + "\"").collect(Collectors.joining(",", "[", "]")))
                .create();
    }

    public String view(String user, String number, String task) {
        return visibleTo(task(user, number, task)).get("caseView").toString();
    }

    /** Of the tasks that several departments have, the user's own. */
    @Override
    public Task task(String user, String number, String key) {
        List<Task> open = open(user, number, key);
        assertThat(open).as("open tasks %s of %s", key, number).isNotEmpty();
        return open.get(0);
    }

    /** Of the practice, its texts, and what others say. */
    public String stateOf(String number) {
        return List.of("practice", "practice_text", "practice_photo", "practice_adoption", "practice_relapse").stream()
                .map(table -> jdbc.sql("select * from " + table + " where "
                                + (table.equals("practice") ? "number" : "practice") + " = ? order by 1, 2, 3")
                        .param(number)
                        .query()
                        .listOfRows()
                        .toString())
                .collect(Collectors.joining());
    }
}

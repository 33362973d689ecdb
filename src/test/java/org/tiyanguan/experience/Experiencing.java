package org.tiyanguan.experience;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.Acting;
import org.tiyanguan.CaseWalk;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.experience.record.RecordSubmission;

/** Drives assignments in tests: people act on tasks, time passes, and each line reads as a step of the diagram. */
@Component
public class Experiencing extends CaseWalk {

    /** Of the checklist that assignments in tests have. */
    static final int ITEMS = 5;

    private final CaseMessages cases;
    private final Records records;
    private final RecordSubmission sending;
    private final Visits visits;

    Experiencing(
            ProcessEngine engine,
            CaseMessages cases,
            Acting acting,
            Records records,
            RecordSubmission sending,
            Visits visits,
            JdbcClient jdbc) {
        super(ExperienceDiagram.KEY, engine, acting, jdbc);
        this.cases = cases;
        this.records = records;
        this.sending = sending;
        this.visits = visits;
    }

    // ---- the plan

    public Map<String, Object> plan(String... officers) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "plan",
                "SEND",
                "title",
                "户籍窗口暗访",
                "visitKind",
                "UNANNOUNCED",
                "department",
                "gongan",
                "place",
                "二楼A区",
                "checklist",
                checklist(),
                "firstDay",
                "2026-03-03",
                "lastDay",
                "2026-03-10",
                "choice",
                "NAMED"));
        form.put(
                "officers",
                SpinValues.jsonValue("[\"" + String.join("\",\"", officers) + "\"]")
                        .create());
        return form;
    }

    public Map<String, Object> drawing(int count) {
        Map<String, Object> form = plan();
        form.remove("officers");
        form.putAll(Map.of("choice", "DRAWN", "count", count));
        return form;
    }

    /** The id of the one for going online, which is short. */
    String checklist() {
        return checklist("ONLINE");
    }

    private String checklist(String mode) {
        return jdbc.sql("select id from checklist where mode = :mode")
                .param("mode", mode)
                .query(String.class)
                .single();
    }

    public String registered() {
        return acting.as("center", () -> cases.start("experience", Map.of("title", "户籍窗口体验", "mode", "ONLINE")));
    }

    public String planned(Map<String, Object> form) {
        String number = registered();
        complete("center", number, "center-plan-assignment", form);
        return number;
    }

    /** The officer's visit, on which people are to be asked; it is accepted. */
    public Visit surveying(String officer) {
        String number =
                acting.as("center", () -> cases.start("experience", Map.of("title", "营商环境社会调查", "mode", "SURVEY")));
        Map<String, Object> form = plan(officer);
        form.putAll(Map.of("title", "营商环境社会调查", "checklist", checklist("SURVEY")));
        complete("center", number, "center-plan-assignment", form);
        reply(officer, number, "YES", null);
        return visit(officer, number);
    }

    // ---- officers

    public void reply(String officer, String number, String reply, String reason) {
        Map<String, Object> form = new HashMap<>(Map.of("reply", reply));
        if (reason != null) form.put("declineReason", reason);
        complete(officer, number, "officer-reply", form);
    }

    /** Everything rated, with as many findings. */
    public Map<String, String> filledIn(int findings) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int item = 0; item < ITEMS; item++) typed.put("rating-" + item, item == 0 ? "NONE" : String.valueOf(item));
        typed.put("note-1", "字太小");
        for (int finding = 1; finding <= findings; finding++) typed.putAll(finding(finding));
        return typed;
    }

    public static Map<String, String> finding(int number) {
        Map<String, String> typed = new LinkedHashMap<>();
        Map.of(
                        "kind",
                        "PROBLEM",
                        "title",
                        "第" + number + "处：户籍窗口排队过久",
                        "description",
                        "取号后等了两个小时，只开了一个窗口。",
                        "place",
                        "二楼A区",
                        "occurredOn",
                        "2026-03-02",
                        "serviceItem",
                        "户口迁移" + number,
                        "urgency",
                        "NORMAL")
                .forEach((field, value) -> typed.put("f" + number + "-" + field, value));
        return typed;
    }

    /** Fills in and sends the record of the officer's visit. */
    public void send(String officer, String number, int findings) {
        ExperienceRecord record = draft(officer, number, findings);
        acting.as(officer, () -> {
            sending.send(record.number());
            return null;
        });
    }

    ExperienceRecord draft(String officer, String number, int findings) {
        Visit visit = visit(officer, number);
        RecordContent content = RecordContent.of(filledIn(findings));
        return acting.as(
                officer,
                () -> records.save(officer, "token-" + visit.id(), visit.id(), null, content, Map.of(), List.of()));
    }

    /** Of the assignment and its visits. */
    String stateOf(String number) {
        return jdbc.sql("select state from assignment where number = ?")
                        .param(number)
                        .query(String.class)
                        .single()
                + visits.of(number).stream().map(Visit::state).toList();
    }

    public Visit visit(String officer, String number) {
        return visits.of(number).stream()
                .filter(visit -> visit.officer().equals(officer))
                .findFirst()
                .orElseThrow();
    }

    // ---- tasks and time

    public boolean withdraw(String number) {
        return acting.as("center", () -> cases.send("assignment-withdrawn", number, Map.of()));
    }

    /** Nobody is on a visit, has a tie or a term any more. */
    public void everybodyIsFreeAgain() {
        jdbc.sql("update visit set state = 'LAPSED' where state in ('INVITED', 'ACCEPTED')")
                .update();
        for (String table : List.of("officer_tie", "officer_term", "officer", "application"))
            jdbc.sql("delete from " + table).update();
    }
}

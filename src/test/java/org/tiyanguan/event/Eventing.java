package org.tiyanguan.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.Acting;
import org.tiyanguan.CaseWalk;
import org.tiyanguan.engine.CaseMessages;

/** Drives events in tests: people act on tasks, time passes, and each line reads as a step of the diagram. */
@Component
public class Eventing extends CaseWalk {

    /** A Friday, for events that {@link #plan} plans on a Monday. */
    public static final String START = "2026-03-20T14:00";

    private final CaseMessages cases;
    private final EventInvitations invitations;
    private final EventOpinions opinions;

    Eventing(
            ProcessEngine engine,
            CaseMessages cases,
            Acting acting,
            EventInvitations invitations,
            EventOpinions opinions,
            JdbcClient jdbc) {
        super(EventDiagram.KEY, engine, acting, jdbc);
        this.cases = cases;
        this.invitations = invitations;
        this.opinions = opinions;
    }

    // ---- the plan

    public Map<String, Object> plan(String... officers) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "plan",
                "SUBMIT",
                "title",
                "第一季度体验官座谈会",
                "place",
                "市政务服务中心三楼会议室",
                "startsAt",
                START + "+08:00",
                "endsAt",
                "2026-03-20T16:00+08:00",
                "replyDue",
                "2026-03-18T17:30+08:00",
                "capacity",
                20,
                "agenda",
                "一、通报情况\n二、座谈"));
        form.put("officers", json(officers));
        return form;
    }

    public static Object json(Object... texts) {
        return SpinValues.jsonValue(
                        Arrays.stream(texts).map(text -> "\"" + text + "\"").collect(Collectors.joining(",", "[", "]")))
                .create();
    }

    public String registered(String kind) {
        return acting.as("center", () -> cases.start("event", Map.of("title", "第一季度体验官座谈会", "kind", kind)));
    }

    public String planned(String kind, Map<String, Object> form) {
        String number = registered(kind);
        complete("center", number, "center-plan-event", form);
        return number;
    }

    public String symposium(String... officers) {
        return planned("SYMPOSIUM", plan(officers));
    }

    // ---- those invited

    public void reply(String user, String number, String reply, String text) {
        Map<String, Object> form = new HashMap<>(Map.of("reply", reply));
        if (text != null) form.put(reply.equals("NO") ? "reason" : "question", text);
        complete(user, number, "officer-reply-event", form);
    }

    public Invitation invitation(String invitee, String number) {
        return invitations.of(number).stream()
                .filter(one -> one.invitee().equals(invitee))
                .findFirst()
                .orElseThrow();
    }

    public Object ids(String number, String... invitees) {
        return json(Arrays.stream(invitees)
                .map(invitee -> invitation(invitee, number).id())
                .toArray());
    }

    // ---- what was said

    /** Of an event that is held: those were there. */
    public Map<String, Object> record(String number, String... present) {
        Map<String, Object> form = new HashMap<>(Map.of("record", "DONE", "minutes", "会议听取了体验官的意见，窗口单位当场作了说明。"));
        form.put("present", ids(number, present));
        return form;
    }

    public Map<String, Object> said(
            Map<String, Object> form, String number, int slot, String who, String kind, String text) {
        form.put("speaker" + slot, String.valueOf(invitation(who, number).id()));
        form.put("kind" + slot, kind);
        form.put("text" + slot, text);
        return form;
    }

    public static Map<String, Object> finding(String title) {
        return new HashMap<>(Map.of(
                "settlement",
                "FINDING",
                "kind",
                "PROBLEM",
                "title",
                title,
                "description",
                "取号后等了两个小时，只开了一个窗口。",
                "place",
                "二楼A区",
                "occurredOn",
                "2026-03-20",
                "serviceItem",
                "户口迁移",
                "urgency",
                "NORMAL"));
    }

    /** The task about the opinion with that text. */
    public Task opinionTask(String number, String text) {
        long id = opinions.of(number).stream()
                .filter(one -> one.text().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("center-settle-opinions")
                .list()
                .stream()
                .filter(task -> tasks.getVariable(task.getId(), "opinion").equals(id))
                .findFirst()
                .orElseThrow();
    }

    public void settle(String number, String text, Map<String, Object> form) {
        acting.as("center", () -> {
            tasks.complete(opinionTask(number, text).getId(), form);
            return null;
        });
    }

    // ---- tasks and time

    /** The first where the centre has several alike. */
    @Override
    public Task task(String user, String number, String key) {
        List<Task> open = open(user, number, key);
        assertThat(open).as("open tasks %s of %s", key, number).isNotEmpty();
        return open.get(0);
    }

    /** Of the event, its invited and what was said. */
    public String stateOf(String number) {
        return jdbc.sql("select state || coalesce(remark, '') || coalesce(minutes, '') from event where number = ?")
                        .param(number)
                        .query(String.class)
                        .single()
                + invitations.of(number)
                + opinions.of(number);
    }
}

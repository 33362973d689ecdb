package org.tiyanguan.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.engine.EngineClock;

/**
 * One case as it went through the real process in the past: people act day by day, timers fire when they were due, and
 * nothing happens after {@code present}.
 */
class DemoCase {

    private final ProcessEngine engine;
    private final EngineClock clock;
    private final WorkCalendar calendar;
    private final LocalDateTime present;

    private LocalDateTime now;
    private String instance;
    private String number;

    DemoCase(ProcessEngine engine, EngineClock clock, WorkCalendar calendar, LocalDateTime present) {
        this.engine = engine;
        this.clock = clock;
        this.calendar = calendar;
        this.present = present;
    }

    String number() {
        return number;
    }

    /** The centre writes the finding down on that working day. */
    DemoCase reported(LocalDate day, Map<String, Object> form) {
        return begun("rectification", "center", day.atTime(9, 40), form);
    }

    /** @param user null for somebody without an account */
    DemoCase begun(String process, String user, LocalDateTime time, Map<String, Object> form) {
        now = time;
        clock.setTo(instant(now));
        act(user, () -> instance = engine.getRuntimeService().startProcessInstanceByKey(process, form).getId());
        number = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).singleResult()
                .getBusinessKey();
        return this;
    }

    /** A case that another one has begun at that time. */
    DemoCase found(String process, String number, LocalDateTime time) {
        now = time;
        this.number = number;
        instance = engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(number).processDefinitionKey(process).singleResult().getId();
        return this;
    }

    LocalDateTime now() {
        return now;
    }

    /** {@code days} working days later, if that is not in the future, the user completes the task. */
    DemoCase then(int days, String user, String task, Map<String, Object> form) {
        LocalDateTime time = calendar.plusWorkdays(now.toLocalDate(), days).atTime(10 + task.length() % 6, 20);
        if (time.isBefore(now)) time = now.plusMinutes(25);
        if (time.isAfter(present)) return this;
        passTo(time);
        List<Task> open = engine.getTaskService().createTaskQuery()
                .processInstanceId(instance).taskDefinitionKey(task).list().stream()
                .filter(one -> one.getAssignee() == null || one.getAssignee().equals(user))
                .toList();
        if (!open.isEmpty()) act(user, () -> engine.getTaskService().complete(open.get(0).getId(), new HashMap<>(form)));
        return this;
    }

    /** Lets what was due by then happen when it was due. */
    void passTo(LocalDateTime time) {
        for (Job due = nextTimer(time); due != null; due = nextTimer(time)) {
            clock.setTo(due.getDuedate().toInstant());
            engine.getManagementService().executeJob(due.getId());
        }
        now = time;
        clock.setTo(instant(now));
    }

    private Job nextTimer(LocalDateTime time) {
        clock.setTo(instant(time));
        return engine.getManagementService().createJobQuery()
                .processInstanceId(instance).timers().executable().orderByJobDuedate().asc().list().stream()
                .findFirst()
                .orElse(null);
    }

    private Instant instant(LocalDateTime time) {
        return time.atZone(((Clock) clock).getZone()).toInstant();
    }

    private void act(String user, Runnable act) {
        if (user == null) {
            act.run();
            return;
        }
        var groups = engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(group -> new SimpleGrantedAuthority(group.getId()))
                .toList();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, groups));
        try {
            act.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}

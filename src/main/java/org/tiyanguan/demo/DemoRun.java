package org.tiyanguan.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.EngineClock;

/** Leads all cases through the real processes at once, act by act, while timers fire when they were due. */
@Component
@Profile("demo")
class DemoRun {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRun.class);

    private record Moment(DemoCase one, DemoCase.Act act) {}

    private final ProcessEngine engine;
    private final EngineClock clock;
    private final DemoDeeds deeds;

    DemoRun(ProcessEngine engine, EngineClock clock, DemoDeeds deeds) {
        this.engine = engine;
        this.clock = clock;
        this.deeds = deeds;
    }

    DemoDeeds deeds() {
        return deeds;
    }

    void run(List<DemoCase> cases, LocalDateTime present) {
        cases.stream()
                .flatMap(one -> one.acts().stream().map(act -> new Moment(one, act)))
                .sorted(Comparator.comparing(moment -> moment.act.at()))
                .forEach(moment -> {
                    passTo(moment.act.at());
                    moment.act.deed().accept(this, moment.one);
                });
        passTo(present);
    }

    void begin(DemoCase one, @Nullable String user, Map<String, Object> form) {
        act(user, () -> {
            ProcessInstance instance =
                    engine.getRuntimeService().startProcessInstanceByKey(one.process(), filled(form));
            find(one, instance.getId(), null);
        });
    }

    void find(DemoCase one, Function<DemoDeeds, String> number) {
        find(one, null, number.apply(deeds));
    }

    private void find(DemoCase one, @Nullable String instance, @Nullable String number) {
        var query = engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(one.process());
        if (instance != null) query.processInstanceId(instance);
        if (number != null) query.processInstanceBusinessKey(number);
        ProcessInstance found = query.singleResult();
        one.is(found.getBusinessKey(), found.getId());
    }

    /** A model that was put in place of the packaged one may know no such task: then the case stays where it is. */
    void complete(DemoCase one, String user, String task, Map<String, Object> form) {
        Task open = engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(one.instance())
                .taskDefinitionKey(task)
                .list()
                .stream()
                .filter(each -> each.getAssignee() == null || each.getAssignee().equals(user))
                .findFirst()
                .orElse(null);
        if (open == null) LOG.warn("{}: no task {} for {}", one.number(), task, user);
        else act(user, () -> engine.getTaskService().complete(open.getId(), filled(form)));
    }

    private Map<String, Object> filled(Map<String, Object> form) {
        Map<String, Object> filled = new HashMap<>(form);
        filled.replaceAll((field, value) -> value instanceof DemoCase.Later later ? later.apply(deeds) : value);
        return filled;
    }

    /** Lets what was due by then happen when it was due. */
    private void passTo(LocalDateTime time) {
        Instant then = time.atZone(((Clock) clock).getZone()).toInstant();
        for (Job due = nextTimer(then); due != null; due = nextTimer(then)) {
            clock.setTo(due.getDuedate().toInstant());
            engine.getManagementService().executeJob(due.getId());
        }
        clock.setTo(then);
    }

    /** Finds the next timer of the cases, not of those that start processes. */
    private @Nullable Job nextTimer(Instant then) {
        clock.setTo(then);
        return engine
                .getManagementService()
                .createJobQuery()
                .timers()
                .duedateLowerThan(Date.from(then.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .list()
                .stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .findFirst()
                .orElse(null);
    }

    /** The program itself acts where there is no user. */
    void act(@Nullable String user, Runnable act) {
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

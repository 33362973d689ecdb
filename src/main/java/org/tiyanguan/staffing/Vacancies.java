package org.tiyanguan.staffing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tiyanguan.engine.Afterwards;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.engine.Departure;
import org.tiyanguan.engine.TaskGrants;
import org.tiyanguan.engine.TaskUnattended;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/**
 * When people leave, what they may do with their tasks ends with their membership, and the tasks go to those who may:
 * back to the groups, or as the {@link Releases} say. The centre is told at once of work that nobody can do: when such
 * a task is made, and when the last who could do it leaves.
 */
@Component
class Vacancies {

    private final UnattendedTasks unattended;
    private final CaseTasks tasks;
    private final TaskGrants grants;
    private final Releases releases;
    private final People people;
    private final Notices notices;
    private final Afterwards afterwards;

    Vacancies(
            UnattendedTasks unattended,
            CaseTasks tasks,
            TaskGrants grants,
            Releases releases,
            People people,
            Notices notices,
            Afterwards afterwards) {
        this.unattended = unattended;
        this.tasks = tasks;
        this.grants = grants;
        this.releases = releases;
        this.people = people;
        this.notices = notices;
        this.afterwards = afterwards;
    }

    @EventListener
    void on(TaskUnattended made) {
        CaseTask task = made.task();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("task", task.name());
        facts.put("whom", unattended.whom(task));
        notices.toGroup(Roles.CENTER, "unattended", task.number(), facts);
    }

    /** What officers have to do is for nobody else; {@link TaskGrants} itself ends what groups share. */
    @EventListener
    void endRights(Departure left) {
        if (left.groups().contains(Roles.OFFICER)) left.people().forEach(grants::endAlone);
    }

    /**
     * After whoever changed the accounts is done, and after features have seen to it: what goes wrong here does not
     * undo that, and is made good by {@link #tidyUp}.
     */
    @TransactionalEventListener(fallbackExecution = true)
    @Order(100)
    void on(Departure left) {
        List<CaseTask> nobodysOwn = new ArrayList<>();
        left.people().forEach(user -> release(user, nobodysOwn::addAll));
        afterwards.run("what is nobody's", () -> tellTheCentre(left, nobodysOwn));
    }

    /** What a stop of the program, or the end of an absence, left with people from outside. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(200)
    @Scheduled(cron = "5 0 0,7 * * *", zone = "Asia/Shanghai")
    void tidyUp() {
        tasks.holdersFromOutside().forEach(user -> release(user, nobodys -> {}));
    }

    private void release(String user, Consumer<Collection<CaseTask>> nobodysOwn) {
        afterwards.run("the tasks of " + user, () -> {
            List<String> groups = people.groupsOf(user);
            nobodysOwn.accept(releases.from(user, !groups.contains(Roles.OFFICER)));
        });
    }

    private void tellTheCentre(Departure left, List<CaseTask> nobodysOwn) {
        Set<String> ids = nobodysOwn.stream().map(CaseTask::id).collect(Collectors.toCollection(HashSet::new));
        List<CaseTask> nobodys = unattended.all().stream()
                .filter(task -> ids.contains(task.id()) || concerns(left, task))
                .toList();
        if (nobodys.isEmpty()) return;
        String lines = nobodys.stream().map(unattended::line).collect(Collectors.joining("\n"));
        notices.toGroup(Roles.CENTER, "unattended-list", null, Map.of("text", lines));
    }

    private static boolean concerns(Departure left, CaseTask task) {
        return task.assignee() != null && left.people().contains(task.assignee())
                || !Collections.disjoint(task.groups(), left.groups());
    }
}

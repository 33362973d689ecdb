package org.tiyanguan.staffing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.engine.TaskMoves;
import org.tiyanguan.engine.TaskReleased;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.security.Deputies;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Takes from people the tasks that they may not do any more, and tells those who may, their heads among them. */
@Component
class Releases {

    private final UnattendedTasks unattended;
    private final CaseTasks tasks;
    private final TaskMoves moves;
    private final People people;
    private final Deputies deputies;
    private final Notices notices;
    private final ApplicationEventPublisher events;

    Releases(
            UnattendedTasks unattended,
            CaseTasks tasks,
            TaskMoves moves,
            People people,
            Deputies deputies,
            Notices notices,
            ApplicationEventPublisher events) {
        this.unattended = unattended;
        this.tasks = tasks;
        this.moves = moves;
        this.people = people;
        this.deputies = deputies;
        this.notices = notices;
        this.events = events;
    }

    /**
     * What somebody has of groups that are not theirs goes back to these.
     *
     * @param alone whether they lose what is for nobody else, too
     * @return the tasks that were for nobody else, and are nobody's now
     */
    List<CaseTask> from(String user, boolean alone) {
        List<String> groups = new ArrayList<>(people.groupsOf(user));
        groups.addAll(deputies.lentTo(user).keySet());
        List<CaseTask> held = tasks.heldBy(user);
        List<CaseTask> shared = held.stream()
                .filter(task -> !task.groups().isEmpty() && Collections.disjoint(task.groups(), groups))
                .toList();
        shared.forEach(task -> take(task, user));
        shared.stream()
                .collect(Collectors.groupingBy(task -> task.groups().get(0), LinkedHashMap::new, Collectors.toList()))
                .forEach((group, back) -> tell(group, user, back));
        List<CaseTask> own =
                alone ? held.stream().filter(task -> task.groups().isEmpty()).toList() : List.of();
        own.forEach(task -> moves.layBack(task.id()));
        return own;
    }

    private void take(CaseTask task, String user) {
        if (task.delegated() && user.equals(task.owner())) moves.layBackDelegated(task.id());
        else if (task.delegated()) moves.giveBack(task.id());
        else moves.layBack(task.id());
        events.publishEvent(new TaskReleased(task, user));
    }

    /** What came back to nobody is told as such. */
    private void tell(String group, String user, List<CaseTask> back) {
        if (people.membersOf(group).isEmpty()) return;
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("left", people.nameOf(user));
        facts.put("text", back.stream().map(unattended::step).collect(Collectors.joining("\n")));
        List<String> told = Stream.concat(Stream.of(group), head(group)).toList();
        notices.toGroups(told, "laid-back", null, facts);
    }

    /** The head's group, of a department that has one with somebody in it. */
    private Stream<String> head(String group) {
        if (!Roles.isDepartment(group)) return Stream.empty();
        String heads = Roles.departmentHead(Roles.departmentCode(group));
        return people.membersOf(heads).isEmpty() ? Stream.empty() : Stream.of(heads);
    }
}

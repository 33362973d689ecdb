package org.tiyanguan.staffing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tiyanguan.engine.AsProgram;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.engine.Departure;
import org.tiyanguan.engine.TaskMoves;
import org.tiyanguan.engine.TaskUnattended;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/**
 * Tells the centre at once of work that nobody can do: when such a task is made, and when the last who could do it
 * leaves. A task whose holder left goes back to its groups first, who are told.
 */
@Component
class Vacancies {

    private final UnattendedTasks unattended;
    private final CaseTasks tasks;
    private final TaskMoves moves;
    private final People people;
    private final Notices notices;
    private final AsProgram program;

    Vacancies(
            UnattendedTasks unattended,
            CaseTasks tasks,
            TaskMoves moves,
            People people,
            Notices notices,
            AsProgram program) {
        this.unattended = unattended;
        this.tasks = tasks;
        this.moves = moves;
        this.people = people;
        this.notices = notices;
        this.program = program;
    }

    @EventListener
    void on(TaskUnattended made) {
        CaseTask task = made.task();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("task", task.name());
        facts.put("whom", unattended.whom(task));
        notices.toGroup(Roles.CENTER, "unattended", task.number(), facts);
    }

    /** After whoever changed the accounts is done: what goes wrong here does not undo that. */
    @TransactionalEventListener(fallbackExecution = true)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void on(Departure left) {
        program.run(() -> {
            if (left.user() != null) takeBack(left.user());
            List<CaseTask> nobodys = unattended.all().stream()
                    .filter(task -> concerns(left, task))
                    .toList();
            if (!nobodys.isEmpty())
                notices.toGroup(Roles.CENTER, "unattended-list", null, lines(nobodys, unattended::line));
        });
    }

    private static boolean concerns(Departure left, CaseTask task) {
        return Objects.equals(left.user(), task.assignee()) || !Collections.disjoint(task.groups(), left.groups());
    }

    private void takeBack(String user) {
        List<String> groups = people.groupsOf(user);
        List<CaseTask> held = tasks.heldBy(user).stream()
                .filter(task -> !task.groups().isEmpty() && Collections.disjoint(task.groups(), groups))
                .toList();
        held.forEach(task -> takeBack(task, user));
        held.stream()
                .collect(Collectors.groupingBy(task -> task.groups().get(0), LinkedHashMap::new, Collectors.toList()))
                .forEach(this::tellOfWhatCameBack);
    }

    private void takeBack(CaseTask task, String user) {
        if (task.delegated() && user.equals(task.owner())) moves.layBackDelegated(task.id());
        else if (task.delegated()) moves.giveBack(task.id());
        else moves.layBack(task.id());
    }

    /** What came back to nobody is told as such. */
    private void tellOfWhatCameBack(String group, List<CaseTask> back) {
        if (!people.membersOf(group).isEmpty())
            notices.toGroup(group, "laid-back", null, lines(back, unattended::step));
    }

    private static Map<String, String> lines(List<CaseTask> some, Function<CaseTask, String> line) {
        return Map.of("text", some.stream().map(line).collect(Collectors.joining("\n")));
    }
}

package org.tiyanguan.engine;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The open tasks of a case, found by its business key. What may be shown to whom is the caller's to decide. */
@Component
public class CaseTasks {

    /** {@code assignee} and {@code due} may be null; {@code groups} are those whose members may claim it. */
    public record OpenTask(String name, String assignee, List<String> groups, LocalDateTime due) {}

    private final TaskService tasks;
    private final Clock clock;

    CaseTasks(TaskService tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The most urgent first. */
    public List<OpenTask> of(String process, String businessKey) {
        return query(process, businessKey).list().stream().map(this::open).toList();
    }

    /** The id of the most urgent task that the user has claimed or may claim. */
    public Optional<String> mostUrgentOf(String process, String businessKey, String user, List<String> groups) {
        TaskQuery own = query(process, businessKey).or().taskAssignee(user);
        if (!groups.isEmpty()) own.taskCandidateGroupIn(groups);
        return own.endOr().list().stream().findFirst().map(Task::getId);
    }

    private TaskQuery query(String process, String businessKey) {
        return tasks.createTaskQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .orderByDueDate()
                .asc();
    }

    private OpenTask open(Task task) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        return new OpenTask(task.getName(), task.getAssignee(), groups, local(task.getDueDate()));
    }

    private LocalDateTime local(Date date) {
        return date == null ? null : LocalDateTime.ofInstant(date.toInstant(), clock.getZone());
    }
}

package org.tiyanguan.engine;

import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sees each open task that changes hands through one of the engine's doors, where the engine knows who acts, each task
 * that ends, and each new one that nobody can do. What the program itself moves (see {@link TaskMoves}) is not told.
 */
@Component
class TaskWatch {

    private final CaseTasks tasks;
    private final IdentityService identity;
    private final AsProgram program;
    private final ApplicationEventPublisher events;

    TaskWatch(CaseTasks tasks, IdentityService identity, AsProgram program, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.identity = identity;
        this.program = program;
        this.events = events;
    }

    @EventListener
    void on(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> made((TaskEntity) task);
            case TaskListener.EVENTNAME_UPDATE -> moved((TaskEntity) task);
            case TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE ->
                events.publishEvent(new TaskEnding(task.getId()));
            default -> {}
        }
    }

    private void moved(TaskEntity task) {
        PropertyChange assignee = task.getPropertyChanges().get(TaskEntity.ASSIGNEE);
        Authentication person = identity.getCurrentAuthentication();
        if (assignee == null || person == null) return;
        String from = (String) assignee.getOrgValue();
        String to = (String) assignee.getNewValue();
        boolean givenBack = task.getPropertyChanges().containsKey(TaskEntity.DELEGATION);
        if (Objects.equals(from, to)) return;
        // What follows may change the task again without being told of it.
        program.run(() -> events.publishEvent(new TaskMoved(tasks.of(task), from, to, givenBack)));
    }

    private void made(TaskEntity task) {
        program.run(() -> {
            if (!isAttended(task)) events.publishEvent(new TaskUnattended(tasks.of(task)));
        });
    }

    /** As {@link CaseTasks#unattended} says, of a task that is not in the database yet. */
    private boolean isAttended(TaskEntity task) {
        if (task.getAssignee() != null) return hasRole(task.getAssignee());
        return task.getCandidates().stream()
                .anyMatch(candidate -> candidate.getGroupId() == null
                        ? hasRole(candidate.getUserId())
                        : identity.createUserQuery()
                                        .memberOfGroup(candidate.getGroupId())
                                        .count()
                                > 0);
    }

    private boolean hasRole(String user) {
        return identity.createGroupQuery().groupMember(user).count() > 0;
    }
}

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
 * Sees each open task that changes hands through one of the engine's doors, where the engine knows who acts, and each
 * task that ends. What the program itself moves (see {@link TaskMoves}) is not told.
 */
@Component
class TaskWatch {

    private final CaseTasks tasks;
    private final IdentityService identity;
    private final ApplicationEventPublisher events;

    TaskWatch(CaseTasks tasks, IdentityService identity, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.identity = identity;
        this.events = events;
    }

    @EventListener
    void on(DelegateTask task) {
        switch (task.getEventName()) {
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
        // What follows is the program's doing: it may change the task again without being told of it.
        identity.clearAuthentication();
        try {
            events.publishEvent(new TaskMoved(tasks.of(task), from, to, givenBack));
        } finally {
            identity.setAuthentication(person);
        }
    }
}

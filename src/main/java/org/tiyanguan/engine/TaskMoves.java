package org.tiyanguan.engine;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves open tasks between people, as the program. Who may move what to whom is the caller's to decide. */
@Component
public class TaskMoves {

    private final TaskService tasks;

    TaskMoves(TaskService tasks) {
        this.tasks = tasks;
    }

    /** For good: nobody gets it back. */
    public void handOver(String taskId, @Nullable String to) {
        tasks.setAssignee(taskId, to);
    }

    /** For a while: {@code from} gets it back and completes it. */
    public void delegate(String taskId, String from, String to) {
        tasks.setOwner(taskId, from);
        tasks.delegateTask(taskId, to);
    }

    /** A delegated task, to who owns it. */
    public void giveBack(String taskId) {
        tasks.resolveTask(taskId);
    }

    /** To whoever of its groups claims it next. */
    public void layBack(String taskId) {
        handOver(taskId, null);
    }

    /** As {@link #layBack}, a delegated task, of which the owner is gone. */
    public void layBackDelegated(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        task.setOwner(null);
        tasks.saveTask(task);
        tasks.resolveTask(taskId);
    }
}

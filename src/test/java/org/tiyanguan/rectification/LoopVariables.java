package org.tiyanguan.rectification;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What the process of a case remembers, and what its tasks do. */
@Component
class LoopVariables {

    private final Loop loop;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;

    LoopVariables(Loop loop, RuntimeService runtime, TaskService tasks, HistoryService history) {
        this.loop = loop;
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
    }

    Map<String, Object> of(String number) {
        return runtime.getVariables(loop.instance(number).getId());
    }

    /** The names of all variables that the case has had, also of those that it forgot. */
    List<String> everOf(String number) {
        return history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(loop.instance(number).getId())
                .includeDeleted()
                .list()
                .stream()
                .map(HistoricVariableInstance::getName)
                .toList();
    }

    Object of(Task task, String name) {
        return tasks.getVariable(task.getId(), name);
    }
}

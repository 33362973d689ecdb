package org.tiyanguan.engine;

import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Moves what a running case waits for, after the day that it all follows from has moved. */
@Component
public class CaseTimers {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;

    CaseTimers(RuntimeService runtime, ManagementService management, TaskService tasks) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
    }

    /**
     * Lets each timer of the case say anew when it is due, and its open tasks are due then.
     *
     * @return whether there is such a case
     */
    public boolean follow(String process, String number, Date due) {
        var cases = runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(number)
                .list();
        cases.forEach(one -> {
            management
                    .createJobQuery()
                    .processInstanceId(one.getId())
                    .timers()
                    .list()
                    .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
            tasks.createTaskQuery()
                    .processInstanceId(one.getId())
                    .list()
                    .forEach(task -> tasks.setDueDate(task.getId(), due));
        });
        return !cases.isEmpty();
    }
}

package org.tiyanguan.colleague;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tiyanguan.colleague.OpinionDiagram.Message;
import org.tiyanguan.colleague.OpinionDiagram.Variable;
import org.tiyanguan.engine.Afterwards;
import org.tiyanguan.engine.AsProgram;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.engine.Departure;
import org.tiyanguan.engine.TaskGrants;
import org.tiyanguan.security.People;

/** Nobody waits for the opinion of a colleague who has left the group among which it was asked. */
@Component
class OpinionsOfLeavers {

    private final CaseTasks tasks;
    private final TaskGrants grants;
    private final RuntimeService runtime;
    private final People people;
    private final AsProgram program;
    private final Afterwards afterwards;

    OpinionsOfLeavers(
            CaseTasks tasks,
            TaskGrants grants,
            RuntimeService runtime,
            People people,
            AsProgram program,
            Afterwards afterwards) {
        this.tasks = tasks;
        this.grants = grants;
        this.runtime = runtime;
        this.people = people;
        this.program = program;
        this.afterwards = afterwards;
    }

    /** At once, and read no more of the case either. */
    @EventListener
    void endRights(Departure left) {
        program.run(() -> left.people()
                .forEach(user -> tasks.heldBy(user).stream()
                        .filter(task -> task.process().equals(OpinionDiagram.KEY))
                        .filter(task -> left.groups().contains(group(task)))
                        .forEach(task -> grants.end(user, task.id()))));
    }

    @TransactionalEventListener(fallbackExecution = true)
    @Order(10)
    void on(Departure left) {
        drop();
    }

    /** Those, too, that a stop of the program left open. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(200)
    @Scheduled(cron = "0 5 7 * * *", zone = "Asia/Shanghai")
    void drop() {
        List<String> open =
                runtime.createProcessInstanceQuery().processDefinitionKey(OpinionDiagram.KEY).list().stream()
                        .map(instance -> instance.getId())
                        .toList();
        open.forEach(this::dropIfLeft);
    }

    private void dropIfLeft(String instance) {
        String colleague = variable(instance, Variable.COLLEAGUE);
        if (people.isMember(colleague, variable(instance, Variable.GROUP))) return;
        afterwards.run(
                "an opinion asked of " + colleague,
                () -> runtime.createMessageCorrelation(Message.OPINION_DROPPED)
                        .processInstanceId(instance)
                        .correlate());
    }

    private String variable(String instance, String name) {
        return Objects.requireNonNull((String) runtime.getVariable(instance, name), name);
    }

    private Object group(CaseTask opinion) {
        return tasks.variable(opinion.id(), Variable.GROUP);
    }
}

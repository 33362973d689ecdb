package org.tiyanguan.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;

/** Starts cases and sends messages to running ones, by their business key; throws a {@link Refusal} as it is. */
@Component
public class CaseMessages {

    private final RuntimeService runtime;

    CaseMessages(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Starts a process; returns its business key, which the process gives itself. */
    public String start(String process, Map<String, Object> variables) {
        return Refusal.plainly(() -> runtime.startProcessInstanceByKey(process, variables))
                .getBusinessKey();
    }

    /** Starts the process that begins with the message. */
    public void startWith(String message, String businessKey, Map<String, Object> variables) {
        Refusal.plainly(() -> runtime.startProcessInstanceByMessage(message, businessKey, variables));
    }

    /** Whether the case waited for the message; the variables live only where it arrives. */
    public boolean send(String message, String businessKey, Map<String, Object> variables) {
        return received(runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .setVariablesToTriggeredScope(variables));
    }

    /** As {@link #send}, to the one of several parallel parts whose local variable {@code key} has that value. */
    public boolean sendToPart(
            String message, String businessKey, String key, Object value, Map<String, Object> variables) {
        return received(runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .localVariableEquals(key, value)
                .setVariables(variables));
    }

    /** Correlating with one would doom the transaction where none waits. */
    private static boolean received(MessageCorrelationBuilder message) {
        return Refusal.plainly(() -> !message.correlateAllWithResult().isEmpty());
    }
}

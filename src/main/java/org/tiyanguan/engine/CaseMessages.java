package org.tiyanguan.engine;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.stereotype.Component;

/** Starts cases and sends messages to running ones, by their business key; throws a {@link Refusal} as it is. */
@Component
public class CaseMessages {

    private final RuntimeService runtime;

    CaseMessages(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Starts a process; returns its business key, which the process gives itself. */
    public String start(String process, Map<String, Object> variables) {
        String id = plainly(() -> runtime.startProcessInstanceByKey(process, variables)).getId();
        return runtime.createProcessInstanceQuery().processInstanceId(id).singleResult().getBusinessKey();
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

    private static boolean received(MessageCorrelationBuilder message) {
        return plainly(() -> {
            try {
                message.correlate();
                return true;
            } catch (MismatchingMessageCorrelationException nobodyWaits) {
                return false;
            }
        });
    }

    /** A refusal by a step of the process comes out as itself, not as the engine wrapped it. */
    private static <T> T plainly(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.in(e);
            throw refusal == null ? e : refusal;
        }
    }
}

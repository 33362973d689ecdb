package org.tiyanguan.engine.models;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * What an error or escalation thrown by a node meets first: events at the border of a scope around it, or event
 * sub-processes in that scope.
 */
final class Catching {

    /** @param code null for any */
    private record Signal(
            Class<? extends EventDefinition> kind, @Nullable String code) {

        boolean meets(Signal other) {
            return kind == other.kind && (code == null || other.code == null || code.equals(other.code));
        }
    }

    private Catching() {}

    /** Those in the scope: at its own border, and event sub-processes that it begins with. */
    static List<CatchEvent> at(FlowNode thrower, ModelElementInstance scope) {
        return Stream.concat(
                        scope.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                                .filter(event -> scope.equals(event.getAttachedTo())),
                        scope.getChildElementsByType(SubProcess.class).stream()
                                .filter(sub -> sub.triggeredByEvent() && !contains(sub, thrower))
                                .flatMap(sub -> sub.getChildElementsByType(StartEvent.class).stream()))
                .filter(event -> thrown(thrower).anyMatch(t -> signals(event).anyMatch(t::meets)))
                .map(CatchEvent.class::cast)
                .toList();
    }

    /** A task's component may throw any error. */
    private static Stream<Signal> thrown(FlowNode node) {
        if (node instanceof ThrowEvent event)
            return event.getEventDefinitions().stream().flatMap(Catching::signal);
        return node instanceof Task ? Stream.of(new Signal(ErrorEventDefinition.class, null)) : Stream.empty();
    }

    private static Stream<Signal> signals(CatchEvent event) {
        return event.getEventDefinitions().stream().flatMap(Catching::signal);
    }

    private static Stream<Signal> signal(EventDefinition event) {
        if (event instanceof ErrorEventDefinition error)
            return Stream.of(new Signal(
                    ErrorEventDefinition.class,
                    error.getError() == null ? null : error.getError().getErrorCode()));
        if (event instanceof EscalationEventDefinition escalation)
            return Stream.of(new Signal(
                    EscalationEventDefinition.class,
                    escalation.getEscalation() == null
                            ? null
                            : escalation.getEscalation().getEscalationCode()));
        return Stream.empty();
    }

    private static boolean contains(ModelElementInstance scope, ModelElementInstance element) {
        for (ModelElementInstance e = element; e != null; e = e.getParentElement())
            if (Objects.equals(e, scope)) return true;
        return false;
    }
}

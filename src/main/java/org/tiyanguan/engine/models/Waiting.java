package org.tiyanguan.engine.models;

import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LoopCardinality;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.tiyanguan.engine.WorkedOffBy;

/**
 * Where a case stands until a person, a message or the clock moves it. A job of its own (asyncBefore) does not count:
 * it runs at once. Nor does a time that is computed: it may have passed.
 */
final class Waiting {

    private Waiting() {}

    static boolean at(FlowNode node) {
        if (node instanceof UserTask || node instanceof ReceiveTask) return true;
        return node instanceof CatchEvent event
                && event.getEventDefinitions().stream().allMatch(Waiting::isLong)
                && !event.getEventDefinitions().isEmpty();
    }

    /** Whether it is done once for each of several things, of which there may be none. */
    static boolean canBeNone(FlowNode node) {
        return node instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics many
                && times(many).filter(times -> times > 0).isEmpty();
    }

    /**
     * Whether it leads back only as long as something is left of what the step that it leads to takes one of, in a job
     * of its own; see {@link WorkedOffBy}.
     */
    static boolean worksOff(SequenceFlow flow, ModelExpressions expressions) {
        return flow.getConditionExpression() != null
                && flow.getTarget() instanceof ServiceTask step
                && step.isCamundaAsyncBefore()
                && step.getLoopCharacteristics() == null
                && step.getCamundaExpression() != null
                && expressions
                        .workedOff(
                                flow.getConditionExpression().getTextContent().strip())
                        .equals(expressions.called(step.getCamundaExpression()))
                && expressions.called(step.getCamundaExpression()).isPresent();
    }

    /** How often, where the diagram says so itself. */
    static Optional<Long> times(MultiInstanceLoopCharacteristics many) {
        return Optional.ofNullable(many.getLoopCardinality())
                .map(LoopCardinality::getTextContent)
                .flatMap(Constant::of)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private static boolean isLong(EventDefinition event) {
        if (event instanceof MessageEventDefinition) return true;
        return event instanceof TimerEventDefinition timer
                && timer.getTimeDuration() != null
                && TimerRules.always(timer.getTimeDuration().getTextContent())
                        .filter(time -> time.compareTo(TimerRules.FASTEST) >= 0)
                        .isPresent();
    }
}

package org.tiyanguan.engine.models;

import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.engine.models.ModelExpressions.Place;

/** Knows, while an expression of a user task is evaluated, where it stands: whom the task is for, or what it shows. */
class PlacedExpressions extends AbstractBpmnParseListener {

    private static final ThreadLocal<Place> HERE = ThreadLocal.withInitial(() -> Place.ELSEWHERE);

    static Place here() {
        return HERE.get();
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        place(process);
    }

    private static void place(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
                TaskDefinition definition = task.getTaskDefinition();
                if (definition.getAssigneeExpression() != null)
                    definition.setAssigneeExpression(
                            new Placed((Expression) definition.getAssigneeExpression(), Place.ASSIGNEE));
                if (activity.getIoMapping() != null)
                    activity.getIoMapping().getInputParameters().forEach(PlacedExpressions::place);
            }
            place(activity);
        }
    }

    private static void place(InputParameter input) {
        if (input.getValueProvider() instanceof ElValueProvider value)
            value.setExpression(new Placed((Expression) value.getExpression(), Place.TASK_INPUT));
    }

    private record Placed(Expression expression, Place place) implements Expression {

        @Override
        public Object getValue(VariableScope scope) {
            return getValue(scope, null);
        }

        @Override
        public Object getValue(VariableScope scope, @Nullable BaseDelegateExecution context) {
            HERE.set(place);
            try {
                return expression.getValue(scope, context);
            } finally {
                HERE.remove();
            }
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            setValue(value, scope, null);
        }

        @Override
        public void setValue(Object value, VariableScope scope, @Nullable BaseDelegateExecution context) {
            expression.setValue(value, scope, context);
        }

        @Override
        public String getExpressionText() {
            return expression.getExpressionText();
        }

        @Override
        public boolean isLiteralText() {
            return expression.isLiteralText();
        }
    }
}

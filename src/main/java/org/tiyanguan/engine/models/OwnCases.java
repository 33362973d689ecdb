package org.tiyanguan.engine.models;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.MessageSource;
import org.tiyanguan.core.CaseOf;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.BeginsCase;
import org.tiyanguan.engine.ForAssignee;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.engine.models.ModelExpressions.Place;

/**
 * Whose case a model works on: that of the outermost instance, found by its business key, and where a called process
 * has begun a case of its own, that one, too. A number becomes a key that counts when a case begins
 * ({@link BeginsCase}), or when the program starts the instance, and in no other way: what a caller gives a called
 * process for a key counts for nothing.
 */
class OwnCases {

    private final BeanFactory beans;
    private final MessageSource messages;

    OwnCases(BeanFactory beans, MessageSource messages) {
        this.beans = beans;
        this.messages = messages;
    }

    /** @throws Refusal if the call is about another case, or what it returns may not be had here */
    void check(VariableScope scope, Method method, Object[] arguments) {
        boolean names = method.isAnnotationPresent(ForAssignee.class);
        if (names && PlacedExpressions.here() != Place.ASSIGNEE) throw refusal("expression.assignee", method.getName());
        if (isForTask(method) && PlacedExpressions.here() != Place.TASK_INPUT)
            throw refusal("expression.task", method.getName());
        for (int i = 0; i < arguments.length; i++) {
            OwnCase key = method.getParameters()[i].getAnnotation(OwnCase.class);
            if (key != null) checkKey(scope, key, arguments[i]);
        }
    }

    static boolean isForTask(Method method) {
        return method.isAnnotationPresent(ForTask.class)
                || method.getDeclaringClass().isAnnotationPresent(ForTask.class);
    }

    private void checkKey(VariableScope scope, OwnCase key, Object argument) {
        if (!(argument instanceof String || argument instanceof Number)) throw refusal("expression.case", argument);
        String number = argument.toString();
        boolean isId = key.value() != CaseOf.class;
        try {
            if (isId) number = beans.getBean(key.value()).caseOf(number);
        } catch (RuntimeException unknown) {
            throw refusal("expression.case", argument);
        }
        if (!own(scope).contains(number)) throw refusal("expression.case", argument);
    }

    /** The key is what tells one's own case, and neither the engine nor the program's components are values. */
    void checkSetting(VariableScope scope, String method, Object[] arguments) {
        boolean otherCase =
                method.equals("setProcessBusinessKey") && !own(scope).contains(arguments[0]);
        if (otherCase) throw refusal("expression.case", arguments[0]);
        boolean living = Arrays.stream(arguments)
                .anyMatch(value -> value instanceof VariableScope || WithinReach.isPublished(value));
        if (living) throw refusal("expression.reach", method);
    }

    /** A called process has a case of its own from then on, unless its caller has given it a key. */
    void begin(VariableScope scope, String number) {
        ExecutionEntity execution = execution(scope);
        ExecutionEntity instance = execution == null ? null : execution.getProcessInstance();
        if (instance == null || !namesItself(instance)) throw refusal("expression.case", number);
        instance.setProcessBusinessKey(number);
    }

    /**
     * The keys that count, of the instance and of those that called it; null where the outermost serves no case, as
     * what is tried out of a page does.
     */
    private static Set<@Nullable String> own(VariableScope scope) {
        Set<@Nullable String> keys = new HashSet<>();
        ExecutionEntity execution = execution(scope);
        while (execution != null) {
            ExecutionEntity instance = execution.getProcessInstance();
            execution = instance.getSuperExecution();
            boolean counts = instance.getBusinessKey() != null ? namesItself(instance) : execution == null;
            if (counts) keys.add(instance.getBusinessKey());
        }
        return keys;
    }

    /** Whether the instance has its key from nobody else's model. */
    private static boolean namesItself(ExecutionEntity instance) {
        ExecutionEntity caller = instance.getSuperExecution();
        return caller == null
                || caller.getActivity().getActivityBehavior() instanceof CallableElementActivityBehavior call
                        && call.getCallableElement().getBusinessKeyValueProvider() == null;
    }

    private static @Nullable ExecutionEntity execution(VariableScope scope) {
        return scope instanceof TaskEntity task
                ? task.getExecution()
                : scope instanceof ExecutionEntity execution ? execution : null;
    }

    private Refusal refusal(String rule, Object fact) {
        return new Refusal(
                null, messages.getMessage("model." + rule, new Object[] {String.valueOf(fact)}, Locale.CHINA));
    }
}

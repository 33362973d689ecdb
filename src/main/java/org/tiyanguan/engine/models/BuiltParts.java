package org.tiyanguan.engine.models;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * What the engine made of a model, looked at part by part, whatever its reader understood: each part is of a class on
 * the closed list {@code models/built-parts.txt}, and each expression passes as one in a model does. So nothing that
 * the check of the file overlooked runs.
 */
public class BuiltParts {

    private static final Set<String> KNOWN =
            ModelWords.lines("built-parts.txt").collect(Collectors.toUnmodifiableSet());

    /** Not of the model, but of the program: listeners of ours and of the vendor, what evaluates and what reads. */
    private static final List<String> OURS = List.of(
            "org.tiyanguan.",
            "org.camunda.bpm.spring.boot.starter.event.",
            "org.camunda.bpm.engine.impl.history.",
            "org.camunda.bpm.engine.impl.metrics.",
            "org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse");

    /** Names of variables were checked in the file; here it counts what an expression leads to. */
    private static final Set<String> ANY = new AbstractSet<>() {
        @Override
        public boolean contains(Object name) {
            return true;
        }

        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }

        @Override
        public int size() {
            return 0;
        }
    };

    private record Part(Object object, String element) {}

    private final String file;
    private final ModelExpressions expressions;
    private final List<ModelFault> faults = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Part> next = new ArrayDeque<>();

    private BuiltParts(String file, ModelExpressions expressions) {
        this.file = file;
        this.expressions = expressions;
    }

    public static List<ModelFault> faults(String file, Object definition, ModelExpressions expressions) {
        BuiltParts parts = new BuiltParts(file, expressions);
        parts.add(definition, "");
        while (!parts.next.isEmpty()) parts.look(parts.next.pop());
        return parts.faults;
    }

    private void add(Object object, String element) {
        if (object != null && seen.add(object)) next.add(new Part(object, element));
    }

    private void look(Part part) {
        Object object = part.object;
        Class<?> type = object.getClass();
        String element = object instanceof ActivityImpl activity ? activity.getId() : part.element;
        if (object instanceof Expression expression) {
            check(expression.getExpressionText(), element);
        } else if (object instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> add(key, element));
            map.values().forEach(value -> add(value, element));
        } else if (object instanceof Iterable<?> many) {
            many.forEach(one -> add(one, element));
        } else if (object instanceof Object[] many) {
            Arrays.stream(many).forEach(one -> add(one, element));
        } else if (KNOWN.contains(type.getName())) {
            if (object instanceof DmnExpressionImpl decision) language(decision, element);
            fields(object, element);
        } else if (!isPlain(object)
                && !(object instanceof ExpressionManager)
                && OURS.stream().noneMatch(type.getName()::startsWith)) {
            fault(element, type.getSimpleName());
        }
    }

    private void fields(Object object, String element) {
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass())
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) continue;
                field.setAccessible(true);
                try {
                    Object value = field.get(object);
                    if (value != null && isMapping(field)) fault(element, field.getName());
                    add(value, element);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
    }

    private void check(String text, String element) {
        if (text == null || !ModelExpressions.isExpression(text)) return;
        expressions.check(text, ANY, (rule, facts) -> faults.add(new ModelFault(file, element, rule, facts)));
    }

    private void language(DmnExpressionImpl decision, String element) {
        String language = decision.getExpressionLanguage();
        if (language != null && !ModelWords.OF_DECISIONS.takes("dmn:inputExpression", "expressionLanguage", language))
            fault(String.valueOf(decision.getId()), language);
    }

    /** Code that a call activity would run to hand over variables. */
    private static boolean isMapping(Field field) {
        return field.getDeclaringClass() == CallableElementActivityBehavior.class
                && Set.of("className", "expression").contains(field.getName());
    }

    private void fault(String element, String part) {
        faults.add(new ModelFault(file, element, "built", element, part));
    }

    private static boolean isPlain(Object object) {
        return object instanceof String
                || object instanceof Number
                || object instanceof Boolean
                || object instanceof Enum;
    }
}

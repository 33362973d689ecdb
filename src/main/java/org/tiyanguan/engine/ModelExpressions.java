package org.tiyanguan.engine;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.springframework.util.StringUtils;

/**
 * Reads the expressions of models as the engine does, without evaluating them: each names a published bean with a method
 * or property that it has, or a variable, and reaches nothing through them.
 */
class ModelExpressions {

    /** What the engine itself offers, and what of it a model may use. */
    private static final Map<String, Set<String>> ENGINE = Map.of(
            "execution", Set.of("variables", "getVariable", "hasVariable", "setVariable", "removeVariable",
                    "removeVariables", "setProcessBusinessKey", "processBusinessKey", "processInstanceId", "id"),
            "task", Set.of("variables", "getVariable", "id", "name", "assignee", "owner", "dueDate"));

    private static final Set<String> FUNCTIONS = Set.of("JSON", "now", "dateTime", "currentUser", "currentUserGroups");

    /** As the engine's own. */
    private static final Builder JUEL = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private final Map<String, Class<?>> beans;

    ModelExpressions(Map<String, Class<?>> beans) {
        this.beans = beans;
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /**
     * @param variables the names of variables that the model declares
     * @param faults takes the rule that is broken, and its facts
     */
    void check(String text, Set<String> variables, BiConsumer<String, Object[]> faults) {
        try {
            visit(JUEL.build(text).getRoot(), variables, faults);
        } catch (TreeBuilderException e) {
            faults.accept("expression.syntax", new Object[] {text});
        }
    }

    /** Whether the expression calls something that {@link ReachesOutside}; false for one that cannot be read. */
    boolean reachesOutside(String text) {
        try {
            return reachesOutside(JUEL.build(text).getRoot());
        } catch (TreeBuilderException e) {
            return false;
        }
    }

    /** The method, as {@code bean.method}, when the expression is one call and nothing else. */
    Optional<String> called(String text) {
        try {
            Node root = JUEL.build(text).getRoot();
            return root instanceof AstEval && root.getChild(0) instanceof AstMethod method
                            && method.getChild(0) instanceof AstDot dot && dot.getChild(0) instanceof AstIdentifier bean
                    ? Optional.of(bean.getName() + "." + name(dot))
                    : Optional.empty();
        } catch (TreeBuilderException e) {
            return Optional.empty();
        }
    }

    /** The method that takes one away, as {@code bean.method}, when the expression asks whether something is left. */
    Optional<String> workedOff(String text) {
        return called(text).map(call -> call.split("\\.")).flatMap(call -> methods(call[0], call[1]).stream()
                .filter(method -> method.isAnnotationPresent(WorkedOffBy.class))
                .map(method -> call[0] + "." + method.getAnnotation(WorkedOffBy.class).value())
                .findFirst());
    }

    private boolean reachesOutside(Node node) {
        if (node instanceof AstMethod && node.getChild(0) instanceof AstDot dot && dot.getChild(0) instanceof AstIdentifier bean
                && methods(bean.getName(), name(dot)).stream().anyMatch(m -> m.isAnnotationPresent(ReachesOutside.class)))
            return true;
        for (int i = 0; i < node.getCardinality(); i++) if (reachesOutside(node.getChild(i))) return true;
        return false;
    }

    private void visit(Node node, Set<String> variables, BiConsumer<String, Object[]> faults) {
        if (node instanceof AstMethod) {
            call(node, faults);
            visit(node.getChild(1), variables, faults);
            return;
        }
        if (node instanceof AstDot dot) property(dot, variables, faults);
        if (node instanceof AstBracket) faults.accept("expression.reach", new Object[] {"[ ]"});
        if (node instanceof AstFunction function && !FUNCTIONS.contains(function.getName()))
            faults.accept("expression.function", new Object[] {function.getName()});
        for (int i = 0; i < node.getCardinality(); i++) visit(node.getChild(i), variables, faults);
    }

    /** A call is always {@code bean.method(…)}; a method of what a method returned is out of reach. */
    private void call(Node method, BiConsumer<String, Object[]> faults) {
        if (!(method.getChild(0) instanceof AstDot dot) || !(dot.getChild(0) instanceof AstIdentifier base)) {
            faults.accept("expression.reach", new Object[] {"( )"});
            return;
        }
        String bean = base.getName();
        String name = name(dot);
        int arguments = method.getChild(1).getCardinality();
        if (ENGINE.containsKey(bean)) {
            if (!ENGINE.get(bean).contains(name)) faults.accept("expression.reach", new Object[] {bean + "." + name});
        } else if (!beans.containsKey(bean)) {
            faults.accept("expression.bean", new Object[] {bean});
        } else if (methods(bean, name).isEmpty()) {
            faults.accept("expression.method", new Object[] {bean, name});
        } else if (methods(bean, name).stream().noneMatch(m -> m.getParameterCount() == arguments)) {
            faults.accept("expression.arguments",
                    new Object[] {bean, name, methods(bean, name).get(0).getParameterCount(), arguments});
        }
    }

    private void property(AstDot dot, Set<String> variables, BiConsumer<String, Object[]> faults) {
        String name = name(dot);
        if (name.equals("class")) faults.accept("expression.reach", new Object[] {name});
        if (!(dot.getChild(0) instanceof AstIdentifier base)) return;
        String of = base.getName();
        if (ENGINE.containsKey(of)) {
            if (!ENGINE.get(of).contains(name)) faults.accept("expression.reach", new Object[] {of + "." + name});
        } else if (beans.containsKey(of)) {
            String capital = StringUtils.capitalize(name);
            if (methods(of, "get" + capital).isEmpty() && methods(of, "is" + capital).isEmpty())
                faults.accept("expression.property", new Object[] {of, name});
        } else if (!variables.contains(of)) {
            faults.accept("expression.bean", new Object[] {of});
        }
    }

    private List<Method> methods(String bean, String name) {
        Class<?> type = beans.get(bean);
        if (type == null) return List.of();
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getDeclaringClass() != Object.class)
                .toList();
    }

    private static String name(AstDot dot) {
        return dot.toString().replaceAll("^\\W+", "");
    }
}

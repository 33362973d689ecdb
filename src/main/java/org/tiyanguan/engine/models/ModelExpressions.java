package org.tiyanguan.engine.models;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.tiyanguan.engine.ForAssignee;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.engine.ReachesOutside;
import org.tiyanguan.engine.WorkedOffBy;
import org.w3c.dom.Element;

/**
 * Reads the expressions of models as the engine does, without evaluating them: each names a published bean with a
 * method or property that it has, or a variable, and reaches nothing through them.
 */
public class ModelExpressions {

    /** What the engine itself offers, and what of it a model may use. */
    private static final Map<String, Set<String>> ENGINE = Map.of(
            "execution",
                    Set.of(
                            "variables",
                            "getVariable",
                            "hasVariable",
                            "setVariable",
                            "removeVariable",
                            "removeVariables",
                            "setProcessBusinessKey",
                            "processBusinessKey",
                            "processInstanceId",
                            "id"),
            "task", Set.of("variables", "getVariable", "id", "name", "dueDate"));

    /** Other names that the engine gives a meaning. */
    static final Set<String> CLOSED_NAMES = Set.of("authenticatedUserId", "caseExecution", "externalTask");

    private static final Set<String> FUNCTIONS = Set.of("JSON", "now", "dateTime", "currentUser", "currentUserGroups");

    /** Name a person, as methods {@link ForAssignee} do. */
    private static final Set<String> NAMING = Set.of("currentUser", "currentUserGroups");

    /** As the engine's own. */
    private static final Builder JUEL = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    /** Where an expression stands, as far as it makes a difference. */
    enum Place {
        ASSIGNEE,
        TASK_INPUT,
        ELSEWHERE;

        /** @param attribute null for the text of the element */
        static Place of(Element element, @Nullable String attribute) {
            if ("userTask".equals(element.getLocalName()) && "assignee".equals(attribute)) return ASSIGNEE;
            for (org.w3c.dom.Node node = element; node != null; node = node.getParentNode())
                if ("inputParameter".equals(node.getLocalName()))
                    return "userTask"
                                    .equals(node.getParentNode()
                                            .getParentNode()
                                            .getParentNode()
                                            .getLocalName())
                            ? TASK_INPUT
                            : ELSEWHERE;
            return ELSEWHERE;
        }
    }

    private final Map<String, Class<?>> beans;

    public ModelExpressions(Map<String, Class<?>> beans) {
        this.beans = beans;
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What of the execution, or of the task, a model may use. */
    static boolean offers(String what, String name) {
        return ENGINE.getOrDefault(what, Set.of()).contains(name);
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

    /** Whether what the expression calls may be called there; an expression that cannot be read is {@link #check}'s. */
    void checkPlace(String text, Place place, BiConsumer<String, Object[]> faults) {
        Node root = read(text);
        // The place takes a person's name and nothing around it.
        Node whole = root != null && root.getCardinality() == 1 ? root.getChild(0) : null;
        walk(root, node -> {
            if (node instanceof AstFunction function && NAMING.contains(function.getName()) && place != Place.ASSIGNEE)
                faults.accept("expression.assignee", new Object[] {function.getName()});
            List<Method> called = called(node);
            boolean names = called.stream().anyMatch(m -> m.isAnnotationPresent(ForAssignee.class));
            if (names && !(place == Place.ASSIGNEE && node == whole))
                faults.accept("expression.assignee", new Object[] {called.get(0).getName()});
            if (called.stream().anyMatch(OwnCases::isForTask) && place != Place.TASK_INPUT)
                faults.accept("expression.task", new Object[] {called.get(0).getName()});
        });
    }

    /** Whether the expression calls something that {@link ReachesOutside}; false for one that cannot be read. */
    boolean reachesOutside(String text) {
        AtomicBoolean reaches = new AtomicBoolean();
        walk(read(text), node -> {
            if (called(node).stream().anyMatch(m -> m.isAnnotationPresent(ReachesOutside.class))) reaches.set(true);
        });
        return reaches.get();
    }

    /** Null if it cannot be read. */
    private static @Nullable Node read(String text) {
        try {
            return JUEL.build(text).getRoot();
        } catch (TreeBuilderException e) {
            return null;
        }
    }

    /** The method, as {@code bean.method}, when the expression is one call and nothing else. */
    Optional<String> called(String text) {
        return read(text) instanceof AstEval whole
                        && whole.getChild(0) instanceof AstMethod method
                        && method.getChild(0) instanceof AstDot dot
                        && dot.getChild(0) instanceof AstIdentifier bean
                ? Optional.of(bean.getName() + "." + name(dot))
                : Optional.empty();
    }

    /** The method that takes one away, as {@code bean.method}, when the expression asks whether something is left. */
    Optional<String> workedOff(String text) {
        return called(text)
                .map(call -> call.split("\\."))
                .flatMap(call -> methods(call[0], call[1]).stream()
                        .filter(method -> method.isAnnotationPresent(WorkedOffBy.class))
                        .map(method -> call[0] + "."
                                + method.getAnnotation(WorkedOffBy.class).value())
                        .findFirst());
    }

    private static void walk(@Nullable Node node, Consumer<Node> visitor) {
        if (node == null) return;
        visitor.accept(node);
        for (int i = 0; i < node.getCardinality(); i++) walk(node.getChild(i), visitor);
    }

    /** The methods of a published bean that the node calls, if it does. */
    private List<Method> called(Node node) {
        if (!(node instanceof AstMethod
                && node.getChild(0) instanceof AstDot dot
                && dot.getChild(0) instanceof AstIdentifier bean)) return List.of();
        return methods(bean.getName(), name(dot)).stream()
                .filter(method -> method.getParameterCount() == node.getChild(1).getCardinality())
                .toList();
    }

    private void visit(Node node, Set<String> variables, BiConsumer<String, Object[]> faults) {
        if (node instanceof AstMethod) {
            call(node, faults);
            visit(node.getChild(1), variables, faults);
            return;
        }
        if (node instanceof AstDot dot) {
            property(dot, variables, faults);
            if (dot.getChild(0) instanceof AstIdentifier) return;
        }
        if (node instanceof AstIdentifier name && isLiving(name.getName()))
            faults.accept("expression.reach", new Object[] {name.getName()});
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
        } else if (called(method).isEmpty()) {
            faults.accept(
                    "expression.arguments",
                    new Object[] {bean, name, methods(bean, name).get(0).getParameterCount(), arguments});
        } else {
            for (int i = 0; i < arguments; i++)
                argument(called(method), i, method.getChild(1).getChild(i), faults);
        }
    }

    /** Of a case a model knows its own, which a variable names. */
    private static void argument(List<Method> called, int i, Node given, BiConsumer<String, Object[]> faults) {
        boolean ownCase =
                called.stream().anyMatch(method -> method.getParameters()[i].isAnnotationPresent(OwnCase.class));
        if (ownCase && !(given instanceof AstIdentifier))
            faults.accept("expression.case", new Object[] {given.toString()});
    }

    /** Something that acts and is no value. */
    private boolean isLiving(String name) {
        return ENGINE.containsKey(name) || CLOSED_NAMES.contains(name) || beans.containsKey(name);
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
            if (methods(of, "get" + capital).isEmpty()
                    && methods(of, "is" + capital).isEmpty())
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

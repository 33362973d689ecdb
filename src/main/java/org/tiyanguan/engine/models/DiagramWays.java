package org.tiyanguan.engine.models;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * Where a token of a deployment's diagrams gets without {@linkplain Waiting waiting}: along sequence flows and links,
 * into and out of sub-processes and called processes, and to what catches a timer, an error or an escalation. Whoever
 * goes round without waiting takes all of the program's time and memory.
 */
class DiagramWays {

    private enum Side {
        IN,
        OUT,
        ENDS
    }

    /** Where one comes into an element, goes out of it, or, in a scope, has come to an end. */
    private record Point(@Nullable ModelElementInstance element, Side side) {}

    private final ModelExpressions expressions;
    private final Map<FlowNode, String> files = new LinkedHashMap<>();
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private final Set<SequenceFlow> flows = new LinkedHashSet<>();

    private final Ways<Point> ways = new Ways<>();

    /** To where a second token begins, while the first one stays. */
    private final Ways<Point> asides = new Ways<>();

    /** From a scope's ends to what follows, whether or not all of its tokens have ended. */
    private final Ways<Point> returns = new Ways<>();

    DiagramWays(List<DiagramRules> diagrams, ModelExpressions expressions) {
        this.expressions = expressions;
        for (DiagramRules diagram : diagrams) {
            diagram.all(Process.class).forEach(process -> processes.put(process.getId(), process));
            diagram.all(FlowNode.class).forEach(node -> files.put(node, diagram.file()));
            diagram.all(SequenceFlow.class).forEach(flows::add);
        }
        diagrams.forEach(this::draw);
    }

    /** A fault for each circle, at one of its elements. */
    void check(List<ModelFault> faults) {
        for (List<Point> circle : withoutWaiting().circles()) {
            List<FlowNode> met = circle.stream()
                    .filter(point -> point.side == Side.IN && point.element instanceof FlowNode)
                    .map(point -> (FlowNode) point.element)
                    .toList();
            List<String> names = met.stream()
                    .map(node -> ModelFault.element(node.getId(), node.getName()))
                    .toList();
            faults.add(new ModelFault(files.get(met.get(0)), names.get(0), "circle", String.join(" → ", names)));
        }
    }

    private void draw(DiagramRules diagram) {
        Set<ModelElementInstance> left = new HashSet<>();
        diagram.all(SequenceFlow.class).forEach(flow -> {
            left.add(flow.getSource());
            if (!Waiting.worksOff(flow, expressions)) ways.add(out(flow.getSource()), in(flow.getTarget()));
        });
        diagram.all(FlowNode.class).forEach(node -> {
            ModelElementInstance scope = node.getParentElement();
            if (Waiting.canBeNone(node) || !(Waiting.at(node) || isScope(node) || isJoin(node)))
                ways.add(in(node), out(node));
            if (!left.contains(node) && !has(node, ErrorEventDefinition.class) && !has(node, LinkEventDefinition.class))
                ways.add(out(node), ends(scope));
            if (node instanceof StartEvent start) begins(start, scope);
            if (node instanceof BoundaryEvent event && has(event, TimerEventDefinition.class))
                caught(event.getAttachedTo(), event);
            if (called(node) != null) {
                ways.add(in(node), in(called(node)));
                returns.add(ends(called(node)), out(node));
            } else if (isScope(node)) {
                returns.add(ends(node), out(node));
            }
            links(node, diagram);
            if (!Waiting.at(node)) thrown(node, node, new HashSet<>());
        });
    }

    /** A scope begins with its plain start, and with the clocks of its event sub-processes, which may end it. */
    private void begins(StartEvent start, ModelElementInstance scope) {
        if (start.getEventDefinitions().isEmpty()) ways.add(in(scope), in(start));
        else if (scope instanceof SubProcess) {
            if (has(start, TimerEventDefinition.class)) ways.add(in(scope.getParentElement()), in(start));
            if (start.isInterrupting()) ways.add(ends(scope), ends(scope.getParentElement()));
        }
    }

    private void links(FlowNode from, DiagramRules diagram) {
        if (from instanceof CatchEvent) return;
        names(from)
                .forEach(name -> diagram.all(CatchEvent.class)
                        .filter(to -> names(to).anyMatch(name::equals))
                        .forEach(to -> ways.add(in(from), in(to))));
    }

    /** To the nearest scope that catches what the node may throw; a called process's is its caller's. */
    private void thrown(FlowNode thrower, ModelElementInstance from, Set<ModelElementInstance> passed) {
        for (ModelElementInstance scope = from; scope != null && passed.add(scope); scope = scope.getParentElement()) {
            List<CatchEvent> catching = Catching.at(thrower, scope);
            catching.forEach(event -> caught(thrower, event));
            if (!catching.isEmpty()) return;
            if (scope instanceof Process process)
                files.keySet().stream()
                        .filter(node -> process.equals(called(node)))
                        .forEach(call -> thrown(thrower, call, passed));
        }
    }

    private void caught(ModelElementInstance from, CatchEvent event) {
        boolean aside = event instanceof BoundaryEvent boundary && !boundary.cancelActivity();
        (aside ? asides : ways).add(in(from), in(event));
    }

    /**
     * All ways, with those through scopes that end, and through joins that are reached on all sides, without waiting.
     */
    private Ways<Point> withoutWaiting() {
        Set<FlowNode> joins = new HashSet<>(files.keySet());
        joins.removeIf(node -> !isJoin(node));
        while (true) {
            Ways<Point> all = Ways.together(List.of(ways));
            joins.forEach(join -> all.add(in(join), out(join)));
            while (files.keySet().stream().anyMatch(node -> passes(node, all) && all.add(in(node), out(node))))
                ;
            Ways<Point> round = Ways.together(List.of(all, asides, returns));
            if (!joins.removeIf(join -> !comesBackOnAllSides(join, round))) return Ways.together(List.of(all, asides));
        }
    }

    private boolean passes(FlowNode node, Ways<Point> all) {
        if (!isScope(node)) return false;
        Process called = called(node);
        return called == null ? all.lead(in(node), ends(node)) : all.lead(in(called), ends(called));
    }

    private boolean comesBackOnAllSides(FlowNode join, Ways<Point> round) {
        Set<Point> reached = round.reached(out(join));
        return flows.stream()
                .filter(flow -> join.equals(flow.getTarget()))
                .allMatch(flow -> reached.contains(out(flow.getSource())));
    }

    private boolean isJoin(FlowNode node) {
        return node instanceof ParallelGateway
                && flows.stream().filter(flow -> node.equals(flow.getTarget())).count() > 1;
    }

    private static boolean isScope(FlowNode node) {
        return node instanceof SubProcess || node instanceof CallActivity;
    }

    private @Nullable Process called(FlowNode node) {
        return node instanceof CallActivity call ? processes.get(call.getCalledElement()) : null;
    }

    private static boolean has(FlowNode node, Class<? extends EventDefinition> kind) {
        return !node.getChildElementsByType(kind).isEmpty();
    }

    private static Stream<String> names(FlowNode node) {
        return node.getChildElementsByType(LinkEventDefinition.class).stream().map(LinkEventDefinition::getName);
    }

    private static Point in(@Nullable ModelElementInstance element) {
        return new Point(element, Side.IN);
    }

    private static Point out(ModelElementInstance element) {
        return new Point(element, Side.OUT);
    }

    private static Point ends(@Nullable ModelElementInstance element) {
        return new Point(element, Side.ENDS);
    }
}

package org.tiyanguan.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever goes round waits for a person, a message or a minute; else the diagram is refused, and the circle named. */
class DiagramWaysTest {

    private static final String WORK = "<serviceTask id='work' camunda:expression='${x.y()}'/>";

    /** @param circle its elements, in any order from which one starts; empty if there is none */
    private record Diagram(String name, String body, String... circle) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Diagram> diagrams() {
        return Stream.of(
                new Diagram("a step that leads to itself", WORK + flows("start work", "work work"), "work"),
                new Diagram(
                        "a job of its own is no waiting",
                        "<serviceTask id='work' camunda:asyncBefore='true' camunda:expression='${x.y()}'/>"
                                + flows("start work", "work work"),
                        "work"),
                new Diagram(
                        "two gateways",
                        "<exclusiveGateway id='a'/><exclusiveGateway id='b'/>" + flows("start a", "a b", "b a"),
                        "a",
                        "b"),
                new Diagram(
                        "a person waits",
                        WORK + "<userTask id='user'/>" + flows("start work", "work user", "user work")),
                new Diagram(
                        "a message waits", WORK + "<receiveTask id='r'/>" + flows("start work", "work r", "r work")),
                new Diagram(
                        "two minutes are waiting",
                        WORK + timer("PT2M") + flows("start work", "work timer", "timer work")),
                new Diagram(
                        "a second is not",
                        WORK + timer("PT1S") + flows("start work", "work timer", "timer work"),
                        "work",
                        "timer"),
                new Diagram(
                        "nor is a constant that hides it",
                        WORK + timer("${'PT'}1S") + flows("start work", "work timer", "timer work"),
                        "work",
                        "timer"),
                new Diagram(
                        "nor is a time that is computed: it may have passed",
                        WORK + timer("${x.y()}") + flows("start work", "work timer", "timer work"),
                        "work",
                        "timer"),
                new Diagram(
                        "a person for each of a list that may be empty",
                        WORK
                                + "<userTask id='user'><multiInstanceLoopCharacteristics camunda:collection='${x.y()}'/></userTask>"
                                + flows("start work", "work user", "user work"),
                        "work",
                        "user"),
                new Diagram(
                        "a person three times",
                        WORK
                                + "<userTask id='user'><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality>"
                                + "</multiInstanceLoopCharacteristics></userTask>"
                                + flows("start work", "work user", "user work")),
                new Diagram(
                        "through a sub-process",
                        "<subProcess id='sub'><startEvent id='in'/>" + WORK + "<endEvent id='out'/>"
                                + flows("in work", "work out") + "</subProcess>" + flows("start sub", "sub sub"),
                        "sub"),
                new Diagram(
                        "a person in a sub-process",
                        "<subProcess id='sub'><startEvent id='in'/><userTask id='user'/>" + flows("in user")
                                + "</subProcess>" + flows("start sub", "sub sub")),
                new Diagram(
                        "a person whose time is up at once",
                        "<userTask id='user'/><boundaryEvent id='up' attachedToRef='user'><timerEventDefinition><timeDuration>PT0S"
                                + "</timeDuration></timerEventDefinition></boundaryEvent>"
                                + flows("start user", "up user"),
                        "user",
                        "up"),
                new Diagram(
                        "a person who is reminded each day",
                        "<userTask id='user'/><boundaryEvent id='up' attachedToRef='user'><timerEventDefinition><timeDuration>P1D"
                                + "</timeDuration></timerEventDefinition></boundaryEvent>"
                                + flows("start user", "up user")),
                new Diagram(
                        "an error at a step that leads back",
                        WORK
                                + "<boundaryEvent id='failed' attachedToRef='work'><errorEventDefinition/></boundaryEvent>"
                                + flows("start work", "failed work"),
                        "work",
                        "failed"),
                new Diagram(
                        "an error out of a sub-process",
                        "<subProcess id='sub'><startEvent id='in'/>"
                                + "<endEvent id='out'><errorEventDefinition/></endEvent>" + flows("in out")
                                + "</subProcess>"
                                + "<boundaryEvent id='failed' attachedToRef='sub'><errorEventDefinition/></boundaryEvent>"
                                + flows("start sub", "failed sub"),
                        "sub",
                        "in",
                        "out",
                        "failed"),
                new Diagram(
                        "an error after a person",
                        "<subProcess id='sub'><startEvent id='in'/><userTask id='user'/>"
                                + "<endEvent id='out'><errorEventDefinition/></endEvent>" + flows("in user", "user out")
                                + "</subProcess>"
                                + "<boundaryEvent id='failed' attachedToRef='sub'><errorEventDefinition/></boundaryEvent>"
                                + flows("start sub", "failed sub")),
                new Diagram(
                        "two event sub-processes that wake each other",
                        "<endEvent id='first'><escalationEventDefinition/></endEvent>" + flows("start first")
                                + handler("a") + handler("b"),
                        "a-start",
                        "a-end",
                        "b-start",
                        "b-end"),
                new Diagram(
                        "a link",
                        WORK
                                + "<intermediateThrowEvent id='to'><linkEventDefinition name='l'/></intermediateThrowEvent>"
                                + "<intermediateCatchEvent id='from'><linkEventDefinition name='l'/></intermediateCatchEvent>"
                                + flows("start work", "work to", "from work"),
                        "work",
                        "to",
                        "from"),
                new Diagram(
                        "a process that calls itself",
                        "<callActivity id='call' calledElement='p' camunda:calledElementBinding='deployment'/>"
                                + flows("start call"),
                        "start",
                        "call"),
                new Diagram(
                        "a stock that is worked off, one in a job of its own",
                        stock("true") + flows("start work", "work more") + left()),
                new Diagram(
                        "a stock of which nothing is taken",
                        "<exclusiveGateway id='more'/>" + WORK + flows("start work", "work more") + left(),
                        "work",
                        "more"),
                new Diagram(
                        "a stock that is worked off in one go",
                        stock("false") + flows("start work", "work more") + left(),
                        "work",
                        "more"),
                new Diagram(
                        "two that meet, one of them after a person",
                        WORK + "<parallelGateway id='a'/><parallelGateway id='b'/>" + "<userTask id='c'/>"
                                + flows("start a", "a work", "a c", "work b", "c b", "b a")),
                new Diagram(
                        "two that meet at once",
                        WORK + "<parallelGateway id='a'/><parallelGateway id='b'/><manualTask id='c'/>"
                                + "<exclusiveGateway id='x'/>"
                                + flows("start x", "x a", "a work", "a c", "work b", "c b", "b x"),
                        "x",
                        "a",
                        "work",
                        "b"),
                new Diagram(
                        "two that meet in a sub-process",
                        "<subProcess id='sub'><startEvent id='in'/>" + WORK
                                + "<parallelGateway id='a'/><parallelGateway id='b'/><manualTask id='c'/>"
                                + flows("in a", "a work", "a c", "work b", "c b") + "</subProcess>"
                                + flows("start sub", "sub sub"),
                        "sub"),
                new Diagram(
                        "a reminder beside a person is not the end of the step",
                        "<subProcess id='sub'><startEvent id='in'/><userTask id='user'/><boundaryEvent id='up' cancelActivity='false'"
                                + " attachedToRef='user'><timerEventDefinition><timeDate>${x.y()}</timeDate></timerEventDefinition></boundaryEvent>"
                                + "<endEvent id='told'/>" + flows("in user", "up told") + "</subProcess>"
                                + flows("start sub", "sub sub")),
                new Diagram(
                        "ways that meet again",
                        WORK + "<parallelGateway id='a'/><parallelGateway id='b'/><manualTask id='c'/>"
                                + flows("start a", "a work", "a c", "work b", "c b")));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void a_circle_without_waiting_is_named(Diagram diagram) {
        List<ModelFault> faults = faults(process("p", diagram.body));
        if (diagram.circle.length == 0) assertThat(faults).isEmpty();
        else
            assertThat(faults).hasSize(1).first().satisfies(fault -> {
                assertThat(fault.rule()).isEqualTo("circle");
                assertThat(fault.facts()[0].toString().split(" → ")).containsExactlyInAnyOrder(diagram.circle);
            });
    }

    @Test
    void a_called_process_counts_as_what_it_does() {
        String again = "<callActivity id='call' calledElement='q' camunda:calledElementBinding='deployment'/>"
                + flows("start call", "call call");
        assertThat(faults(process("p", again), process("q", "<userTask id='user'/>" + flows("start user"))))
                .isEmpty();
        assertThat(faults(process("p", again), process("q", WORK + flows("start work"))))
                .hasSize(1);
        String back = "<callActivity id='back' calledElement='p' camunda:calledElementBinding='deployment'/>"
                + flows("start back");
        assertThat(faults(process("p", again), process("q", back))).isNotEmpty();
    }

    @Test
    void a_long_diagram_is_looked_through_quickly() {
        StringBuilder body = new StringBuilder("<manualTask id='t0'/>").append(flows("start t0"));
        for (int i = 1; i < 2000; i++)
            body.append("<manualTask id='t").append(i).append("'/>").append(flows("t" + (i - 1) + " t" + i));
        assertThat(faults(process("p", body.toString()))).isEmpty();
    }

    private static List<ModelFault> faults(String... diagrams) {
        List<DiagramRules> read = new ArrayList<>();
        List<ModelFault> faults = new ArrayList<>();
        for (String diagram : diagrams)
            DiagramRules.read("x.bpmn", diagram.getBytes(), faults).ifPresent(read::add);
        assertThat(faults).isEmpty();
        new DiagramWays(read, new ModelExpressions(OurModels.published())).check(faults);
        return faults;
    }

    private static String process(String id, String body) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='x'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'><process id='" + id + "' isExecutable='true'>"
                + "<startEvent id='start'/>" + body + "</process></definitions>";
    }

    private static String timer(String duration) {
        return "<intermediateCatchEvent id='timer'><timerEventDefinition><timeDuration>" + duration
                + "</timeDuration></timerEventDefinition></intermediateCatchEvent>";
    }

    private static String stock(String asJob) {
        return "<exclusiveGateway id='more'/><serviceTask id='work' camunda:asyncBefore='" + asJob
                + "' camunda:expression='${bulkWork.workOff(x)}'/>";
    }

    private static String left() {
        return "<sequenceFlow id='left' sourceRef='more' targetRef='work'><conditionExpression>${bulkWork.hasMore(x)}"
                + "</conditionExpression></sequenceFlow>";
    }

    private static String handler(String id) {
        return "<subProcess id='" + id + "' triggeredByEvent='true'><startEvent id='" + id
                + "-start'><escalationEventDefinition/>"
                + "</startEvent><endEvent id='" + id + "-end'><escalationEventDefinition/></endEvent>"
                + flows(id + "-start " + id + "-end") + "</subProcess>";
    }

    /** @param ways {@code from to} */
    private static String flows(String... ways) {
        return Stream.of(ways)
                .map(way -> "<sequenceFlow id='" + way.replace(' ', '_') + "' sourceRef='"
                        + way.replace(" ", "' targetRef='") + "'/>")
                .reduce("", String::concat);
    }
}

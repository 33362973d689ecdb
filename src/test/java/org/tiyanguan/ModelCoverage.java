package org.tiyanguan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** Shows which nodes of a diagram the tests went through, from the engine's own history. */
public final class ModelCoverage {

    private ModelCoverage() {}

    /** @param others those nodes for which other test classes answer, by {@link #assertNodesVisited} */
    @SafeVarargs
    public static void assertAllNodesVisited(ProcessEngine engine, String process, Set<String>... others) {
        Set<String> nodes = engine
                .getRepositoryService()
                .getBpmnModelInstance(newest(engine, process))
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowNode::getId)
                .collect(Collectors.toSet());
        for (Set<String> known : others) {
            assertThat(nodes).containsAll(known);
            nodes.removeAll(known);
        }
        assertNodesVisited(engine, process, nodes);
    }

    public static void assertNodesVisited(ProcessEngine engine, String process, Set<String> nodes) {
        Set<String> visited = engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(newest(engine, process))
                .finished()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
        assertThat(visited).as("nodes of %s that tests went through", process).containsAll(nodes);
    }

    private static String newest(ProcessEngine engine, String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** An instance that ended went through all nodes of a diagram that has one way only; its history is not kept. */
    public static void assertOneWay(ProcessEngine engine, String process) {
        BpmnModelInstance model = engine.getRepositoryService().getBpmnModelInstance(newest(engine, process));
        assertThat(model.getModelElementsByType(FlowNode.class)).allSatisfy(node -> {
            assertThat(node.getOutgoing()).hasSizeLessThan(2);
            assertThat(node.getIncoming()).hasSize(node instanceof StartEvent ? 0 : 1);
        });
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .count())
                .isZero();
    }
}

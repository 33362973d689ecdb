package org.tiyanguan.engine.models;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts {@link BuiltParts} behind the engine's readers, in the same transaction: a diagram is looked at as soon as it is
 * built, before a timer of its start is computed, all else at the end of the deployment.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class BuiltGate extends AbstractProcessEnginePlugin {

    private final PublishedBeans beans;
    private final MessageSource messages;

    BuiltGate(PublishedBeans beans, MessageSource messages) {
        this.beans = beans;
        this.messages = messages;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null)
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        listeners.add(new Diagrams());
        engine.setCustomPostBPMNParseListeners(listeners);
        engine.setCustomPostDeployers(List.of(new Rest()));
    }

    private void check(String file, Object definition) {
        ModelFault.refuse(BuiltParts.faults(file, definition, new ModelExpressions(beans.classes())), messages);
    }

    private class Diagrams extends AbstractBpmnParseListener {

        @Override
        public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
            definitions.forEach(definition -> {
                DeploymentEntity deployment = Context.getCommandContext()
                        .getDeploymentManager()
                        .findDeploymentById(definition.getDeploymentId());
                if (deployment != null && deployment.isNew()) check(definition.getKey() + ".bpmn", definition);
            });
        }
    }

    private class Rest implements Deployer {

        @Override
        public void deploy(DeploymentEntity deployment) {
            if (!deployment.isNew() || deployment.getDeployedArtifacts() == null) return;
            for (List<?> kind : deployment.getDeployedArtifacts().values())
                for (Object definition : kind)
                    check(((ResourceDefinitionEntity<?>) definition).getResourceName(), definition);
        }
    }
}

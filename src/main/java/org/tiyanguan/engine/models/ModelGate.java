package org.tiyanguan.engine.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.StartMessages;
import org.tiyanguan.engine.forms.FormCheck;

/**
 * Puts {@link ModelCheck} where every deployment passes, at the start, from Modeler, by REST or Java: one fault, and
 * the deployment is refused as a whole.
 */
@Component
class ModelGate extends AbstractProcessEnginePlugin implements Deployer {

    private final PublishedBeans beans;
    private final Predicate<String> roles;
    private final FormCheck forms;
    private final NeededStarts starts;
    private final MessageSource messages;

    ModelGate(
            PublishedBeans beans,
            @Qualifier("roleGroups") Predicate<String> roles,
            FormCheck forms,
            List<StartMessages> features,
            MessageSource messages) {
        this.beans = beans;
        this.roles = roles;
        this.forms = forms;
        this.starts = NeededStarts.of(features);
        this.messages = messages;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreDeployers(List.of(this));
    }

    /** Also called when the engine reads again what was deployed before, which is not refused any more. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) return;
        Map<String, byte[]> files = new HashMap<>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        ModelCheck check = new ModelCheck(beans.classes(), roles, forms, starts);
        ModelFault.refuse(check.check(files, ModelGate::isDeployed), messages);
    }

    private static boolean isDeployed(String decision) {
        RepositoryService repository = Context.getProcessEngineConfiguration().getRepositoryService();
        return Context.getCommandContext()
                .runWithoutAuthorization(() -> repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(decision)
                                .count()
                        > 0);
    }
}

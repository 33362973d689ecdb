package org.tiyanguan.engine.models;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.StartMessages;

/**
 * Refuses a start, before anybody gets in, where the newest diagram in the database does not begin at the message that
 * {@linkplain NeededStarts the program starts it with}. A diagram that an earlier program took is not checked by a
 * deployment again until some file changes.
 */
@Component
class NewestModels implements SmartInitializingSingleton {

    private final NeededStarts needed;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final MessageSource messages;

    NewestModels(
            List<StartMessages> features,
            RepositoryService repository,
            RuntimeService runtime,
            MessageSource messages) {
        this.needed = NeededStarts.of(features);
        this.repository = repository;
        this.runtime = runtime;
        this.messages = messages;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<ModelFault> faults = needed.messages().entrySet().stream()
                .filter(start -> !isHeard(start.getValue()))
                .map(start -> newest(start.getKey()))
                .map(process ->
                        needed.fault("start.newest", process.getResourceName(), process.getKey(), process.getName()))
                .toList();
        ModelFault.refuse(faults, messages);
    }

    /** The engine listens for the messages at which the newest versions begin, and for no others. */
    private boolean isHeard(String message) {
        return runtime.createEventSubscriptionQuery().eventType("message").eventName(message).list().stream()
                .map(EventSubscription::getProcessInstanceId)
                .anyMatch(Objects::isNull);
    }

    private ProcessDefinition newest(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
    }
}

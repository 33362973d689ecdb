package org.tiyanguan.engine;

import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells, as {@link GroupMade}, of groups where the engine decides what a new group may see. */
@Component
class GroupWatch extends AbstractProcessEnginePlugin {

    private final ApplicationEventPublisher events;

    GroupWatch(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new DefaultAuthorizationProvider() {
            @Override
            public AuthorizationEntity[] newGroup(Group group) {
                events.publishEvent(new GroupMade(group.getId()));
                return super.newGroup(group);
            }
        });
    }
}

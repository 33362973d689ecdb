package org.tiyanguan.engine.guards;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.springframework.stereotype.Component;

/**
 * Lets the engine's history say which steps ran and when, but not who did them: whoever may read it would learn who
 * reported, and could ask for it by filters and order. Who did what stands in the histories of our own.
 */
@Component
class HistoryWithoutPeople extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setHistoryEventHandler(new Handler());
    }

    private static class Handler extends DbHistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof HistoricIdentityLinkLogEventEntity) return;
            if (event instanceof HistoricProcessInstanceEventEntity instance) instance.setStartUserId(null);
            if (event instanceof HistoricActivityInstanceEventEntity activity) activity.setTaskAssignee(null);
            if (event instanceof HistoricTaskInstanceEventEntity task) {
                task.setAssignee(null);
                task.setOwner(null);
            }
            super.handleEvent(event);
        }
    }
}

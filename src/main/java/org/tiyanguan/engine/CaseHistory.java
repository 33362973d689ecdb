package org.tiyanguan.engine;

import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps history of cases only. Processes that are mere technique would write most of it: what they do stands in tables
 * of our own, and what fails in incidents, which are kept. Why: docs/adr/0003-history.md
 */
@Component
class CaseHistory extends AbstractProcessEnginePlugin {

    private static final Set<String> TECHNIQUE = Set.of("notice", "webhook");

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setHistoryEventProducer(new Producer());
    }

    private static class Producer extends CacheAwareHistoryEventProducer {

        @Override
        public @Nullable HistoryEvent createProcessInstanceStartEvt(DelegateExecution execution) {
            return isTechnique(execution) ? null : super.createProcessInstanceStartEvt(execution);
        }

        @Override
        public @Nullable HistoryEvent createProcessInstanceUpdateEvt(DelegateExecution execution) {
            return isTechnique(execution) ? null : super.createProcessInstanceUpdateEvt(execution);
        }

        @Override
        public @Nullable HistoryEvent createProcessInstanceEndEvt(DelegateExecution execution) {
            return isTechnique(execution) ? null : super.createProcessInstanceEndEvt(execution);
        }

        @Override
        public @Nullable HistoryEvent createActivityInstanceStartEvt(DelegateExecution execution) {
            return isTechnique(execution) ? null : super.createActivityInstanceStartEvt(execution);
        }

        @Override
        public @Nullable HistoryEvent createActivityInstanceUpdateEvt(
                DelegateExecution execution, @Nullable DelegateTask task) {
            return isTechnique(execution) ? null : super.createActivityInstanceUpdateEvt(execution, task);
        }

        @Override
        public @Nullable HistoryEvent createActivityInstanceEndEvt(DelegateExecution execution) {
            return isTechnique(execution) ? null : super.createActivityInstanceEndEvt(execution);
        }

        /** The end of its instance, which is not recorded, would set the time. */
        @Override
        public HistoryEvent createHistoricIncidentCreateEvt(Incident incident) {
            HistoryEvent event = super.createHistoricIncidentCreateEvt(incident);
            if (TECHNIQUE.contains(event.getProcessDefinitionKey())) {
                Integer days =
                        ((IncidentEntity) incident).getProcessDefinition().getHistoryTimeToLive();
                Date now = ClockUtil.getCurrentTime();
                if (days != null)
                    ((HistoricIncidentEventEntity) event)
                            .setRemovalTime(Date.from(now.toInstant().plus(Duration.ofDays(days))));
            }
            return event;
        }

        private static boolean isTechnique(DelegateExecution execution) {
            return TECHNIQUE.contains(
                    ((ExecutionEntity) execution).getProcessDefinition().getKey());
        }
    }
}

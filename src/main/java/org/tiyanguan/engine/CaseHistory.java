package org.tiyanguan.engine;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps history of cases only. Processes that are mere technique would write most of it: what they do stands in tables
 * of our own, and what fails in incidents, which are kept. Why: docs/adr/0003-history.md
 */
@Component
class CaseHistory extends AbstractProcessEnginePlugin {

    private static final Set<String> TECHNIQUE = Set.of("notice", "webhook", "practice-proposal");

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

        private static boolean isTechnique(DelegateExecution execution) {
            return TECHNIQUE.contains(
                    ((ExecutionEntity) execution).getProcessDefinition().getKey());
        }
    }
}

package org.tiyanguan.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.DefaultHitPolicyHandlerRegistry;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.FirstHitPolicyHandler;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.HitPolicyEntry;
import org.camunda.bpm.dmn.engine.impl.spi.hitpolicy.DmnHitPolicyHandler;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.result.DecisionResultMapper;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A decision table never stops a case, whatever its rows say about it: where no row matches, the result is nothing, and
 * where one answer is wanted and several rows match, it is the first of them. The engine would refuse the act of
 * whoever led there, until somebody mends the table.
 */
@Component
class DecisionResults extends AbstractProcessEnginePlugin {

    private static final Logger log = LoggerFactory.getLogger(DecisionResults.class);

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBpmnParseFactory(Parse::new);
        if (engine.getDmnEngineConfiguration() == null)
            engine.setDmnEngineConfiguration(
                    (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration());
        engine.getDmnEngineConfiguration().getTransformer().setHitPolicyHandlerRegistry(new HitPolicies());
    }

    private static class HitPolicies extends DefaultHitPolicyHandlerRegistry {

        @Override
        public DmnHitPolicyHandler getHandler(HitPolicy policy, BuiltinAggregator aggregator) {
            boolean wantsOne = aggregator == null && (policy == HitPolicy.UNIQUE || policy == HitPolicy.ANY);
            return wantsOne ? new First(policy) : super.getHandler(policy, aggregator);
        }
    }

    private static class First extends FirstHitPolicyHandler {

        private final HitPolicy policy;

        First(HitPolicy policy) {
            this.policy = policy;
        }

        @Override
        public HitPolicyEntry getHitPolicyEntry() {
            return new HitPolicyEntry(policy, null);
        }

        @Override
        public DmnDecisionTableEvaluationEvent apply(DmnDecisionTableEvaluationEvent event) {
            if (event.getMatchingRules().size() > 1)
                log.warn(
                        "Several rows of decision table '{}' match, and its hit policy is {}; the first one counts.",
                        event.getDecisionTable().getKey(),
                        policy);
            return super.apply(event);
        }
    }

    private static class Parse extends BpmnParse {

        Parse(BpmnParser parser) {
            super(parser);
        }

        @Override
        protected DecisionResultMapper parseDecisionResultMapper(Element task) {
            DecisionResultMapper engines = super.parseDecisionResultMapper(task);
            String how = task.attributeNS(CAMUNDA_BPMN_EXTENSIONS_NS, "mapDecisionResult");
            if (how == null) return engines;
            return switch (how) {
                case "singleEntry" ->
                    result -> result.isEmpty()
                            ? null
                            : first(result.getResultList().get(0));
                case "singleResult" ->
                    result -> result.isEmpty() ? null : result.getResultList().get(0);
                case "collectEntries" -> DecisionResults::firstColumn;
                default -> engines;
            };
        }
    }

    private static List<Object> firstColumn(DmnDecisionResult result) {
        return result.getResultList().stream().map(DecisionResults::first).toList();
    }

    private static @Nullable Object first(Map<String, Object> row) {
        return row.values().stream().findFirst().orElse(null);
    }
}

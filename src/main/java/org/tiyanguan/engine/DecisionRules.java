package org.tiyanguan.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Expression;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.ModelException;

/** The rules for a decision table: it is kept for a time that somebody chose, and speaks FEEL only. */
record DecisionRules(String file, DmnModelInstance model) {

    static Optional<DecisionRules> read(String file, byte[] content, List<ModelFault> faults) {
        try {
            return Optional.of(new DecisionRules(file, Dmn.readModelFromStream(new ByteArrayInputStream(content))));
        } catch (ModelException e) {
            faults.add(DiagramRules.unreadable(file, e));
            return Optional.empty();
        }
    }

    boolean defines(String key) {
        return decisions().anyMatch(decision -> decision.getId().equals(key));
    }

    void check(List<ModelFault> faults) {
        decisions().forEach(decision -> {
            if (decision.getCamundaHistoryTimeToLiveString() == null)
                faults.add(new ModelFault(file, element(decision), "ttl"));
            if (languages(decision).anyMatch(language -> !language.toLowerCase().contains("feel")))
                faults.add(new ModelFault(file, element(decision), "decision.language"));
        });
    }

    private Stream<Decision> decisions() {
        return model.getModelElementsByType(Decision.class).stream();
    }

    private Stream<String> languages(Decision decision) {
        return Stream.of(
                        Stream.of(model.getDefinitions().getExpressionLanguage()),
                        model.getModelElementsByType(LiteralExpression.class).stream()
                                .map(LiteralExpression::getExpressionLanguage),
                        model.getModelElementsByType(UnaryTests.class).stream().map(UnaryTests::getExpressionLanguage))
                .flatMap(found -> found)
                .filter(language -> language != null && !language.isEmpty());
    }

    private static String element(Decision decision) {
        return DiagramRules.element(decision.getId(), decision.getName());
    }
}

package org.tiyanguan.engine.models;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;

/** The rules for a decision table: it is kept for a time that somebody chose, and speaks FEEL only, by its words. */
record DecisionRules(ModelXml xml, DmnModelInstance model) {

    static Optional<DecisionRules> read(String file, byte[] content, List<ModelFault> faults) {
        return ModelXml.read(file, content, faults).flatMap(xml -> {
            xml.check(ModelWords.OF_DECISIONS, faults);
            try {
                return Optional.of(new DecisionRules(xml, Dmn.readModelFromStream(new ByteArrayInputStream(content))));
            } catch (ModelException e) {
                faults.add(ModelFault.unreadable(file, e));
                return Optional.empty();
            }
        });
    }

    String file() {
        return xml.file();
    }

    boolean defines(String key) {
        return decisions().anyMatch(decision -> key.equals(decision.getId()));
    }

    void check(List<ModelFault> faults) {
        decisions().forEach(decision -> {
            if (decision.getCamundaHistoryTimeToLiveString() == null)
                faults.add(new ModelFault(file(), element(decision), "ttl"));
        });
    }

    private Stream<Decision> decisions() {
        return model.getModelElementsByType(Decision.class).stream();
    }

    private static String element(Decision decision) {
        return ModelFault.element(decision.getId(), decision.getName());
    }
}

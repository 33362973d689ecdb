package org.tiyanguan.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Decision tables that pages ask; those of a process are asked by its diagram. */
@Component
public class Decisions {

    public static final String OFFICER_RATING = "officer-rating";

    /** Their keys: no diagram has to use them. */
    public static final Set<String> ASKED_BY_PAGES = Set.of(OFFICER_RATING);

    private final DecisionService decisions;

    Decisions(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** What each rule that matches says, by the names of the outputs, in the order of the rules. */
    public List<Map<String, Object>> matches(String key, Map<String, ?> inputs) {
        return decisions.evaluateDecisionTableByKey(key, Map.copyOf(inputs)).getResultList();
    }
}

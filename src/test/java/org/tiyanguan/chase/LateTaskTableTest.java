package org.tiyanguan.chase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;

/** The decision table {@code late-task}: whom it names for each step of each diagram. */
@IntegrationTest
class LateTaskTableTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    DecisionService decisions;

    @Test
    void the_table_knows_whom_to_tell_of_each_step_of_each_diagram() {
        List<String> words = List.of("nobody", "doer", "head", "center", "center-leader");
        for (String step :
                Stream.concat(steps(), Stream.of("of-another-process")).toList())
            for (String stage : Arrays.asList("SOON", "OVERDUE", null))
                for (String whose :
                        Arrays.asList("center", "center-leader", "officer", "department", "unit", "person", null)) {
                    Map<String, Object> asked = new HashMap<>();
                    asked.put("step", step);
                    asked.put("stage", stage);
                    asked.put("whose", whose);
                    String whom = decisions
                            .evaluateDecisionTableByKey("late-task", asked)
                            .getSingleEntry();
                    assertThat(words).containsAll(List.of(whom.split(", ")));
                }
    }

    private Stream<String> steps() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(definition ->
                        repository
                                .getBpmnModelInstance(definition.getId())
                                .getModelElementsByType(UserTask.class)
                                .stream())
                .map(UserTask::getId);
    }
}

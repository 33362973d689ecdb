package org.tiyanguan.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Camunda Modeler offers to designers, {@code .camunda/element-templates}, is what our diagrams do and what the
 * beans have. Calls in listeners, conditions and due dates have no template on purpose: they belong to the one task or
 * way that they stand at.
 */
class ElementTemplatesTest {

    /** A step of the diagrams, as far as a template could make it. */
    private record Step(String element, String id, Map<String, String> attributes, Set<String> extensions) {

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        for (Path file : in("processes")) {
            if (!file.toString().endsWith(".bpmn")) continue;
            var model = Bpmn.readModelFromFile(file.toFile());
            for (Class<? extends Task> type : List.of(ServiceTask.class, SendTask.class, BusinessRuleTask.class))
                for (Task task : model.getModelElementsByType(type)) steps.add(step(task));
        }
        return steps.stream();
    }

    static Stream<JsonNode> templates() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (Path file : in(".camunda/element-templates"))
            new ObjectMapper().readTree(file.toFile()).forEach(all::add);
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void every_step_of_our_diagrams_can_be_had_from_a_template(Step step) throws IOException {
        assertThat(templates()).anyMatch(template -> makes(template, step));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_template_passes_the_check_of_models(JsonNode template) {
        ModelExpressions expressions = new ModelExpressions(OurModels.published());
        List<String> faults = new ArrayList<>();
        for (JsonNode property : template.get("properties"))
            values(property).filter(ModelExpressions::isExpression).forEach(value -> {
                expressions.check(
                        value, Set.of(), (rule, facts) -> faults.add(value + " " + rule + " " + List.of(facts)));
                if (expressions.reachesOutside(value))
                    assertThat(attributes(template).get("asyncBefore"))
                            .as(value)
                            .containsExactly("true");
            });
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_template_speaks_chinese(JsonNode template) {
        assertThat(List.of(template.get("name"), template.get("description"), template.at("/category/name")))
                .allSatisfy(text -> assertThat(text.asText()).matches(".*\\p{IsHan}.*"));
        for (JsonNode property : template.get("properties")) {
            if (property.get("type").asText().equals("Hidden")) continue;
            assertThat(property.get("label").asText()).matches(".*\\p{IsHan}.*");
            assertThat(property.get("description").asText()).matches(".*\\p{IsHan}.*");
            property.path("choices")
                    .forEach(choice -> assertThat(choice.get("name").asText()).matches(".*\\p{IsHan}.*"));
        }
    }

    @Test
    void no_two_templates_have_one_id() throws IOException {
        assertThat(templates().map(template -> template.get("id").asText())).doesNotHaveDuplicates();
    }

    private static boolean makes(JsonNode template, Step step) {
        return template.get("appliesTo").get(0).asText().equals("bpmn:" + step.element)
                && matches(attributes(template), step.attributes)
                && extensions(template).equals(step.extensions);
    }

    /** The template has these attributes and no others, and offers the step's value of each. */
    private static boolean matches(Map<String, List<String>> offered, Map<String, String> attributes) {
        return offered.keySet().equals(attributes.keySet())
                && attributes.entrySet().stream()
                        .allMatch(a -> offered.get(a.getKey()).contains(a.getValue()));
    }

    /** The values that the template sets or lets one choose, by attribute. */
    private static Map<String, List<String>> attributes(JsonNode template) {
        return properties(template)
                .filter(property -> property.at("/binding/type").asText().equals("property"))
                .collect(Collectors.toMap(
                        property -> property.at("/binding/name").asText().replace("camunda:", ""),
                        property -> values(property).toList()));
    }

    /** Inputs and listeners. */
    private static Set<String> extensions(JsonNode template) {
        return properties(template)
                .filter(property -> !property.at("/binding/type").asText().equals("property"))
                .map(property -> property.at("/binding/name")
                                .asText(property.at("/binding/event").asText()) + "="
                        + property.get("value").asText())
                .collect(Collectors.toSet());
    }

    private static Stream<JsonNode> properties(JsonNode template) {
        List<JsonNode> properties = new ArrayList<>();
        template.get("properties").forEach(properties::add);
        return properties.stream();
    }

    private static Stream<String> values(JsonNode property) {
        if (!property.has("choices")) return Stream.of(property.path("value").asText());
        return property.findValues("choices").stream().flatMap(choices -> choices.findValuesAsText("value").stream());
    }

    private static Step step(Task task) {
        Map<String, String> attributes = Stream.of(
                        "expression",
                        "resultVariable",
                        "asyncBefore",
                        "jobPriority",
                        "decisionRef",
                        "decisionRefBinding",
                        "mapDecisionResult")
                .filter(name -> task.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, name) != null)
                .collect(Collectors.toMap(
                        name -> name, name -> task.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, name)));
        Set<String> extensions = new HashSet<>();
        if (task.getExtensionElements() != null) {
            task.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaExecutionListener.class)
                    .list()
                    .forEach(listener ->
                            extensions.add(listener.getCamundaEvent() + "=" + listener.getCamundaExpression()));
            task.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
                    .map(CamundaInputParameter.class::cast)
                    .filter(input -> input.getParentElement()
                            .getParentElement()
                            .getParentElement()
                            .equals(task))
                    .forEach(input -> extensions.add(input.getCamundaName() + "="
                            + input.getTextContent().strip()));
        }
        String element = task.getElementType().getTypeName();
        return new Step(
                Character.toUpperCase(element.charAt(0)) + element.substring(1), task.getId(), attributes, extensions);
    }

    private static List<Path> in(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().toList();
        }
    }
}

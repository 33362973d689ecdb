package org.tiyanguan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a program that does not care for the browser's checks sends to the real forms: all refused, nothing changed. And
 * what becomes of each task that has a form when nobody is there to fill it in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WrongSubmissions {

    /** Sends half a character as it is, which UTF-8 cannot. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    public record Wrong(String field, String change) {}

    public record Form(String name, String user, String right, List<Wrong> wrong) {

        @Override
        public String toString() {
            return name;
        }
    }

    @Autowired
    RuntimeService runtime;

    @Autowired
    TestRestTemplate http;

    @Autowired
    TaskService tasks;

    @Autowired
    Absences absences;

    @Autowired
    JdbcClient jdbc;

    /**
     * Of each form: who fills it in, a right answer, and wrong ones as {@code field at fault | change to the answer}.
     */
    protected abstract String table();

    /** A case that waits at the task which has that form; null where the form starts one. */
    protected abstract String caseAt(String form);

    /** The key of the process that the form starts. */
    protected abstract String processStartedBy(String form);

    /** The id of the case's task that has that form. */
    protected abstract String taskOf(String form, String number);

    /** All that a submission may change about the case. */
    protected abstract String stateOf(String number);

    public static Stream<Form> read(String table) {
        return Stream.of(table.split("(?m)^# ")).skip(1).map(block -> {
            List<String[]> lines =
                    block.lines().map(line -> line.split(" \\| ")).toList();
            List<Wrong> wrong = lines.stream()
                    .skip(1)
                    .map(line -> new Wrong(line[0], line[1]))
                    .toList();
            return new Form(lines.get(0)[0], lines.get(0)[1], lines.get(0)[2], wrong);
        });
    }

    protected Stream<Form> forms() {
        return read(table());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void wrong_submissions_are_refused_at_the_field_and_change_nothing(Form form) throws Exception {
        String number = caseAt(form.name());
        String before = state(number);
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < form.wrong().size(); i++) {
            Wrong wrong = form.wrong().get(i);
            ResponseEntity<String> answer =
                    submit(form, number, wrong.change(), i % 2 == 0 ? "complete" : "submit-form");
            softly.assertThat(answer.getStatusCode().value())
                    .as("%s: %s", wrong, answer.getBody())
                    .isEqualTo(400);
            if (answer.getStatusCode().value() != 400) continue;
            JsonNode fault = JSON.readTree(answer.getBody());
            softly.assertThat(fault.path("errors").findValuesAsText("field"))
                    .as("%s: %s", wrong, fault)
                    .contains(wrong.field());
            softly.assertThat(fault.path("message").asText()).as("%s", wrong).matches("(?s).*\\p{IsHan}.*");
        }
        softly.assertThat(state(number)).isEqualTo(before);
        softly.assertAll();
        ResponseEntity<String> answer = submit(form, number, "{}", "submit-form");
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(answer.getBody())
                .isTrue();
        assertThat(state(number)).isNotEqualTo(before);
    }

    /** Every task of the process's diagrams is among them: each has a form, and each form is in a table. */
    protected Stream<Form> tasksOfDiagrams() {
        Set<String> used = Stream.of(new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn")))
                .flatMap(file -> Bpmn.readModelFromFile(file).getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getCamundaFormRef)
                .collect(Collectors.toSet());
        return forms().filter(form -> used.contains(form.name()));
    }

    @ParameterizedTest
    @MethodSource("tasksOfDiagrams")
    void a_task_that_nobody_can_do_is_told_at_once_and_goes_on_when_somebody_is_there(Form form) throws Exception {
        String number = caseAt(form.name());
        String before = state(number);
        Task task = tasks.createTaskQuery().taskId(taskOf(form.name(), number)).singleResult();
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        assertThat(told(number)).isEmpty();
        try {
            if (groups.isEmpty()) absences.accountIsDeleted(task.getAssignee());
            groups.forEach(absences::everybodyLeaves);
            // Some features take back what they asked of somebody who leaves: nothing is left to do.
            if (tasks.createTaskQuery().taskId(task.getId()).count() == 0) {
                assertThat(state(number)).isNotEqualTo(before);
                return;
            }
            assertThat(told(number))
                    .containsAnyElementsOf(groups.contains("center") ? List.of("leader") : List.of("center"));
        } finally {
            absences.allReturn();
        }
        // What was for nobody else is nobody's by now: an administrator gives it to whom it is for.
        if (groups.isEmpty()) tasks.setAssignee(task.getId(), form.user());
        ResponseEntity<String> answer = submit(form, number, "{}", "submit-form");
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(answer.getBody())
                .isTrue();
        assertThat(state(number)).isNotEqualTo(before);
    }

    /** Who heard that nobody can do the case's task. */
    private List<String> told(String number) {
        return jdbc.sql("""
                        select distinct recipient from notice
                        where template like 'unattended%' and (number = :number or data like '%' || :number || ' %')""").param("number", number).query(String.class).list();
    }

    private String state(String number) {
        return number == null ? "cases: " + runtime.createProcessInstanceQuery().count() : stateOf(number);
    }

    protected ResponseEntity<String> submit(Form form, String number, String change, String how) throws Exception {
        ObjectNode answer = (ObjectNode) JSON.readTree(form.right());
        answer.setAll((ObjectNode) JSON.readTree(change.replace("%LONG%", "长".repeat(2001))));
        ObjectNode variables = JSON.createObjectNode();
        answer.fields().forEachRemaining(field -> variables.set(field.getKey(), typed(field.getValue())));
        String path = number == null
                ? "process-definition/key/" + processStartedBy(form.name()) + "/"
                        + (how.equals("complete") ? "start" : how)
                : "task/" + taskOf(form.name(), number) + "/" + how;
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        String body = JSON.writeValueAsString(Map.of("variables", variables));
        return http.withBasicAuth(form.user(), "Demo#2026")
                .exchange("/engine-rest/" + path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
    }

    /** As Tasklist sends values: lists as Json, the rest as it is. */
    private static JsonNode typed(JsonNode value) {
        if (value.has("type")) return value;
        ObjectNode typed = JSON.createObjectNode();
        return value.isContainerNode()
                ? typed.put("type", "Json").put("value", value.toString())
                : typed.set("value", value);
    }
}

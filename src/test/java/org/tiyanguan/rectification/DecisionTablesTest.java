package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;

/** No decision table stops a case, whatever it is asked. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class DecisionTablesTest {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "大厅一楼增设母婴休息区",
            "户口、社保、税",
            "𠮷😀👨‍👩‍👧",
            "\u202e\u0000\uffff",
            "{}[]\"'\\${x}",
            "税".repeat(4000),
            "𠮷".repeat(2000),
            "");

    @Autowired
    Loop loop;

    @Autowired
    LoopVariables variables;

    @Autowired
    DecisionService decisions;

    @Autowired
    ObjectMapper json;

    @Test
    void a_finding_for_which_no_department_is_recognised_is_assigned_by_the_centre() throws IOException {
        Map<String, Object> form = Loop.problem();
        form.putAll(Map.of("title", "大厅一楼增设母婴休息区", "description", "带孩子来的人没有地方休息。", "serviceItem", "大厅服务"));
        String number = loop.report(form);
        loop.accept(number);
        Task assign = loop.task(number, "center-assign");
        assertThat(json.readTree(variables.of(assign, "caseView").toString())
                        .at("/proposal/departments")
                        .asText())
                .isEqualTo("没有识别出责任单位，请在下面选择");
        assertThat(loop.visibleTo(assign)).containsEntry("department1", null).containsEntry("acceptDays", 1);
        loop.assign(number, "yibao");
        assertThat(loop.openTasks(number)).containsExactly("department-accept");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_table_answers_whatever_it_is_asked(File file) throws IOException {
        DmnModelInstance table = Dmn.readModelFromFile(file);
        String key = file.getName().replace(".dmn", "");
        for (int i = 0; i < TEXTS.size(); i++) {
            Map<String, Object> asked = new HashMap<>();
            for (Input input : table.getModelElementsByType(Input.class))
                asked.put(input.getInputExpression().getText().getTextContent(), value(input, i));
            assertThat(decisions
                            .evaluateDecisionByKey(key)
                            .variables(asked)
                            .evaluate()
                            .getResultList())
                    .as("%s of %s", key, asked)
                    .allSatisfy(row -> assertThat(row.values())
                            .allMatch(one -> one instanceof String || one instanceof Number || one instanceof Boolean));
        }
    }

    @Test
    void a_finding_of_any_text_comes_to_the_department() {
        for (String text : TEXTS) {
            if (text.isBlank() || text.contains("\u0000")) continue;
            Map<String, Object> form = Loop.problem();
            form.put("description", cut(text + "排队过久", 2000));
            String number = loop.report(form);
            loop.accept(number);
            loop.assign(number, "gongan");
            assertThat(loop.openTasks(number)).as(text).containsExactly("department-accept");
        }
    }

    /** Of the type that the table says; the last is nothing at all. */
    private static Object value(Input input, int i) {
        if (i == TEXTS.size() - 1) return null;
        return switch (input.getInputExpression().getTypeRef()) {
            case "string" -> TEXTS.get(i);
            case "boolean" -> i % 2 == 0;
            default -> List.of(0, -1, 1_000_000).get(i % 3);
        };
    }

    static Stream<File> tables() {
        return Stream.of(new File("processes").listFiles())
                .filter(file -> file.getName().endsWith(".dmn"));
    }

    /** Without cutting a sign in two. */
    private static String cut(String text, int length) {
        if (text.length() <= length) return text;
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}

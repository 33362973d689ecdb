package org.tiyanguan.engine.forms;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;

/** Forms of a few words, what is sent with them, and what is wrong with it. */
final class CheckedForms {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Still 9 March in Greenwich. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-09T16:30:00Z"), SHANGHAI);

    static final FormCheck CHECK = new FormCheck(new FieldRules(new Texts(messages()), CLOCK));

    private CheckedForms() {}

    static List<String> faults(String type, String definition, Object value) {
        Map<String, Object> sent = new HashMap<>();
        sent.put("field", value);
        return faults(form(type, definition), sent, Map.of());
    }

    static List<String> faults(FormFile form, Map<String, Object> sent, Map<String, Object> known) {
        Refusal refusal = refusal(form, sent, known);
        return refusal == null
                ? List.of()
                : refusal.faults().stream().map(Refusal.Fault::message).toList();
    }

    /** Null if nothing is wrong. */
    static Refusal refusal(FormFile form, Map<String, Object> sent, Map<String, Object> known) {
        try {
            CHECK.check(form, variables(sent), variables(known));
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    private static VariableMap variables(Map<String, Object> values) {
        VariableMap variables = Variables.createVariables();
        variables.putAll(values);
        return variables;
    }

    static Object json(String text) {
        return SpinValues.jsonValue(text).create();
    }

    static FormFile form(String type, String definition) {
        return read("{'id': 'test', 'components': [{'key': 'field', 'type': '" + type + "', 'label': '项目'"
                + (definition.isEmpty() ? "" : ", " + definition) + "}]}");
    }

    /** With single quotes for double ones. */
    static FormFile read(String json) {
        String text = json.replace("\"", "\\\"").replace('\'', '"');
        return FormFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/form");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}

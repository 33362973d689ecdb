package org.tiyanguan.engine.forms;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;

/**
 * The fields of a process's start form, for pages that offer it to people without an account: one definition, two
 * places. What is filled in is checked where the process starts.
 */
@Component
public class StartForms {

    /**
     * One field as a page shows it; {@code type} is the form's, or {@code email}; {@code longest} is null where the
     * form names no limit, {@code options} by value.
     */
    public record Field(
            String key,
            String type,
            String label,
            String description,
            boolean required,
            @Nullable Integer longest,
            Map<String, String> options) {

        Field(FormFile.Field field) {
            this(
                    field.key(),
                    field.accepts().equals("email") ? "email" : field.type(),
                    field.label(),
                    field.definition().path("description").asText(""),
                    field.rule("required").asBoolean(),
                    field.rule("maxLength").isNumber() ? field.rule("maxLength").asInt() : null,
                    options(field));
        }

        /** The same field, which may be left empty; the description says what that means. */
        public Field optional(String description) {
            return new Field(key, type, label, description, false, longest, options);
        }

        /** The same field under another name, for a page that asks it several times. */
        public Field named(String key) {
            return new Field(key, type, label, description, required, longest, options);
        }

        private static Map<String, String> options(FormFile.Field field) {
            Map<String, String> options = new LinkedHashMap<>();
            field.definition()
                    .path("values")
                    .forEach(option -> options.put(
                            option.path("value").asText(), option.path("label").asText()));
            return options;
        }
    }

    private final FormService forms;
    private final RepositoryService repository;
    private final FormCheck check;

    StartForms(FormService forms, RepositoryService repository, FormCheck check) {
        this.forms = forms;
        this.repository = repository;
        this.check = check;
    }

    /**
     * Checks values without starting anything.
     *
     * @throws Refusal with a fault for each field that is wrong
     */
    public void check(String process, Map<String, Object> values) {
        check.check(form(process), Variables.fromMap(values), Variables.createVariables());
    }

    /** Of the newest version of the process, in the form's order. */
    public List<Field> of(String process) {
        return form(process).fields().stream().map(Field::new).toList();
    }

    /** What was typed into the fields, as the form holds it: a ticked box is true, what was left empty is nothing. */
    public static Map<String, Object> values(List<Field> fields, Map<String, ?> typed) {
        Map<String, Object> values = new HashMap<>();
        for (Field field : fields) {
            String value = typed.get(field.key()) == null
                    ? ""
                    : typed.get(field.key()).toString().strip();
            if (field.type().equals("checkbox")) values.put(field.key(), !value.isEmpty());
            else if (!value.isEmpty()) values.put(field.key(), value);
        }
        return values;
    }

    private FormFile form(String process) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        return FormFile.read(forms.getDeployedStartForm(definition));
    }
}

package org.tiyanguan.engine.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;

/**
 * Checks what somebody submits against the form that asked for it, as the browser should have done: only fields of the
 * form, none that the form hides or locks, each of its type and within its rules. All that is wrong is said at once.
 */
@Component
public class FormCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a form cannot send: files, Java objects, dates as such. */
    private static final Object NO_FORM_VALUE = new Object();

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
    private final FieldRules rules;

    /** Parsed, by their texts; there are as many as deployed forms have. */
    private final Map<String, ParseResult> parsed = new ConcurrentHashMap<>();

    public FormCheck(FieldRules rules) {
        this.rules = rules;
    }

    /**
     * @param known the values that the fields have and the form shows so far
     * @throws Refusal with a fault for each field that is wrong
     */
    void check(FormFile form, VariableMap submitted, VariableMap known) {
        Map<String, Object> before = values(known);
        Map<String, Object> sent = values(submitted);
        Map<String, Object> values = new HashMap<>(before);
        values.putAll(sent);
        List<Fault> faults = new ArrayList<>();
        Set<String> strangers = new HashSet<>(sent.keySet());
        for (FormFile.Field field : form.fields()) {
            strangers.remove(field.key());
            Object value = sent.get(field.key());
            if (isHidden(field, values)) {
                if (!FieldRules.isEmpty(value)) faults.add(rules.fault(field, "hidden"));
                values.put(field.key(), null);
            } else if (isLocked(field, values)) {
                if (sent.containsKey(field.key()) && !Objects.equals(value, before.get(field.key())))
                    faults.add(rules.fault(field, "locked"));
            } else {
                rules.check(field, values.get(field.key()), text -> evaluate(text, values))
                        .ifPresent(faults::add);
            }
        }
        strangers.stream().sorted().map(rules::unknown).forEach(faults::add);
        if (!faults.isEmpty()) throw new Refusal(faults);
    }

    /** Whether it is an expression that can be evaluated. */
    public boolean canRead(String expression) {
        return feel.parseExpression(withoutMark(expression)).isSuccess();
    }

    /** For who submits a task that was delegated to them. */
    Refusal delegated() {
        return new Refusal(null, rules.say("delegated"));
    }

    private boolean isHidden(FormFile.Field field, Map<String, Object> values) {
        return field.hiddenWhen().stream().anyMatch(condition -> Boolean.TRUE.equals(evaluate(condition, values)));
    }

    private boolean isLocked(FormFile.Field field, Map<String, Object> values) {
        if (field.definition().path("disabled").asBoolean()) return true;
        var readonly = field.definition().path("readonly");
        return readonly.isTextual() ? Boolean.TRUE.equals(evaluate(readonly.asText(), values)) : readonly.asBoolean();
    }

    /** Null, as in the browser, when the expression cannot be evaluated. */
    private @Nullable Object evaluate(String expression, Map<String, Object> values) {
        ParseResult known = parsed.computeIfAbsent(expression, text -> feel.parseExpression(withoutMark(text)));
        if (known.isFailure()) return null;
        EvaluationResult result = feel.evaluate(known.parsedExpression(), values);
        return result.isSuccess() ? result.result() : null;
    }

    /** A form marks an expression by an equals sign. */
    private static String withoutMark(String expression) {
        return expression.replaceFirst("^\\s*=", "");
    }

    private static Map<String, Object> values(VariableMap variables) {
        Map<String, Object> values = new HashMap<>();
        variables.keySet().forEach(name -> values.put(name, plain(variables.<TypedValue>getValueTyped(name))));
        return values;
    }

    /** Text, number, truth value, list or map; never deserializes a Java object. */
    private static @Nullable Object plain(TypedValue value) {
        if (value == null) return null;
        ValueType type = value.getType();
        // Java's own callers give values without a type.
        if (type == null || type.isPrimitiveValueType())
            return isPlain(value.getValue()) ? value.getValue() : NO_FORM_VALUE;
        if (!type.getName().equals("json")) return NO_FORM_VALUE;
        try {
            String text = ((SerializableValue) value).getValueSerialized();
            // Without a text there is nothing to deserialize, where another transaction has just deleted it for
            // instance.
            if (text == null)
                text = ((SerializableValue) value).isDeserialized() ? String.valueOf(value.getValue()) : "null";
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return NO_FORM_VALUE;
        }
    }

    private static boolean isPlain(Object value) {
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}

package org.tiyanguan.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a {@code .form} file asks for; the file is the only place where a field is defined.
 *
 * @param types of all components
 * @param expressions all FEEL of the form
 */
public record FormFile(String id, List<Field> fields, Set<String> types, List<String> expressions) {

    /** Asks for nothing. */
    static final FormFile NONE = new FormFile("", List.of(), Set.of(), List.of());

    /** The field types that Tasklist renders and {@link FormCheck} checks. */
    public static final Set<String> TYPES = Set.of(
            "textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist", "datetime");

    /** The properties of components that may hold FEEL. */
    private static final List<String> EXPRESSIONS =
            List.of("hide", "valuesExpression", "dataSource", "readonly", "min", "max", "minLength", "maxLength");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code hiddenWhen} are the FEEL conditions, its own and those of the groups around it, that hide the field. */
    public record Field(String key, String type, JsonNode definition, List<String> hiddenWhen) {

        String label() {
            return definition
                    .path("label")
                    .asText(definition
                            .path("dateLabel")
                            .asText(definition.path("timeLabel").asText(key)));
        }

        /** What kind of text it takes beside any: {@code phone}, {@code mobile}, {@code email}; otherwise empty. */
        String accepts() {
            String accepts = definition.path("properties").path("accepts").asText("");
            return accepts.isEmpty() && rule("validationType").asText().equals("email") ? "email" : accepts;
        }

        public JsonNode rule(String name) {
            return definition.path("validate").path(name);
        }
    }

    public static FormFile read(InputStream file) {
        try (file) {
            JsonNode form = JSON.readTree(file);
            List<Field> fields = new ArrayList<>();
            collect(form, List.of(), fields);
            return new FormFile(
                    form.path("id").asText(),
                    List.copyOf(fields),
                    Set.copyOf(form.findValuesAsText("type")),
                    expressions(form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> expressions(JsonNode form) {
        return EXPRESSIONS.stream()
                .flatMap(name -> form.findValues(name).stream())
                .map(JsonNode::asText)
                .filter(text -> text.startsWith("="))
                .toList();
    }

    private static void collect(JsonNode parent, List<String> hiddenWhen, List<Field> fields) {
        for (JsonNode component : parent.path("components")) {
            List<String> hides = new ArrayList<>(hiddenWhen);
            JsonNode hide = component.path("conditional").path("hide");
            if (hide.isTextual()) hides.add(hide.asText());
            if (component.has("key"))
                fields.add(new Field(
                        component.get("key").asText(), component.path("type").asText(), component, hides));
            collect(component, hides, fields);
        }
    }
}

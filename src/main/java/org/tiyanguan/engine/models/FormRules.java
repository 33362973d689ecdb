package org.tiyanguan.engine.models;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tiyanguan.engine.forms.FormCheck;
import org.tiyanguan.engine.forms.FormFile;

/** What a {@code .form} file must hold so that Tasklist shows it and {@link FormCheck} can check it. */
record FormRules(String file, FormFile form) {

    /** Without a value of their own; what 7.24's Tasklist renders. */
    private static final Set<String> SHOWN =
            Set.of("text", "html", "table", "image", "spacer", "separator", "group", "default");

    /** Nothing that two readers could take for two things. */
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    static Optional<FormRules> read(String file, byte[] content, List<ModelFault> faults) {
        try {
            JsonNode json = STRICT.readTree(content);
            words(file, "", "form", json, faults);
            FormFile form = FormFile.read(new ByteArrayInputStream(content));
            if (ModelCheck.plainName(file).equals(form.id() + ".form")) return Optional.of(new FormRules(file, form));
            faults.add(new ModelFault(file, "", "form.id", form.id()));
        } catch (IOException e) {
            faults.add(new ModelFault(
                    file,
                    "",
                    "unreadable",
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
        return Optional.empty();
    }

    /** Each property that is not on the list is a fault at its component. */
    private static void words(String file, String at, String place, JsonNode json, List<ModelFault> faults) {
        if (json.isArray()) json.forEach(one -> words(file, at, place, one, faults));
        if (!json.isObject()) return;
        String where = json.path("key").asText(json.path("id").asText(at));
        if (!ModelWords.OF_FORMS.knows(place)) faults.add(new ModelFault(file, where, "word.unknown", place));
        else
            json.properties().forEach(property -> {
                String name = property.getKey();
                JsonNode value = property.getValue();
                if (!ModelWords.OF_FORMS.knows(place, name))
                    faults.add(new ModelFault(file, where, "word.unknown", name));
                else if (!ModelWords.OF_FORMS.takes(place, name, value.asText()))
                    faults.add(new ModelFault(file, where, "word.value", name, value.asText()));
                else words(file, where, name, value, faults);
            });
    }

    void check(FormCheck checker, List<ModelFault> faults) {
        Set<String> keys = new HashSet<>();
        for (FormFile.Field field : form.fields()) {
            if (!keys.add(field.key())) faults.add(new ModelFault(file, field.key(), "form.twice"));
            if (!isPattern(field.rule("pattern").asText()))
                faults.add(new ModelFault(file, field.key(), "form.pattern"));
        }
        form.types().stream()
                .filter(type -> !SHOWN.contains(type) && !FormFile.TYPES.contains(type))
                .sorted()
                .forEach(type -> faults.add(new ModelFault(file, type, "form.type")));
        form.expressions().stream()
                .filter(expression -> !checker.canRead(expression))
                .forEach(expression -> faults.add(new ModelFault(file, expression, "form.expression")));
    }

    private static boolean isPattern(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}

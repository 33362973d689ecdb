package org.tiyanguan.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was filled in, as a task hands it over after it was checked against its form. */
public final class FormValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormValues() {}

    /** Null for what was left empty. */
    public static @Nullable String text(Map<String, Object> form, String key) {
        Object value = form.get(key);
        return value == null || Unseen.isAll(value.toString())
                ? null
                : value.toString().strip();
    }

    /** What the form says in a field that it does not let pass empty. */
    public static String required(Map<String, Object> form, String key) {
        return Objects.requireNonNull(text(form, key), () -> "the form has checked that there is a " + key);
    }

    /** What was chosen of a list, each once; forms send it as JSON. */
    public static List<String> chosen(Map<String, Object> form, String key) {
        Object value = form.get(key);
        if (value == null) return List.of();
        try {
            return JSON.readValue(value.toString(), new TypeReference<List<String>>() {}).stream()
                    .distinct()
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

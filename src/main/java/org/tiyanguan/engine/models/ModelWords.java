package org.tiyanguan.engine.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The closed list of what a kind of model file may hold, {@code models/…-words.txt}: elements, their attributes, and
 * what values these may have. Nothing else gets in, so that nothing has to be known of what else the engine would
 * understand.
 */
class ModelWords {

    private static final Pattern ANYTHING = Pattern.compile("(?s).*");

    static final ModelWords OF_DIAGRAMS = new ModelWords("diagram-words.txt");
    static final ModelWords OF_DECISIONS = new ModelWords("decision-words.txt");
    static final ModelWords OF_FORMS = new ModelWords("form-words.txt");

    /** The prefixes that this list uses, by namespace; a file may use others. */
    private final Map<String, String> prefixes = new HashMap<>();

    /** By element, with prefix: its attributes and their values. */
    private final Map<String, Map<String, Pattern>> words = new HashMap<>();

    private ModelWords(String file) {
        Map<String, Map<String, Pattern>> sets = new HashMap<>();
        lines(file).forEach(line -> {
            List<String> parts = List.of(line.split(" "));
            switch (parts.get(0)) {
                case "ns" -> prefixes.put(parts.get(2), parts.get(1));
                case "set" -> sets.put("@" + parts.get(1), attributes(parts.subList(2, parts.size()), sets));
                default -> {
                    Map<String, Pattern> attributes = attributes(parts.subList(1, parts.size()), sets);
                    attributes.putAll(sets.get("@any"));
                    words.put(parts.get(0), attributes);
                }
            }
        });
    }

    boolean knowsNamespace(String uri) {
        return prefixes.containsKey(uri);
    }

    /** The name as this list writes it, without a prefix where there is no namespace. */
    String word(String namespace, String name) {
        return namespace == null ? name : prefixes.get(namespace) + ":" + name;
    }

    boolean knows(String element) {
        return words.containsKey(element);
    }

    boolean knows(String element, String attribute) {
        Map<String, Pattern> attributes = words.getOrDefault(element, Map.of());
        return attributes.containsKey(attribute) || attributes.containsKey("*");
    }

    boolean takes(String element, String attribute, String value) {
        return words.getOrDefault(element, Map.of())
                .getOrDefault(attribute, ANYTHING)
                .matcher(value)
                .matches();
    }

    private static Map<String, Pattern> attributes(List<String> parts, Map<String, Map<String, Pattern>> sets) {
        Map<String, Pattern> attributes = new HashMap<>();
        for (String part : parts) {
            int values = part.indexOf('=');
            if (part.startsWith("@")) attributes.putAll(sets.get(part));
            else if (values < 0) attributes.put(part, ANYTHING);
            else attributes.put(part.substring(0, values), Pattern.compile(part.substring(values + 1)));
        }
        return attributes;
    }

    /** Of a file in {@code models/}, without comments. */
    static Stream<String> lines(String file) {
        try (InputStream content = ModelWords.class.getResourceAsStream("/models/" + file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.tiyanguan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each form file must hold so that Tasklist shows it and the database takes it. */
class FormFilesTest {

    private static final Path FORMS = Path.of("forms");
    private static final Path PROCESSES = Path.of("processes");
    private static final Pattern FORM_REF = Pattern.compile("camunda:formRef=\"([^\"]+)\"");

    /** What 7.24's Tasklist renders. */
    private static final Set<String> COMPONENTS = Set.of("text", "html", "textfield", "textarea", "number", "checkbox",
            "checklist", "radio", "select", "taglist", "datetime", "group", "dynamiclist", "table", "image", "spacer",
            "separator");

    static Stream<Path> forms() throws IOException {
        return Files.list(FORMS).filter(file -> file.toString().endsWith(".form")).sorted();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_is_named_after_its_file_and_has_only_what_tasklist_renders(Path file) throws IOException {
        JsonNode form = new ObjectMapper().readTree(file.toFile());
        assertThat(form.get("id").asText() + ".form").isEqualTo(file.getFileName().toString());
        Set<String> keys = new HashSet<>();
        for (JsonNode component : components(form)) {
            String type = component.get("type").asText();
            assertThat(COMPONENTS).contains(type);
            if (!component.has("key")) continue;
            assertThat(keys.add(component.get("key").asText())).as("%s is there once", component.get("key")).isTrue();
            String label = component.path("label").asText(component.path("dateLabel").asText());
            assertThat(label).as("label of %s", component.get("key")).matches(".*\\p{IsHan}.*");
            if (type.startsWith("text"))
                assertThat(component.path("validate").path("maxLength").asInt()).isBetween(1, 4000);
        }
    }

    @Test
    void every_form_that_a_diagram_names_exists() throws IOException {
        List<String> named = new ArrayList<>();
        try (Stream<Path> diagrams = Files.list(PROCESSES)) {
            diagrams.filter(file -> file.toString().endsWith(".bpmn"))
                    .forEach(file -> FORM_REF.matcher(read(file)).results().forEach(ref -> named.add(ref.group(1))));
        }
        assertThat(named).isNotEmpty();
        assertThat(named).allSatisfy(form -> assertThat(FORMS.resolve(form + ".form")).exists());
    }

    private static List<JsonNode> components(JsonNode parent) {
        List<JsonNode> all = new ArrayList<>();
        parent.path("components").forEach(component -> {
            all.add(component);
            all.addAll(components(component));
        });
        return all;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.tiyanguan.engine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What our forms promise to whoever fills them in, beyond what {@code ModelsTest} asks of every form. */
class FormFilesTest {

    private static final Path FORMS = Path.of("forms");

    static Stream<Path> forms() throws IOException {
        return Files.list(FORMS)
                .filter(file -> file.toString().endsWith(".form"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_field_has_a_chinese_label_and_every_text_an_end(Path file) throws IOException {
        JsonNode form = new ObjectMapper().readTree(file.toFile());
        for (JsonNode component : components(form)) {
            if (!component.has("key")) continue;
            String label =
                    component.path("label").asText(component.path("dateLabel").asText());
            assertThat(label).as("label of %s", component.get("key")).matches(".*\\p{IsHan}.*");
            if (component.get("type").asText().startsWith("text"))
                assertThat(component.path("validate").path("maxLength").asInt()).isBetween(1, 4000);
        }
    }

    private static List<JsonNode> components(JsonNode parent) {
        List<JsonNode> all = new ArrayList<>();
        parent.path("components").forEach(component -> {
            all.add(component);
            all.addAll(components(component));
        });
        return all;
    }
}

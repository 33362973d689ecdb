package org.tiyanguan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What pages and messages show as it is must be harmless, and must be what somebody can use. */
class TemplatesTest {

    private static final Pattern UNESCAPED = Pattern.compile("th:utext|\\[\\(");

    @Test
    void nothing_is_written_without_being_escaped() throws IOException {
        List<Path> templates;
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            templates = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        assertThat(templates).hasSizeGreaterThan(40);
        for (Path template : templates)
            assertThat(Files.readString(template)).as("%s", template).doesNotContainPattern(UNESCAPED);
    }

    @Test
    void a_message_about_models_shows_expressions_as_one_types_them() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding("UTF-8");
        messages.setBasenames("messages/model");
        for (String key : List.of("model.due", "model.implementation")) {
            String sentence = messages.getMessage(key, new Object[] {""}, Locale.CHINA);
            assertThat(sentence).contains("${").doesNotContain("'");
        }
    }
}

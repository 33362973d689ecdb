package org.tiyanguan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each template and fact that the loop uses has its texts. */
class NoticeTextsTest {

    private static final Path LOOP_NOTICES = Path.of("src/main/java/org/tiyanguan/rectification/LoopNotices.java");
    private static final Pattern TEMPLATE =
            Pattern.compile("(?:to\\w+|reporters\\.tell)\\((?:entry\\.number\\(\\), )?\"([a-z-]+)\"");
    private static final Pattern FACT = Pattern.compile("and\\(\"(\\w+)\"");

    @Test
    void every_template_says_what_happened_and_what_to_do_next() throws Exception {
        Properties texts = texts();
        // However its lines are broken.
        String source = Files.readString(LOOP_NOTICES).replaceAll("\\s+", " ").replace("( ", "(");
        var templates = TEMPLATE.matcher(source).results().map(m -> m.group(1)).toList();
        assertThat(templates).hasSizeGreaterThan(20);
        for (String template : templates)
            for (String part : new String[] {"subject", "lead", "next"})
                assertThat(texts.getProperty("notice." + template + "." + part))
                        .as(template + "." + part)
                        .isNotBlank();
        var facts = FACT.matcher(source).results().map(m -> m.group(1)).toList();
        assertThat(facts).isNotEmpty();
        for (String fact : facts)
            assertThat(texts.getProperty("fact." + fact)).as(fact).isNotBlank();
    }

    private static Properties texts() throws Exception {
        Properties texts = new Properties();
        try (var in = NoticeTextsTest.class.getResourceAsStream("/messages/notification.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}

package org.tiyanguan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our scripts run in browsers of 2020 (Chrome 80, Safari 13.1), which many officers' phones still have. */
class ScriptsTest {

    /** What came to Chrome or Safari later, of what one reaches for most easily. */
    private static final String NEWER = "AbortSignal\\.(timeout|any)|replaceChildren|requestSubmit|\\.replaceAll\\("
            + "|Object\\.(hasOwn|groupBy)|structuredClone|\\.(at|findLast|findLastIndex|toSorted|toReversed|with)\\("
            + "|Promise\\.any|(\\?\\?|\\|\\||&&)=|showModal|URL\\.canParse|showPicker|:has\\(";

    @Test
    void no_script_needs_a_newer_browser() throws IOException {
        List<Path> scripts;
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            scripts = files.filter(file -> file.toString().endsWith(".js")).toList();
        }
        assertThat(scripts).hasSizeGreaterThan(10);
        for (Path script : scripts)
            assertThat(Files.readString(script)).as("%s", script).doesNotContainPattern(NEWER);
    }
}

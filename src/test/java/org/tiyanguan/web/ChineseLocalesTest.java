package org.tiyanguan.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our Chinese texts of Camunda's web applications against the English ones they ship: after an upgrade none is missing.
 */
class ChineseLocalesTest {

    private static final Pattern VALUE =
            Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|</?(?:a|b|br|strong|em|code|p|ul|li)\\b[^>]*>");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    /** Names and signs that are the same in Chinese. */
    private static final Set<String> SAME = Set.of("ID", "CSV", "JSON", "Camunda", "YYYY-MM-DDTHH:mm:ss");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void every_text_is_there_in_chinese_with_the_same_values_in_it(String app) throws IOException {
        JsonNode english = read(app, "en");
        JsonNode chinese = read(app, "zh");
        assertThat(names(chinese)).isEqualTo(names(english));
        JsonNode labels = english.get("labels");
        assertThat(names(chinese.get("labels"))).isEqualTo(names(labels));
        for (String key : names(labels)) {
            String from = labels.get(key).asText();
            String to = chinese.get("labels").get(key).asText();
            assertThat(values(to)).as(key).isEqualTo(values(from));
            if (WORD.matcher(from).find() && !SAME.contains(from))
                assertThat(to).as(key).isNotEqualTo(from);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "admin", "cockpit"})
    void dates_are_chinese(String app) throws IOException {
        JsonNode dates = read(app, "zh").get("dateLocales");
        assertThat(names(dates)).isEqualTo(names(read(app, "en").get("dateLocales")));
        assertThat(dates.get("months"))
                .hasSize(12)
                .allSatisfy(month -> assertThat(month.asText()).endsWith("月"));
        assertThat(dates.get("weekdays"))
                .hasSize(7)
                .allSatisfy(day -> assertThat(day.asText()).startsWith("星期"));
    }

    private static JsonNode read(String app, String language) throws IOException {
        String path = "/META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json";
        try (InputStream file = ChineseLocalesTest.class.getResourceAsStream(path)) {
            return new ObjectMapper()
                    .readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", ""));
        }
    }

    private static Set<String> names(JsonNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text)
                .results()
                .map(ChineseLocalesTest::value)
                .sorted()
                .toList();
    }

    private static String value(MatchResult found) {
        return found.group(1) != null ? found.group(1) : found.group();
    }
}

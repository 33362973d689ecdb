package org.tiyanguan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.Yaml;

/** Checks docker-compose.yml and the Dockerfile as far as can be without a Docker engine. */
class ComposeTest {

    private static final Pattern OUR_SETTING =
            Pattern.compile("(SPRING|TIYANGUAN|SERVER|CAMUNDA|MANAGEMENT|LOGGING)_.+");

    private final Map<String, Object> compose = read("docker-compose.yml");
    private final Map<String, Map<String, Object>> services = map(compose.get("services"));

    @Test
    void every_setting_that_the_program_gets_exists() throws IOException {
        Set<String> known = environmentNamesOfAllSettings();
        assertThat(map(services.get("app").get("environment")).keySet())
                .allMatch(name -> OUR_SETTING.matcher(name).matches())
                .allMatch(known::contains);
    }

    @Test
    void every_variable_is_explained_in_the_example() throws IOException {
        String example = Files.readString(Path.of(".env.example"));
        Pattern.compile("\\$\\{(\\w+)")
                .matcher(Files.readString(Path.of("docker-compose.yml")))
                .results()
                .forEach(variable -> assertThat(example).contains("\n" + variable.group(1) + "="));
    }

    @Test
    void passwords_come_from_outside() {
        services.values().stream()
                .flatMap(service -> map(service.get("environment")).entrySet().stream())
                .filter(entry -> entry.getKey().endsWith("PASSWORD"))
                .forEach(entry -> assertThat((String) entry.getValue()).matches("\\$\\{\\w+:\\?.+}"));
    }

    @Test
    void every_service_has_a_health_check_and_a_pinned_image() {
        assertThat(services).containsOnlyKeys("app", "postgres", "mailpit", "proxy");
        services.forEach((name, service) -> {
            assertThat(map(service.get("healthcheck"))).as(name).containsKeys("test", "interval", "timeout", "retries");
            assertThat((String) service.get("image")).as(name).matches("[\\w/-]+:v?\\d[\\w.]*");
        });
    }

    @Test
    void the_program_can_run_on_two_nodes() {
        assertThat(services.get("app")).doesNotContainKeys("ports", "container_name");
    }

    @Test
    void volumes_are_declared_and_mounted_files_exist() {
        Set<String> declared = map(compose.get("volumes")).keySet();
        Set<String> used = new HashSet<>();
        services.values().stream()
                .flatMap(service -> list(service.get("volumes")).stream())
                .forEach(mount -> {
                    String source = mount.split(":")[0];
                    if (source.startsWith(".")) assertThat(Path.of(source)).exists();
                    else used.add(source);
                });
        assertThat(used).isEqualTo(declared);
    }

    @Test
    void the_image_copies_what_exists_and_does_not_run_as_root() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("Dockerfile"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("USER "))
                .isNotEmpty()
                .last()
                .asString()
                .doesNotContain("root", " 0");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("FROM "))
                .allMatch(line -> line.matches("FROM \\S+:\\d\\S+.*"));
        lines.stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .forEach(
                        line -> assertThat(Path.of(line.split(" ")[1])).as(line).exists());
    }

    private static Set<String> environmentNamesOfAllSettings() throws IOException {
        Set<String> names = new HashSet<>();
        for (URL metadata : Collections.list(
                ComposeTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            for (JsonNode property : new ObjectMapper().readTree(metadata).get("properties")) {
                names.addAll(environmentNames(property.get("name").asText()));
            }
        }
        Stream.of("application.yml", "application-prod.yml")
                .flatMap(ComposeTest::keys)
                .forEach(key -> names.addAll(environmentNames(key)));
        return names;
    }

    /** As Spring reads them: in capitals, dots become underscores, dashes go or become underscores. */
    private static List<String> environmentNames(String key) {
        String name = key.replace('.', '_').toUpperCase(Locale.ROOT);
        return List.of(name.replace("-", ""), name.replace('-', '_'));
    }

    private static Stream<String> keys(String file) {
        try {
            List<PropertySource<?>> sources = new YamlPropertySourceLoader()
                    .load(file, new FileSystemResource(Path.of("src/main/resources", file)));
            return sources.stream()
                    .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()));
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static Map<String, Object> read(String file) {
        try {
            return new Yaml().load(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> map(Object value) {
        return value == null ? Map.of() : (Map<String, T>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Object value) {
        return value == null ? List.of() : (List<String>) value;
    }
}

package org.tiyanguan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

/** What the documents say of files, classes and settings is so. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    /** A class or interface in the text, perhaps with its package: `web/CaseCards`. */
    private static final Pattern CLASS = Pattern.compile("`(?:[a-z]+/)*([A-Z][a-z]+(?:[A-Z][A-Za-z]*)?)`");

    private static final Pattern CELL = Pattern.compile("\\| (`[^|]*`) \\| ([^|]*)\\|.*");

    @Test
    void every_link_leads_to_a_file() throws IOException {
        for (Path document : documents())
            for (String link : found(LINK, document)) {
                if (link.startsWith("http") || link.startsWith("#")) continue;
                Path target = document.resolveSibling(link.replaceFirst("#.*", ""));
                assertThat(target).as("%s names %s", document, link).exists();
            }
    }

    @Test
    void every_link_within_the_documents_leads_to_a_heading() throws IOException {
        for (Path document : documents())
            for (String link : found(LINK, document)) {
                if (link.startsWith("http") || !link.contains("#")) continue;
                String file = link.replaceFirst("#.*", "");
                Path target = file.isEmpty() ? document : document.resolveSibling(file);
                assertThat(headings(target)).as("%s names %s", document, link).contains(link.replaceFirst(".*#", ""));
            }
    }

    @Test
    void every_class_of_the_architecture_is_there() throws IOException {
        Set<String> classes;
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            classes = sources.map(source -> source.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        Set<String> named = found(CLASS, Path.of("docs/architecture.md"));
        assertThat(named)
                .hasSizeGreaterThan(15)
                .filteredOn(name -> !classes.contains(name))
                .isEmpty();
    }

    @Test
    void operators_read_each_setting_with_the_default_that_it_has() throws IOException {
        Map<String, String> read = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("docs/operations.md"))) {
            Matcher row = CELL.matcher(line);
            if (row.matches()) read.putAll(settings(row.group(1), row.group(2)));
        }
        Map<String, String> own = ownSettings();
        assertThat(own).hasSizeGreaterThan(30);
        assertThat(read).containsAllEntriesOf(own);
    }

    /** A row names several settings as {@code `tiyanguan.gate.slowest`, `.patience`}, and as many defaults. */
    private static Map<String, String> settings(String names, String defaults) {
        Map<String, String> settings = new HashMap<>();
        String[] each = names.replace("`", "").split(", ");
        String[] values = defaults.replace("`", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .strip()
                .split(", ", -1);
        String prefix = each[0].replaceFirst("[^.]*$", "");
        for (int i = 0; i < each.length; i++) {
            String name = i == 0 ? each[0] : prefix + each[i].substring(1);
            settings.put(name, i < values.length ? values[i] : "");
        }
        return settings;
    }

    private static Map<String, String> ownSettings() throws IOException {
        EnumerablePropertySource<?> file = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("application.yml", new FileSystemResource("src/main/resources/application.yml"))
                .get(0);
        return Stream.of(file.getPropertyNames())
                .filter(name -> name.startsWith("tiyanguan."))
                .collect(Collectors.toMap(
                        name -> name, name -> file.getProperty(name).toString()));
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("bench/README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Set<String> found(Pattern pattern, Path document) throws IOException {
        return pattern.matcher(Files.readString(document))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As GitHub makes them anchors. */
    private static Set<String> headings(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}

package org.tiyanguan.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.ClassUtils;
import org.tiyanguan.engine.Decisions;
import org.tiyanguan.engine.forms.FormFile;
import org.tiyanguan.ledger.Report;

/** What Java calls by name in the models, each in the {@code …Diagram} of its process, stands in them. */
class ModelNamesTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern NAME = Pattern.compile("\\b[a-z]\\w*\\b");

    /** A name of a model is the first argument of what starts, asks or calls. */
    private static final Pattern LITERAL = Pattern.compile(
            "\\b(send|sendToPart|startWith|cases\\.start|tasks\\.of|forms\\.of|forms\\.check|matches|processDefinitionKey"
                    + "|startProcessInstanceByKey|createMessageCorrelation|process\\(\\)\\.equals)\\(\\s*\"[a-z-]+\"");

    @ParameterizedTest
    @MethodSource("diagrams")
    void each_process_that_java_knows_has_a_diagram_of_its_key(Class<?> names) throws Exception {
        assertThat(diagram(names).getModelElementsByType(Process.class))
                .extracting(Process::getId)
                .containsExactly(key(names));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void java_sends_the_messages_that_the_diagram_catches_and_no_others(Class<?> names) throws Exception {
        assertThat(diagram(names).getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrderElementsOf(constants(names, "Message"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void the_variables_that_java_gives_or_asks_for_stand_in_the_diagram_or_its_forms(Class<?> names) throws Exception {
        assertThat(words(names)).containsAll(constants(names, "Variable"));
    }

    @Test
    void java_knows_each_process_but_those_that_a_timer_starts() throws IOException {
        assertThat(Stream.concat(
                        diagrams().map(ModelNamesTest::key),
                        Stream.of("overdue-digest", "review-round", "look-back", "annual-round")))
                .containsExactlyInAnyOrderElementsOf(OurModels.ours().keySet().stream()
                        .filter(file -> file.endsWith(".bpmn"))
                        .map(file -> file.replace(".bpmn", ""))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void a_message_that_starts_a_process_is_one_that_no_diagram_of_it_may_lack(Class<?> names) throws Exception {
        Process process =
                diagram(names).getModelElementsByType(Process.class).iterator().next();
        String needed = OurModels.STARTS.messages().get(key(names));
        assertThat(process.getChildElementsByType(StartEvent.class).stream()
                        .flatMap(start -> start.getChildElementsByType(MessageEventDefinition.class).stream())
                        .map(event -> event.getMessage().getName()))
                .containsExactlyElementsOf(needed == null ? List.of() : List.of(needed));
    }

    @Test
    void the_tables_that_pages_ask_are_there() throws IOException {
        for (String key : Decisions.ASKED_BY_PAGES)
            assertThat(new String(OurModels.ours().get(key + ".dmn"))).contains("<decision id=\"" + key + "\"");
    }

    @Test
    void a_report_has_the_fields_of_its_form() throws IOException {
        assertThat(FormFile.read(new ByteArrayInputStream(OurModels.ours().get("report-finding.form")))
                        .fields())
                .extracting(FormFile.Field::key)
                .containsExactlyInAnyOrderElementsOf(Report.fields());
    }

    /** The demo plays people, who know none of these classes. */
    @Test
    void nothing_else_in_java_starts_asks_or_calls_by_a_literal() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")
                                    && !file.toString().contains("/demo/"))
                            .flatMap(file -> LITERAL.matcher(read(file))
                                    .results()
                                    .map(found -> file.getFileName() + ": " + found.group())))
                    .isEmpty();
        }
    }

    static Stream<Class<?>> diagrams() throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            found = files.filter(file -> file.toString().endsWith("Diagram.java"))
                    .toList();
        }
        return found.stream().map(file -> {
            String name = SOURCES.relativize(file).toString().replace('/', '.').replaceAll("\\.java$", "");
            return ClassUtils.resolveClassName(name, ModelNamesTest.class.getClassLoader());
        });
    }

    /** Names in expressions, of parameters and of results, and the fields of the forms. */
    private static Set<String> words(Class<?> names) throws IOException {
        Map<String, byte[]> ours = OurModels.ours();
        String text = new String(ours.get(key(names) + ".bpmn"));
        Set<String> words = new HashSet<>();
        for (String place : List.of("\\$\\{[^}]*}", "(?:name|resultVariable|elementVariable)=\"\\w+\""))
            Pattern.compile(place)
                    .matcher(text)
                    .results()
                    .flatMap(found -> NAME.matcher(found.group()).results())
                    .map(MatchResult::group)
                    .forEach(words::add);
        Pattern.compile("formRef=\"([^\"]+)\"")
                .matcher(text)
                .results()
                .map(form -> ours.get(form.group(1) + ".form"))
                .flatMap(form -> FormFile.read(new ByteArrayInputStream(form)).fields().stream())
                .map(FormFile.Field::key)
                .forEach(words::add);
        return words;
    }

    private static BpmnModelInstance diagram(Class<?> names) throws IOException {
        return Bpmn.readModelFromStream(
                new ByteArrayInputStream(OurModels.ours().get(key(names) + ".bpmn")));
    }

    private static String key(Class<?> names) {
        return strings(names).findFirst().orElseThrow();
    }

    private static List<String> constants(Class<?> names, String kind) {
        return Arrays.stream(names.getDeclaredClasses())
                .filter(some -> some.getSimpleName().equals(kind))
                .flatMap(ModelNamesTest::strings)
                .collect(Collectors.toList());
    }

    private static Stream<String> strings(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(ModelNamesTest::value);
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

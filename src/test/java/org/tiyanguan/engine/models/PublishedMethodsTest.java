package org.tiyanguan.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tiyanguan.engine.AnyCase;
import org.tiyanguan.engine.ForAssignee;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.engine.ReachesOutside;

/** Each method that a diagram may call, and each of its arguments, was looked at: a new one is in no list yet. */
class PublishedMethodsTest {

    private static final Path COMMITTED = Path.of("docs/model-methods.md");
    private static final Path CURRENT = Path.of("target/model-methods.md");

    private static final String HEADER = """
            # What a diagram may call

            Made by `PublishedMethodsTest` from the components that are published to models (`@ForModels`). **own** arguments
            are the number of the running case, or the id of something that belongs to it; another's is refused. Where
            any case's may stand, it says “any”. “assignee” may stand in a task's *Assignee* only, “task” in the inputs of a user
            task only.

            | call | where |
            | --- | --- |
            """;

    @Test
    void the_committed_list_is_what_is_published() throws Exception {
        String current = methods().map(PublishedMethodsTest::line).collect(Collectors.joining("", HEADER, ""));
        Files.writeString(CURRENT, current);
        assertThat(current)
                .as(
                        "models reach something new: is each number or id of a case @OwnCase?  cp %s %s",
                        CURRENT, COMMITTED)
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void what_looks_like_the_key_of_a_case_is_one_s_own_or_declared_to_be_any() {
        assertThat(methods()
                        .flatMap(entry -> Arrays.stream(entry.getValue().getParameters()))
                        .filter(parameter -> parameter.getType() == long.class
                                || parameter.getName().matches("number|.*(Number|Id)")))
                .isNotEmpty()
                .allSatisfy(parameter -> assertThat(parameter.isAnnotationPresent(OwnCase.class)
                                || parameter.isAnnotationPresent(AnyCase.class))
                        .as("%s", parameter.getDeclaringExecutable())
                        .isTrue());
    }

    private static Stream<Map.Entry<String, Method>> methods() {
        return new TreeMap<>(OurModels.published())
                .entrySet().stream()
                        .flatMap(bean -> Arrays.stream(bean.getValue().getMethods())
                                .filter(method -> method.getDeclaringClass() != Object.class)
                                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
                                .map(method -> Map.entry(bean.getKey(), method)));
    }

    private static String line(Map.Entry<String, Method> call) {
        Method method = call.getValue();
        String arguments = Arrays.stream(method.getParameters())
                .map(PublishedMethodsTest::argument)
                .collect(Collectors.joining(", "));
        String place = method.isAnnotationPresent(ForAssignee.class)
                ? "assignee"
                : OwnCases.isForTask(method)
                        ? "task"
                        : method.isAnnotationPresent(ReachesOutside.class) ? "a step of its own" : "";
        return "| %s.%s(%s) | %s |\n".formatted(call.getKey(), method.getName(), arguments, place);
    }

    private static String argument(Parameter parameter) {
        String whose = parameter.isAnnotationPresent(OwnCase.class)
                ? "**own %s**"
                : parameter.isAnnotationPresent(AnyCase.class) ? "any %s" : "%s";
        return whose.formatted(parameter.getName());
    }
}

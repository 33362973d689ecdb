package org.tiyanguan.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.forms.FieldRules;
import org.tiyanguan.engine.forms.FormCheck;
import org.tiyanguan.security.Roles;

/** The files of {@code processes/} and {@code forms/}, and the check that every deployment goes through. */
public final class OurModels {

    private static final ResourceBundleMessageSource MESSAGES = messages();
    private static final Map<String, Class<?>> PUBLISHED = scan();

    /** As the features of the running program announce them. */
    static final NeededStarts STARTS = new NeededStarts(Map.of(
            "rectification", "finding-registered",
            "bulk-act", "bulk-act-asked",
            "application", "unit-recommended",
            "experience", "look-back-chosen",
            "officer-review", "review-opened",
            "good-practice", "practice-nominated",
            "practice-proposal", "entry-rectified",
            "annual-summary", "annual-summary-opened",
            "annual-correction", "annual-correction-asked"));

    private static final ModelCheck CHECK = new ModelCheck(
            PUBLISHED,
            Roles::worksOnCases,
            new FormCheck(new FieldRules(new Texts(MESSAGES), Clock.systemUTC())),
            STARTS);

    private OurModels() {}

    public static Map<String, byte[]> ours() throws IOException {
        return files(List.of("processes", "forms"));
    }

    private static Map<String, byte[]> files(List<String> folders) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : folders) {
            try (Stream<Path> all = Files.list(Path.of(folder))) {
                for (Path file : all.toList()) files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** Changes the first place that says so, and wants there to be one. */
    static void edit(Map<String, byte[]> files, String file, String from, String to) {
        String text = new String(files.get(file));
        assertThat(text).contains(from);
        files.put(
                file,
                text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to))
                        .getBytes());
    }

    static List<String> lines(Map<String, byte[]> files) {
        return faults(files).stream().map(fault -> fault.line(MESSAGES)).toList();
    }

    static List<ModelFault> faults(Map<String, byte[]> files) {
        return CHECK.check(files, key -> false);
    }

    /** Laid out as {@code bpmnlint} does; empty when nothing is wrong. */
    static String report(List<ModelFault> faults) {
        if (faults.isEmpty()) return "";
        StringBuilder report = new StringBuilder();
        faults.stream()
                .collect(Collectors.groupingBy(ModelFault::file, TreeMap::new, Collectors.toList()))
                .forEach((file, found) -> {
                    report.append("\n").append(file).append("\n");
                    found.forEach(fault -> report.append("  ")
                            .append(fault.element())
                            .append("\n    ")
                            .append(fault.text(MESSAGES))
                            .append("  [")
                            .append(fault.rule())
                            .append("]\n"));
                });
        return report.append("\n✖ ").append(faults.size()).append(" 处需要修改\n").toString();
    }

    public static Map<String, Class<?>> published() {
        return PUBLISHED;
    }

    /** As the running program finds them. */
    private static Map<String, Class<?>> scan() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ForModels.class));
        var registry = new SimpleBeanDefinitionRegistry();
        return scanner.findCandidateComponents("org.tiyanguan").stream()
                .collect(Collectors.toMap(
                        bean -> AnnotationBeanNameGenerator.INSTANCE.generateBeanName(bean, registry),
                        OurModels::type));
    }

    private static Class<?> type(BeanDefinition bean) {
        return ClassUtils.resolveClassName(bean.getBeanClassName(), OurModels.class.getClassLoader());
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/model", "messages/form");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}

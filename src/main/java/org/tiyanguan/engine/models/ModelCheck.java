package org.tiyanguan.engine.models;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tiyanguan.engine.Decisions;
import org.tiyanguan.engine.forms.FormCheck;
import org.tiyanguan.engine.forms.FormFile;

/**
 * Whether the files of a deployment can work here: what a designer would otherwise learn when a case stands still. The
 * rules of diagrams, of decision tables and of forms each have a class. Only what is known to be harmless passes.
 */
class ModelCheck {

    /** Ten times our longest. */
    private static final int LONGEST = 1024 * 1024;

    private final ModelExpressions expressions;
    private final Predicate<String> roles;
    private final FormCheck forms;
    private final NeededStarts starts;

    /**
     * @param beans what expressions may call, by name
     * @param roles whether a group belongs to a role
     * @param starts the messages that the program sends
     */
    ModelCheck(Map<String, Class<?>> beans, Predicate<String> roles, FormCheck forms, NeededStarts starts) {
        this.expressions = new ModelExpressions(beans);
        this.roles = roles;
        this.forms = forms;
        this.starts = starts;
    }

    /**
     * @param files by name, with or without folders
     * @param deployed whether an earlier deployment left a decision of that key
     */
    List<ModelFault> check(Map<String, byte[]> files, Predicate<String> deployed) {
        List<ModelFault> faults = new ArrayList<>();
        names(files.keySet(), faults);
        List<DiagramRules> diagrams = new ArrayList<>();
        List<DecisionRules> decisions = new ArrayList<>();
        List<FormRules> formRules = new ArrayList<>();
        new TreeMap<>(files).forEach((name, content) -> {
            if (content.length > LONGEST) faults.add(new ModelFault(name, "", "long"));
            else if (!isPlain(content)) faults.add(new ModelFault(name, "", "encoding"));
            else if (name.endsWith(".bpmn"))
                DiagramRules.read(name, content, faults).ifPresent(diagrams::add);
            else if (name.endsWith(".dmn"))
                DecisionRules.read(name, content, faults).ifPresent(decisions::add);
            else if (name.endsWith(".form"))
                FormRules.read(name, content, faults).ifPresent(formRules::add);
            else faults.add(new ModelFault(name, "", "kind"));
        });
        Map<String, FormFile> formFiles = new HashMap<>();
        formRules.forEach(rules -> formFiles.put(rules.form().id(), rules.form()));
        Predicate<String> decision = key -> decisions.stream().anyMatch(d -> d.defines(key));
        Predicate<String> process = key -> diagrams.stream().anyMatch(d -> d.defines(key));
        diagrams.forEach(d -> d.check(expressions, roles, formFiles, process, decision, deployed, faults));
        diagrams.forEach(d -> starts.check(d, faults));
        new DiagramWays(diagrams, expressions).check(faults);
        decisions.forEach(d -> d.check(faults));
        formRules.forEach(rules -> rules.check(forms, faults));
        Set<String> used =
                diagrams.stream().flatMap(DiagramRules::formsAndDecisions).collect(Collectors.toSet());
        formRules.stream()
                .filter(rules -> !used.contains(rules.form().id()))
                .forEach(rules -> faults.add(new ModelFault(rules.file(), "", "alone")));
        decisions.stream()
                .filter(d -> Stream.concat(used.stream(), Decisions.ASKED_BY_PAGES.stream())
                        .noneMatch(d::defines))
                .forEach(d -> faults.add(new ModelFault(d.file(), "", "alone")));
        faults.sort(Comparator.comparing(ModelFault::file));
        return faults;
    }

    /** Without folders. */
    static String plainName(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /** No two that anything on the way, a file system or a reader, could take for one. */
    private static void names(Set<String> files, List<ModelFault> faults) {
        files.stream().collect(Collectors.groupingBy(ModelCheck::seen)).values().stream()
                .filter(same -> same.size() > 1)
                .flatMap(List::stream)
                .forEach(name -> faults.add(new ModelFault(name, "", "twice")));
        files.stream()
                .filter(name -> name.chars()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT))
                .forEach(name -> faults.add(new ModelFault(name, "", "name")));
    }

    private static String seen(String file) {
        String name =
                Normalizer.normalize(plainName(file), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return name.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT && !Character.isWhitespace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** UTF-8 without a mark of the byte order: what each reader takes for the same text. */
    private static boolean isPlain(byte[] content) {
        try {
            return !StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString()
                    .startsWith("\uFEFF");
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}

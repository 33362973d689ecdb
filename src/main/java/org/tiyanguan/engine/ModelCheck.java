package org.tiyanguan.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the files of a deployment can work here: what a designer would otherwise learn when a case stands still. The
 * rules of diagrams, of decision tables and of forms each have a class.
 */
class ModelCheck {

    /** What an earlier deployment left, by key. */
    record Deployed(Predicate<String> process, Predicate<String> decision) {}

    private final ModelExpressions expressions;
    private final Predicate<String> roles;
    private final FormCheck forms;

    /**
     * @param beans what expressions may call, by name
     * @param roles whether a group belongs to a role
     */
    ModelCheck(Map<String, Class<?>> beans, Predicate<String> roles, FormCheck forms) {
        this.expressions = new ModelExpressions(beans);
        this.roles = roles;
        this.forms = forms;
    }

    /** @param files by name, with or without folders */
    List<ModelFault> check(Map<String, byte[]> files, Deployed deployed) {
        Map<String, byte[]> named = new TreeMap<>();
        files.forEach((path, content) -> named.put(path.substring(path.lastIndexOf('/') + 1), content));
        List<ModelFault> faults = new ArrayList<>();
        Map<String, FormFile> formFiles = new HashMap<>();
        named.forEach((name, content) -> {
            if (name.endsWith(".form")) FormRules.read(name, content, faults).ifPresent(form -> formFiles.put(form.id(), form));
        });
        List<DiagramRules> diagrams = new ArrayList<>();
        List<DecisionRules> decisions = new ArrayList<>();
        named.forEach((name, content) -> {
            if (name.endsWith(".bpmn")) DiagramRules.read(name, content, faults).ifPresent(diagrams::add);
            else if (name.endsWith(".dmn")) DecisionRules.read(name, content, faults).ifPresent(decisions::add);
            else if (!name.endsWith(".form")) faults.add(new ModelFault(name, "", "kind"));
        });
        Predicate<String> decision = key -> decisions.stream().anyMatch(d -> d.defines(key));
        Predicate<String> process = key -> diagrams.stream().anyMatch(d -> d.defines(key));
        diagrams.forEach(d -> d.check(expressions, roles, formFiles, process, decision, deployed, faults));
        decisions.forEach(d -> d.check(faults));
        formFiles.values().forEach(form -> FormRules.check(form, forms, faults));
        Set<String> used = diagrams.stream().flatMap(DiagramRules::formsAndDecisions).collect(Collectors.toSet());
        formFiles.values().stream()
                .filter(form -> !used.contains(form.id()))
                .forEach(form -> faults.add(new ModelFault(form.id() + ".form", "", "alone")));
        decisions.stream()
                .filter(d -> Stream.concat(used.stream(), Decisions.ASKED_BY_PAGES.stream()).noneMatch(d::defines))
                .forEach(d -> faults.add(new ModelFault(d.file(), "", "alone")));
        faults.sort(Comparator.comparing(ModelFault::file));
        return faults;
    }
}

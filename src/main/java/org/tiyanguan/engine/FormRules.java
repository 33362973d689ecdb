package org.tiyanguan.engine;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a {@code .form} file must hold so that Tasklist shows it and {@link FormCheck} can check it. */
final class FormRules {

    /** Without a value of their own; what 7.24's Tasklist renders. */
    private static final Set<String> SHOWN = Set.of("text", "html", "table", "image", "spacer", "separator", "group", "default");

    private FormRules() {}

    static Optional<FormFile> read(String file, byte[] content, List<ModelFault> faults) {
        try {
            FormFile form = FormFile.read(new ByteArrayInputStream(content));
            if (file.equals(form.id() + ".form")) return Optional.of(form);
            faults.add(new ModelFault(file, "", "form.id", form.id()));
        } catch (UncheckedIOException e) {
            faults.add(new ModelFault(file, "", "unreadable", e.getCause().getMessage().lines().findFirst().orElse("")));
        }
        return Optional.empty();
    }

    static void check(FormFile form, FormCheck checker, List<ModelFault> faults) {
        String file = form.id() + ".form";
        Set<String> keys = new HashSet<>();
        for (FormFile.Field field : form.fields())
            if (!keys.add(field.key())) faults.add(new ModelFault(file, field.key(), "form.twice"));
        form.types().stream()
                .filter(type -> !SHOWN.contains(type) && !FormFile.TYPES.contains(type))
                .sorted()
                .forEach(type -> faults.add(new ModelFault(file, type, "form.type")));
        form.expressions().stream()
                .filter(expression -> !checker.canRead(expression))
                .forEach(expression -> faults.add(new ModelFault(file, expression, "form.expression")));
    }
}

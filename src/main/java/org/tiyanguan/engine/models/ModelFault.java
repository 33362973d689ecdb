package org.tiyanguan.engine.models;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;

/**
 * One thing that is wrong with a model.
 *
 * @param element the id of the element, with its name where it has one; empty when it is the file as a whole
 * @param rule the rule that is broken, also the key of its sentence in {@code messages/model.properties}
 */
public record ModelFault(@Nullable String file, String element, String rule, Object... facts) {

    static ModelFault unreadable(String file, Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        return new ModelFault(
                file,
                "",
                "unreadable",
                String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
    }

    /** @throws Refusal with a line for each fault, if there are any */
    static void refuse(List<ModelFault> faults, MessageSource messages) {
        if (!faults.isEmpty())
            throw new Refusal(faults.stream()
                    .map(fault -> new Fault(fault.file(), fault.line(messages)))
                    .toList());
    }

    /** An element as a designer finds it. */
    static String element(String id, String name) {
        return name == null || name.isBlank() ? id : id + "（" + name.replaceAll("\\s+", " ") + "）";
    }

    /** File, element, what is wrong and what to do, in one line. */
    String line(MessageSource messages) {
        return file + (element.isEmpty() ? "" : " · " + element) + "：" + text(messages);
    }

    String text(MessageSource messages) {
        // With one fact at least: without any, Spring would leave the escapes of the sentence in it.
        Object[] plain = facts.length == 0
                ? new Object[] {""}
                : Arrays.stream(facts).map(String::valueOf).toArray();
        return messages.getMessage("model." + rule, plain, Locale.CHINA);
    }
}

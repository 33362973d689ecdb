package org.tiyanguan.engine;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * One thing that is wrong with a model.
 *
 * @param element the id of the element, with its name where it has one; empty when it is the file as a whole
 * @param rule the rule that is broken, also the key of its sentence in {@code messages/model.properties}
 */
record ModelFault(String file, String element, String rule, Object... facts) {

    /** File, element, what is wrong and what to do, in one line. */
    String line(MessageSource messages) {
        return file + (element.isEmpty() ? "" : " · " + element) + "：" + text(messages);
    }

    String text(MessageSource messages) {
        Object[] plain = Arrays.stream(facts).map(String::valueOf).toArray();
        return messages.getMessage("model." + rule, plain, Locale.CHINA);
    }
}

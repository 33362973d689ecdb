package org.tiyanguan.experience;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.Refusal;

/** The texts of experiencing, by key without its first word: {@code messages/experience.properties}. */
@Component("experienceTexts")
class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Object... values) {
        Object[] plain = Arrays.stream(values).map(String::valueOf).toArray();
        return messages.getMessage("experience." + key, plain, Locale.CHINA);
    }

    /** The label of an enum's value; empty for null. */
    String label(String prefix, Enum<?> value) {
        return value == null ? "" : of(prefix + "." + value.name());
    }

    Refusal refusal(String field, String key, Object... values) {
        return new Refusal(field, of("refusal." + key, values));
    }
}

package org.tiyanguan.rectification;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.Refusal;

/**
 * The loop's Chinese texts, by key; they stand in {@code messages/loop.properties} and
 * {@code rectification.properties}.
 */
@Component
class Words {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Object... values) {
        // As they are: a number in these sentences has no thousands separator.
        Object[] plain = Arrays.stream(values).map(String::valueOf).toArray();
        return messages.getMessage(key, plain, Locale.CHINA);
    }

    /** The label of an enum's value, {@code kind.PROBLEM} for instance; empty for null. */
    String label(String prefix, Object value) {
        return value == null ? "" : of(prefix + "." + value);
    }

    Refusal refusal(String field, String key, Object... values) {
        return new Refusal(field, of("refusal." + key, values));
    }

    String time(LocalDateTime time) {
        return time.format(MINUTE);
    }

    /** The text, stripped, when its length lies within the bounds; otherwise a refusal at the field. */
    String required(String field, String text, int min, int max) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() < min || stripped.length() > max) throw refusal(field, "length", min, max);
        return stripped;
    }
}

package org.tiyanguan.core;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The Chinese texts by their keys, which stand in {@code messages/*.properties}. A module whose keys all begin with one
 * word has a subclass that knows it.
 */
@Component
@Primary
public class Texts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource messages;
    private final String prefix;

    @Autowired
    public Texts(MessageSource messages) {
        this(messages, "");
    }

    /** @param prefix with which the keys begin, its dot included */
    protected Texts(MessageSource messages, String prefix) {
        this.messages = messages;
        this.prefix = prefix;
    }

    public String of(String key, @Nullable Object... values) {
        // As they are: a number in these sentences has no thousands separator.
        Object[] plain = Arrays.stream(values).map(String::valueOf).toArray();
        return messages.getMessage(prefix + key, plain, Locale.CHINA);
    }

    /** The label of an enum's value, {@code kind.PROBLEM} for instance; empty for null. */
    public String label(String name, @Nullable Object value) {
        return value == null ? "" : of(name + "." + value);
    }

    public Refusal refusal(@Nullable String field, String key, @Nullable Object... values) {
        return new Refusal(field, of("refusal." + key, values));
    }

    public String time(LocalDateTime time) {
        return time.format(MINUTE);
    }

    /**
     * The text, stripped, when its length lies within the bounds; otherwise a refusal at the field. Signs that nobody
     * sees do not make a text long enough.
     */
    public String length(String field, @Nullable String text, int min, int max) {
        String stripped = text == null ? "" : text.strip();
        if (Signs.seen(stripped) < min || stripped.length() > max)
            throw min == 0 ? refusal(field, "long", max) : refusal(field, "length", min, max);
        return stripped;
    }
}

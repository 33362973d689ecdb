package org.tiyanguan.colleague;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.Refusal;

/** The Chinese texts of {@code messages/colleague.properties}. */
@Component
class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Object... values) {
        return messages.getMessage("colleague." + key, values, Locale.CHINA);
    }

    Refusal refusal(String field, String key, Object... values) {
        return new Refusal(field, of("refusal." + key, values));
    }

    /** The text, stripped, when its length lies within the bounds; otherwise a refusal at the field. */
    String length(String field, String text, int min, int max) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() < min || stripped.length() > max)
            throw min == 0 ? refusal(field, "long", max) : refusal(field, "length", min, max);
        return stripped;
    }
}

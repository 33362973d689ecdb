package org.tiyanguan.officer.register;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.officer.OfficerCategory;

/** The texts of the register, by key without its first word: {@code messages/officer.properties}. */
@Component
class RegisterTexts extends Texts {

    private final Texts all;

    RegisterTexts(MessageSource messages, Texts all) {
        super(messages, "officer.");
        this.all = all;
    }

    /** What stands in a cell; empty for nothing. */
    public String shown(@Nullable Object value) {
        if (value == null) return "";
        if (value instanceof OfficerCategory category) return all.label("recruitment.category", category);
        return value instanceof Standing standing ? label("standing", standing) : value.toString();
    }

    /** As a page shows it. */
    public String shown(RegisterLine line, RegisterColumn column) {
        Object value = line.value(column);
        if (value == null) return "—";
        return column == RegisterColumn.ATTENDANCE ? value + "%" : shown(value);
    }
}

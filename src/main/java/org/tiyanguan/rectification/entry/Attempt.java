package org.tiyanguan.rectification.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An intervention that was refused, to be shown again with what was typed. {@code form} is its name, followed by the
 * part's id where it concerns one; {@code fault} stands at the field, or above the form when {@code field} is null.
 */
public record Attempt(
        String form,
        Map<String, String> typed,
        @Nullable String field,
        @Nullable String fault) {

    public static final Attempt NONE = new Attempt("", Map.of(), null, null);

    public boolean isAt(String form) {
        return this.form.equals(form);
    }

    public @Nullable String typed(String form, String field) {
        return isAt(form) ? typed.get(field) : null;
    }

    /** The fault at that field of that form, or null. */
    public @Nullable String fault(String form, String field) {
        return isAt(form) && field.equals(this.field) ? fault : null;
    }

    /** The fault of the form as a whole, or null. */
    public @Nullable String fault(String form) {
        return isAt(form) && field == null ? fault : null;
    }
}

package org.tiyanguan.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the reporter put in words, either as they did (反映原文) or as departments and other systems read it (转办文本). */
public record Wording(String title, String description, String place, String serviceItem) {

    public static Wording of(Report report) {
        return new Wording(report.title(), report.description(), report.place(), report.serviceItem())
                .with(String::strip);
    }

    /** Takes the words from a form's fields; what is missing is empty. */
    public static Wording of(Map<String, ?> fields) {
        UnaryOperator<String> field =
                name -> fields.get(name) == null ? "" : fields.get(name).toString();
        return new Wording(
                field.apply("title"), field.apply("description"), field.apply("place"), field.apply("serviceItem"));
    }

    public Map<String, String> byField() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("description", description);
        fields.put("place", place);
        fields.put("serviceItem", serviceItem);
        return fields;
    }

    Wording with(UnaryOperator<String> change) {
        return new Wording(
                change.apply(title), change.apply(description), change.apply(place), change.apply(serviceItem));
    }
}

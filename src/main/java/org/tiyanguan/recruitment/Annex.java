package org.tiyanguan.recruitment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person fills into annex 1 or 2; the forms {@code self-recommendation}, {@code unit-recommend} and
 * {@code unit-opinion} say what each field takes. {@code email} may be null.
 */
public record Annex(
        String name,
        String gender,
        LocalDate birthDate,
        String ethnicity,
        String education,
        String politics,
        String health,
        String phone,
        String email,
        String employer,
        String jobTitle,
        String address,
        String resume) {

    /** Nobody is shown these again to complete them; where they are left empty, they stay as they are. */
    public static final Set<String> WITHHELD = Set.of("birthDate", "health", "phone", "email", "address");

    /** The names of its fields, which are also the keys of the forms. */
    public static List<String> fields() {
        return Arrays.stream(Annex.class.getRecordComponents())
                .map(c -> c.getName())
                .toList();
    }

    /** @param form its values, which the form has checked */
    public static Annex of(Map<String, Object> form) {
        return new Annex(
                text(form, "name"),
                text(form, "gender"),
                LocalDate.parse(text(form, "birthDate")),
                text(form, "ethnicity"),
                text(form, "education"),
                text(form, "politics"),
                text(form, "health"),
                text(form, "phone"),
                text(form, "email"),
                text(form, "employer"),
                text(form, "jobTitle"),
                text(form, "address"),
                text(form, "resume"));
    }

    /** Its fields by their names; what is empty is null. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("gender", gender);
        values.put("birthDate", birthDate);
        values.put("ethnicity", ethnicity);
        values.put("education", education);
        values.put("politics", politics);
        values.put("health", health);
        values.put("phone", phone);
        values.put("email", email);
        values.put("employer", employer);
        values.put("jobTitle", jobTitle);
        values.put("address", address);
        values.put("resume", resume);
        return values;
    }

    /** One field as forms hold it; null if it is empty. */
    public String value(String field) {
        Map<String, Object> values = values();
        if (!values.containsKey(field)) throw new IllegalArgumentException(field);
        Object value = values.get(field);
        return value == null ? null : value.toString();
    }

    /** What a completion says; where a withheld field was left empty, what stood there before. */
    public Map<String, Object> completed(Map<String, ?> form) {
        Map<String, Object> values = new HashMap<>(form);
        for (String field : WITHHELD) if (text(values, field) == null) values.put(field, value(field));
        return values;
    }

    public static String text(Map<String, ?> form, String key) {
        Object value = form.get(key);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}

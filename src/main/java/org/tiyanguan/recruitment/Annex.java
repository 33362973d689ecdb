package org.tiyanguan.recruitment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.core.PersonName;
import org.tiyanguan.core.Phone;
import org.tiyanguan.core.Unseen;

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
        @Nullable String email,
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
                PersonName.written(required(form, "name")),
                required(form, "gender"),
                LocalDate.parse(required(form, "birthDate")),
                required(form, "ethnicity"),
                required(form, "education"),
                required(form, "politics"),
                required(form, "health"),
                Phone.keptOr(required(form, "phone")),
                text(form, "email"),
                required(form, "employer"),
                required(form, "jobTitle"),
                required(form, "address"),
                required(form, "resume"));
    }

    /** What the form says in a field that it does not let pass empty. */
    public static String required(Map<String, ?> form, String key) {
        return Objects.requireNonNull(text(form, key), () -> "the form has checked that there is a " + key);
    }

    /** Its fields by their names; what is empty is null. */
    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
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
    public @Nullable String value(String field) {
        Map<String, @Nullable Object> values = values();
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

    /** What the form says there, stripped; null if it is blank. */
    public static @Nullable String text(Map<String, ?> form, String key) {
        Object value = form.get(key);
        return value == null || Unseen.isAll(value.toString())
                ? null
                : value.toString().strip();
    }
}

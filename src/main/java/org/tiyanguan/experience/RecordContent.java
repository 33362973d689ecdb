package org.tiyanguan.experience;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the page of a record: {@code rating-0} and {@code note-0} for the first item of the checklist,
 * {@code f1-title} and so on for a finding. Anything else is left out.
 */
public record RecordContent(Map<String, String> typed) {

    static final String NOT_SEEN = "NONE";

    /** Of a finding: the id of the survey's answer that it was made of. */
    public static final String ANSWER = "answer";

    private static final Pattern NAME = Pattern.compile("(?:rating|note)-\\d{1,2}|f(\\d{1,2})-(\\w+)");
    private static final Pattern PHOTOS = Pattern.compile("photos-((?:i|f)\\d{1,2})");

    public static RecordContent of(Map<String, String> request) {
        Map<String, String> typed = new TreeMap<>();
        request.forEach((name, value) -> {
            if (NAME.matcher(name).matches() && !value.isBlank()) typed.put(name, value.strip());
        });
        return new RecordContent(typed);
    }

    /** The item or finding that a field of photos belongs to; null for any other field. */
    public static @Nullable String placeOf(String field) {
        Matcher photos = PHOTOS.matcher(field);
        return photos.matches() ? photos.group(1) : null;
    }

    static String rating(int item) {
        return "rating-" + item;
    }

    static String note(int item) {
        return "note-" + item;
    }

    static String place(int finding) {
        return "f" + finding;
    }

    public static String field(int finding, String key) {
        return place(finding) + "-" + key;
    }

    public String of(String name) {
        return typed.getOrDefault(name, "");
    }

    /** The numbers of the findings in which something is written or of which there are photos, in order. */
    public List<Integer> findings(Collection<String> placesWithPhotos) {
        TreeSet<Integer> found = new TreeSet<>();
        typed.keySet().forEach(name -> {
            Matcher field = NAME.matcher(name);
            boolean written = field.matches() && field.group(1) != null && !ANSWER.equals(field.group(2));
            if (written) found.add(Integer.valueOf(field.group(1)));
        });
        placesWithPhotos.stream()
                .filter(place -> place.startsWith("f"))
                .forEach(place -> found.add(Integer.valueOf(place.substring(1))));
        return List.copyOf(found);
    }

    /** The fields of a finding by their own keys. */
    public Map<String, String> finding(int number) {
        String prefix = place(number) + "-";
        Map<String, String> finding = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(prefix)) finding.put(name.substring(prefix.length()), value);
        });
        return finding;
    }
}

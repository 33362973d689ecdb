package org.tiyanguan.rectification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.security.People;

/**
 * What the decision tables {@code responsible-department} and {@code rectification-deadline} propose, read from
 * whatever they answered: designers change them, so there may be nothing, too much, or something else. What is missing
 * is usual.
 */
@Component
class Proposals {

    /** What an ordinary problem gets that a window mends by itself. */
    private static final Parts.Days USUAL = new Parts.Days(2, 10, 2);

    private final People people;
    private final ObjectMapper json;

    Proposals(People people, ObjectMapper json) {
        this.people = people;
        this.json = json;
    }

    /** The proposed departments that exist, each once. */
    List<People.Department> departments(@Nullable Object proposed) {
        JsonNode read = read(proposed);
        Stream<JsonNode> codes = read.isArray() ? StreamSupport.stream(read.spliterator(), false) : Stream.of(read);
        return codes.map(JsonNode::asText)
                .distinct()
                .flatMap(code -> people.department(code).stream())
                .toList();
    }

    /** The code of the n-th, counted from one; null when there are fewer. */
    static @Nullable String nth(List<People.Department> departments, int n) {
        return departments.stream()
                .skip(n - 1L)
                .findFirst()
                .map(People.Department::code)
                .orElse(null);
    }

    Parts.Days days(@Nullable Object proposed) {
        JsonNode read = read(proposed);
        return new Parts.Days(
                read.path("acceptDays").asInt(USUAL.accept()),
                read.path("rectifyDays").asInt(USUAL.rectify()),
                read.path("remindDays").asInt(USUAL.remind()));
    }

    /** Of JSON as the engine keeps it, its text; earlier versions kept a map. */
    private JsonNode read(@Nullable Object proposed) {
        if (proposed == null || proposed instanceof Map || proposed instanceof List) return json.valueToTree(proposed);
        try {
            return json.readTree(proposed.toString());
        } catch (JsonProcessingException e) {
            return json.getNodeFactory().textNode(proposed.toString());
        }
    }
}

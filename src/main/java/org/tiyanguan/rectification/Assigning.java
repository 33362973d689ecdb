package org.tiyanguan.rectification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.People;

/** Gives departments their parts of an entry, the first time and again. */
@Component
class Assigning {

    /** The form's rows; form-js cannot have more of them on demand that Tasklist lets one complete. */
    private static final int ROWS = 4;
    private static final int LONGEST_ACCEPT = 60;
    private static final int LONGEST_RECTIFY = 250;

    private final Parts parts;
    private final People people;
    private final LedgerHistory history;
    private final Telling telling;
    private final Words words;
    private final ObjectMapper json;

    Assigning(
            Parts parts, People people, LedgerHistory history, Telling telling, Words words, ObjectMapper json) {
        this.parts = parts;
        this.people = people;
        this.history = history;
        this.telling = telling;
        this.words = words;
        this.json = json;
    }

    /** The proposed departments that exist, each once. */
    Stream<String> proposed(List<String> departments) {
        return departments.stream().distinct().filter(code -> people.department(code).isPresent());
    }

    /**
     * Reads {@code department1}, {@code instruction1} … and the working days; other days than {@code proposal} need a
     * {@code deadlineReason}.
     */
    void assign(Entry entry, Map<String, Object> form) {
        Parts.Days days = days(form);
        check(days);
        if (!days.equals(days(proposal(form))))
            history.record(entry, Act.RESCHEDULE, words.of("days-changed", days.accept(), days.rectify(), days.remind(),
                    words.required("deadlineReason", text(form, "deadlineReason"), 5, 500)));
        Map<String, String> instructions = new LinkedHashMap<>();
        for (int row = 1; row <= ROWS; row++) {
            String field = "department" + row;
            if (text(form, field).isBlank()) continue;
            People.Department department = department(field, text(form, field));
            String instruction = words.required("instruction" + row, text(form, "instruction" + row), 2, 1000);
            if (instructions.put(department.code(), instruction) != null)
                throw words.refusal(field, "department.twice", department.name());
        }
        if (instructions.isEmpty()) throw words.refusal("department1", "department.none");
        instructions.forEach((code, instruction) -> {
            Part part = parts.assign(entry.number(), code, instruction, days, 0);
            history.record(part, Act.ASSIGN, words.of("assigned", department("department1", code).name(), instruction,
                    words.time(part.deadline())));
            telling.assigned(part);
        });
    }

    /** Sends departments that are done back to work, with what is missing. */
    void again(Entry entry, Object departments, String whatIsMissing, Integer rectifyDays) {
        if (rectifyDays == null || rectifyDays < 1 || rectifyDays > LONGEST_RECTIFY)
            throw words.refusal("reworkDays", "days", LONGEST_RECTIFY);
        List<String> chosen = read(departments);
        if (chosen.isEmpty()) throw words.refusal("rework", "department.none");
        for (String department : chosen.stream().distinct().toList()) {
            Part done = lastDone(entry, department);
            telling.rework(parts.again(done, whatIsMissing, rectifyDays), whatIsMissing);
        }
    }

    /** The departments whose last round is done, latest part each. */
    List<Part> reworkable(String number) {
        Map<String, Part> latest = new LinkedHashMap<>();
        parts.of(number).stream()
                .filter(part -> part.state() == Part.State.DONE)
                .forEach(part -> latest.put(part.department(), part));
        return List.copyOf(latest.values());
    }

    private Part lastDone(Entry entry, String department) {
        return reworkable(entry.number()).stream()
                .filter(part -> part.department().equals(department))
                .findFirst()
                .orElseThrow(() -> words.refusal("rework", "department", department));
    }

    private void check(Parts.Days days) {
        if (days.accept() < 1 || days.accept() > LONGEST_ACCEPT)
            throw words.refusal("acceptDays", "days", LONGEST_ACCEPT);
        if (days.rectify() < 1 || days.rectify() > LONGEST_RECTIFY)
            throw words.refusal("rectifyDays", "days", LONGEST_RECTIFY);
        if (days.remind() < 1 || days.remind() > days.rectify())
            throw words.refusal("remindDays", "days", days.rectify());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> proposal(Map<String, Object> form) {
        return (Map<String, Object>) form.get("proposal");
    }

    private static Parts.Days days(Map<String, Object> values) {
        return new Parts.Days(day(values, "acceptDays"), day(values, "rectifyDays"), day(values, "remindDays"));
    }

    /** 0, which is refused, for what is no number. */
    private static int day(Map<String, Object> values, String key) {
        return values.get(key) instanceof Number number ? number.intValue() : 0;
    }

    private static String text(Map<String, Object> form, String key) {
        return form.get(key) == null ? "" : form.get(key).toString();
    }

    private People.Department department(String field, String code) {
        return people.department(code).orElseThrow(() -> words.refusal(field, "department", code));
    }

    private List<String> read(Object departments) {
        if (departments == null) return List.of();
        try {
            return json.readValue(departments.toString(), new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw words.refusal("rework", "choice");
        }
    }
}

package org.tiyanguan.rectification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.People;

/** Gives departments their parts of an entry, the first time and again. */
@Component
class Assigning {

    /** A row of the assigning form. */
    private record Assignment(String department, String instruction) {}

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

    /** A row for each proposed department that exists, or one empty row. */
    String proposal(List<String> departments) {
        List<Assignment> rows = departments.stream()
                .distinct()
                .filter(code -> people.department(code).isPresent())
                .map(code -> new Assignment(code, words.of("instruction")))
                .toList();
        return write(rows.isEmpty() ? List.of(new Assignment(null, words.of("instruction"))) : rows);
    }

    void assign(Entry entry, Object assignments, Parts.Days days, String reason, Map<String, Object> proposal) {
        check(days);
        if (!days.equals(days(proposal)))
            history.record(entry, Act.RESCHEDULE, words.of("days-changed", days.accept(), days.rectify(), days.remind(),
                    words.required("deadlineReason", reason, 5, 500)));
        Map<String, String> instructions = new LinkedHashMap<>();
        for (Assignment row : read(assignments, new TypeReference<List<Assignment>>() {})) {
            String instruction = words.required("assignments", row.instruction(), 2, 1000);
            String department = name("assignments", row.department()).code();
            if (instructions.put(department, instruction) != null)
                throw words.refusal("assignments", "department.twice", name("assignments", department).name());
        }
        if (instructions.isEmpty()) throw words.refusal("assignments", "department.none");
        instructions.forEach((department, instruction) -> {
            Part part = parts.assign(entry.number(), department, instruction, days, 0);
            history.record(part, Act.ASSIGN, words.of("assigned", name("assignments", department).name(), instruction,
                    words.time(part.deadline())));
            telling.assigned(part);
        });
    }

    /** Sends departments that are done back to work, with what is missing. */
    void again(Entry entry, Object departments, String whatIsMissing, Integer rectifyDays) {
        if (rectifyDays == null || rectifyDays < 1 || rectifyDays > LONGEST_RECTIFY)
            throw words.refusal("reworkDays", "days", LONGEST_RECTIFY);
        List<String> chosen = read(departments, new TypeReference<List<String>>() {});
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

    private static Parts.Days days(Map<String, Object> proposal) {
        return new Parts.Days(day(proposal, "acceptDays"), day(proposal, "rectifyDays"), day(proposal, "remindDays"));
    }

    private static int day(Map<String, Object> proposal, String key) {
        return ((Number) proposal.get(key)).intValue();
    }

    private People.Department name(String field, String code) {
        return people.department(code).orElseThrow(() -> words.refusal(field, "department", code));
    }

    private <T> List<T> read(Object value, TypeReference<List<T>> type) {
        if (value == null) return List.of();
        try {
            return json.readValue(value.toString(), type);
        } catch (JsonProcessingException e) {
            throw words.refusal("assignments", "choice");
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.tiyanguan.rectification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.security.Choices;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Gives departments their parts of an entry, the first time and again. */
@Component
class PartAssignment {

    private final Ledger ledger;
    private final Parts parts;
    private final People people;
    private final Choices choices;
    private final Proposals proposals;
    private final LedgerHistory history;
    private final LoopNotices notices;
    private final Texts words;
    private final ObjectMapper json;

    PartAssignment(
            Ledger ledger,
            Parts parts,
            People people,
            Choices choices,
            Proposals proposals,
            LedgerHistory history,
            LoopNotices notices,
            Texts words,
            ObjectMapper json) {
        this.ledger = ledger;
        this.parts = parts;
        this.people = people;
        this.choices = choices;
        this.proposals = proposals;
        this.history = history;
        this.notices = notices;
        this.words = words;
        this.json = json;
    }

    /** Who is proposed: of what came back, whoever mended it before; otherwise what the decision table says. */
    List<People.Department> proposed(String number, Object departments) {
        String before = ledger.entry(number).relapseOf();
        List<People.Department> mended = before == null
                ? List.of()
                : parts.of(before).stream()
                        .filter(Part::isEffective)
                        .map(Part::department)
                        .distinct()
                        .flatMap(code -> people.department(code).stream())
                        .toList();
        return mended.isEmpty() ? proposals.departments(departments) : mended;
    }

    /** Gives each department of the form its part; other days than the table proposes stand in the history. */
    void assign(Entry entry, AssignmentForm form) {
        Parts.Days days = form.days();
        if (days.remind() > days.rectify()) throw words.refusal("remindDays", "remind");
        if (!days.equals(proposals.days(form.proposal())))
            history.record(
                    entry,
                    Act.RESCHEDULE,
                    words.of("days-changed", days.accept(), days.rectify(), days.remind(), form.deadlineReason()));
        Map<String, String> instructions = new LinkedHashMap<>();
        for (AssignmentForm.Row row : form.rows()) {
            People.Department department = department(row.department());
            if (instructions.put(department.code(), row.instruction()) != null)
                throw words.refusal(row.field(), "department.twice", department.name());
        }
        List<String> names = new ArrayList<>();
        LocalDateTime deadline = null;
        for (Map.Entry<String, String> row : instructions.entrySet()) {
            Part part = parts.assign(entry.number(), row.getKey(), row.getValue(), days, 0);
            names.add(department(row.getKey()).name());
            deadline = part.deadline();
            history.record(
                    part,
                    Act.ASSIGN,
                    words.of(
                            "assigned",
                            choices.nameOf(Roles.department(row.getKey())),
                            row.getValue(),
                            words.time(deadline)));
            notices.assigned(part);
        }
        notices.sentOn(entry, String.join("、", names), Objects.requireNonNull(deadline, "no department"));
    }

    /** Sends departments that are done back to work, with what is missing. */
    void again(Entry entry, Object departments, String whatIsMissing, int rectifyDays) {
        for (String department : read(departments)) {
            Part done = lastDone(entry, department);
            notices.rework(parts.again(done, whatIsMissing, rectifyDays), whatIsMissing);
        }
    }

    /** The departments whose last round is done, latest part each. */
    List<Part> reworkable(String number) {
        Map<String, Part> latest = new LinkedHashMap<>();
        parts.of(number).stream()
                .filter(part -> part.state() == PartState.DONE)
                .forEach(part -> latest.put(part.department(), part));
        return List.copyOf(latest.values());
    }

    private Part lastDone(Entry entry, String department) {
        return reworkable(entry.number()).stream()
                .filter(part -> part.department().equals(department))
                .findFirst()
                .orElseThrow();
    }

    private People.Department department(String code) {
        return people.department(code).orElseThrow();
    }

    private List<String> read(Object departments) {
        try {
            return json.readValue(departments.toString(), new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

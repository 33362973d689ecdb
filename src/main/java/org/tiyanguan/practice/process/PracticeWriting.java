package org.tiyanguan.practice.process;

import static org.tiyanguan.core.FormValues.chosen;
import static org.tiyanguan.core.FormValues.required;
import static org.tiyanguan.core.FormValues.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;
import org.tiyanguan.evidence.Evidence;
import org.tiyanguan.evidence.Piece;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.practice.Candidates;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.PracticeTexts;
import org.tiyanguan.practice.PracticeVersions;
import org.tiyanguan.practice.PracticeWords;
import org.tiyanguan.practice.Practices;

/**
 * Takes what the centre writes: refused is what names somebody, and photos of which nobody says that they name nobody.
 */
@Component
class PracticeWriting {

    /** The fields that people read, as the form calls them. */
    static final List<String> FIELDS = List.of("title", "before", "done", "effect", "windows");

    private final Practices practices;
    private final PracticeVersions versions;
    private final CaseSteps history;
    private final PracticeWords words;
    private final Candidates candidates;
    private final Reporters reporters;
    private final Evidence evidence;
    private final PracticeTexts texts;

    PracticeWriting(
            Practices practices,
            PracticeVersions versions,
            CaseSteps history,
            PracticeWords words,
            Candidates candidates,
            Reporters reporters,
            Evidence evidence,
            PracticeTexts texts) {
        this.practices = practices;
        this.versions = versions;
        this.history = history;
        this.words = words;
        this.candidates = candidates;
        this.reporters = reporters;
        this.evidence = evidence;
        this.texts = texts;
    }

    /** @throws Refusal with a fault for each field that is wrong */
    void submit(Practice practice, Map<String, Object> form) {
        List<Long> photos = chosen(form, "photos").stream().map(Long::valueOf).toList();
        boolean namesOfficer = Boolean.TRUE.equals(form.get("namesOfficer"));
        String department = required(form, "department");
        List<Fault> faults = new ArrayList<>(words.faults(
                practice.ledger(),
                FIELDS.stream()
                        .filter(field -> text(form, field) != null)
                        .collect(Collectors.toMap(field -> field, field -> required(form, field)))));
        if (!candidates.departments(practice.ledger()).contains(department))
            faults.add(new Fault("department", texts.of("refusal.department")));
        if (!pictures(practice).containsAll(photos)) faults.add(new Fault("photos", texts.of("refusal.photos")));
        if (!photos.isEmpty() && !Boolean.TRUE.equals(form.get("covered")))
            faults.add(new Fault("covered", texts.of("refusal.covered")));
        if (namesOfficer && reporters.account(practice.ledger()).isEmpty())
            faults.add(new Fault("namesOfficer", texts.of("refusal.no-officer")));
        if (!faults.isEmpty()) throw new Refusal(faults);
        versions.write(
                practice.number(),
                new PracticeVersions.Draft(
                        required(form, "title"),
                        required(form, "before"),
                        required(form, "done"),
                        required(form, "effect"),
                        text(form, "windows"),
                        namesOfficer,
                        photos));
        practices.submit(practice.number(), required(form, "title"), department);
        history.add(practice.number(), "WRITE", null);
    }

    List<Long> pictures(Practice practice) {
        return evidence.pictures(practice.ledger()).stream().map(Piece::id).toList();
    }
}

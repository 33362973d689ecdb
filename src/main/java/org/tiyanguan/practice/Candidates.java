package org.tiyanguan.practice;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.ledger.Relapses;

/** Which entries may become practices: rectified, closed, and nobody objects to it. */
@Component
public class Candidates {

    private static final String FIELD = "entry";

    private final Ledger ledger;
    private final Parts parts;
    private final Relapses again;
    private final Practices practices;
    private final PracticeTexts texts;

    Candidates(Ledger ledger, Parts parts, Relapses again, Practices practices, PracticeTexts texts) {
        this.ledger = ledger;
        this.parts = parts;
        this.again = again;
        this.practices = practices;
        this.texts = texts;
    }

    /** Returns the entry with what a practice keeps of it. @throws Refusal that says why it may not become one */
    public Candidate candidate(String number) {
        Entry entry = ledger.find(number).orElseThrow(() -> texts.refusal(FIELD, "no-entry"));
        if (entry.state() != EntryState.CLOSED) throw notYet(entry);
        if (entry.outcome() != Outcome.RECTIFIED) throw texts.refusal(FIELD, "not-rectified");
        again.openOf(number).ifPresent(child -> {
            throw texts.refusal(FIELD, "reopened", child);
        });
        practices.of(number).ifPresent(other -> {
            throw texts.refusal(FIELD, "twice", other.number());
        });
        List<String> departments = departments(number);
        if (departments.isEmpty()) throw texts.refusal(FIELD, "not-rectified");
        return new Candidate(
                number,
                departments,
                entry.topic() == null ? null : entry.topic().name(),
                entry.publicText().serviceItem(),
                entry.publicText().title());
    }

    /** The codes of the departments that mended it. */
    public List<String> departments(String number) {
        return parts.of(number).stream()
                .filter(part -> part.state() == PartState.DONE)
                .map(Part::department)
                .distinct()
                .toList();
    }

    private Refusal notYet(Entry entry) {
        if (entry.objected()) return texts.refusal(FIELD, "objected");
        if (entry.state() == EntryState.CONFIRM) return texts.refusal(FIELD, "confirm");
        boolean again = parts.of(entry.number()).stream().anyMatch(part -> part.isOpen() && part.round() > 1);
        return texts.refusal(FIELD, again ? "rework" : "not-rectified");
    }
}

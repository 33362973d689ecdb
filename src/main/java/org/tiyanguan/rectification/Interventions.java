package org.tiyanguan.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.ChangedDeadlines;
import org.tiyanguan.ledger.Deadlines;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.rectification.LoopDiagram.Message;
import org.tiyanguan.rectification.LoopDiagram.Variable;
import org.tiyanguan.security.People;

/**
 * What the centre may do to a running case from outside its tasks. Each act needs a reason of 5 to 500 characters and
 * is refused, with a Chinese sentence, when the case no longer runs. What becomes a variable of the case can be read by
 * departments: it is the public version of what the centre wrote.
 */
@Component
@Transactional
public class Interventions {

    private final Ledger ledger;
    private final LedgerHistory history;
    private final Parts parts;
    private final Deadlines deadlines;
    private final ChangedDeadlines changed;
    private final People people;
    private final CaseMessages messages;
    private final PublicTexts texts;
    private final Texts words;

    Interventions(
            Ledger ledger,
            LedgerHistory history,
            Parts parts,
            Deadlines deadlines,
            ChangedDeadlines changed,
            People people,
            CaseMessages messages,
            PublicTexts texts,
            Texts words) {
        this.ledger = ledger;
        this.history = history;
        this.parts = parts;
        this.deadlines = deadlines;
        this.changed = changed;
        this.people = people;
        this.messages = messages;
        this.texts = texts;
        this.words = words;
    }

    public void urge(String number, @Nullable String reason) {
        String why = reason(reason);
        history.record(running(number), Act.URGE, why);
        expect(messages.send(Message.URGE, number, Map.of(Variable.URGE_REASON, texts.of(number, why))));
    }

    public void supervise(String number, @Nullable String reason) {
        String why = reason(reason);
        history.record(running(number), Act.SUPERVISE, why);
        expect(messages.send(Message.SUPERVISE, number, Map.of(Variable.SUPERVISE_REASON, texts.of(number, why))));
    }

    /** Ends the case; the reason is the answer that the reporter gets. */
    public void withdraw(String number, @Nullable String reason) {
        String why = reason(reason);
        history.record(running(number), Act.WITHDRAW, why);
        ledger.draftAnswer(number, why, texts.of(number, why));
        expect(messages.send(Message.WITHDRAW, number, Map.of()));
    }

    /** Gives an open part to another department, with new deadlines. */
    public void transfer(long partId, String department, @Nullable String reason) {
        Part part = open(partId);
        if (people.department(department).isEmpty()) throw words.refusal("department", "department", department);
        if (department.equals(part.department())) throw words.refusal("department", "department.same");
        expect(messages.sendToPart(
                Message.TRANSFER,
                part.number(),
                Variable.PART_ID,
                partId,
                Map.of(
                        Variable.DEPARTMENT,
                        department,
                        Variable.REASSIGN_REASON,
                        texts.of(part.number(), reason(reason)),
                        Variable.BINDING,
                        false)));
    }

    /** Moves an open part's deadline to the close of business of a working day, and its timers with it. */
    public void reschedule(long partId, @Nullable LocalDate until, @Nullable String reason) {
        Part part = open(partId);
        String why = reason(reason);
        String day = until == null ? "" : until.toString();
        deadlines.day("until", day);
        history.record(part, Act.RESCHEDULE, words.of("extension", day, why));
        expect(messages.sendToPart(
                Message.RESCHEDULE,
                part.number(),
                Variable.PART_ID,
                partId,
                Map.of(Variable.EXTENSION_UNTIL, day, Variable.MOVE_REASON, texts.of(part.number(), why))));
    }

    /** Urges whoever works on the entry; refused if nobody does. */
    public void urgeOpen(String number, String reason) {
        openParts(number);
        urge(number, reason);
    }

    /** Gives the department all open parts that others have; refused if there is none. */
    public void transferOpen(String number, String department, String reason) {
        List<Part> others = openParts(number).stream()
                .filter(part -> !part.department().equals(department))
                .toList();
        if (others.isEmpty()) throw words.refusal("department", "department.already");
        others.forEach(part -> transfer(part.id(), department, reason));
    }

    /** Moves all open parts' deadlines to a later day; refused if one of them has as much time already. */
    public void extendOpen(String number, LocalDate until, String reason) {
        for (Part part : openParts(number)) {
            deadlines.later("until", until.toString(), part);
            reschedule(part.id(), until, reason);
        }
    }

    /** Moves all open parts' deadlines to the days on which today's calendar sets them; refused if that is none. */
    public void recountOpen(String number, String reason) {
        running(number);
        List<ChangedDeadlines.Changed> later = changed.of(number);
        if (later.isEmpty()) throw words.refusal(null, "recount.none");
        later.forEach(one -> reschedule(one.part().id(), one.day(), reason));
    }

    private List<Part> openParts(String number) {
        running(number);
        List<Part> open = parts.of(number).stream().filter(Part::isOpen).toList();
        if (open.isEmpty()) throw words.refusal(null, "part.none");
        return open;
    }

    private Entry running(String number) {
        return ledger.lock(number)
                .filter(entry -> entry.state() != EntryState.CLOSED)
                .orElseThrow(() -> words.refusal(null, "closed", number));
    }

    private Part open(long partId) {
        running(parts.part(partId).number());
        // As it is now that nobody else can change it.
        Part part = parts.part(partId);
        if (!part.isOpen()) throw words.refusal(null, "part.closed");
        return part;
    }

    private String reason(@Nullable String reason) {
        return words.length("reason", reason, 5, 500);
    }

    private void expect(boolean received) {
        if (!received) throw words.refusal(null, "elsewhere");
    }
}

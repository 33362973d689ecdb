package org.tiyanguan.practice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryMoved;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.ledger.RelapseWatch;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.practice.PracticeDiagram.Message;
import org.tiyanguan.practice.PracticeDiagram.Variable;
import org.tiyanguan.security.Roles;

/**
 * Listens to the ledger: an entry that was rectified is put to the decision table, and one about a problem that a
 * practice says is solved marks that practice (复发). About the same problem is what goes to the same department, has the
 * same topic and the same service item, and was reported after the practice was published.
 */
@Component
@Transactional
class Recurrence implements RelapseWatch {

    private final Ledger ledger;
    private final Parts parts;
    private final Practices practices;
    private final PracticeRelapses relapses;
    private final CaseSteps history;
    private final Notices notices;
    private final CaseMessages cases;

    Recurrence(
            Ledger ledger,
            Parts parts,
            Practices practices,
            PracticeRelapses relapses,
            CaseSteps history,
            Notices notices,
            CaseMessages cases) {
        this.ledger = ledger;
        this.parts = parts;
        this.practices = practices;
        this.relapses = relapses;
        this.history = history;
        this.notices = notices;
        this.cases = cases;
    }

    @EventListener
    void on(EntryMoved moved) {
        if (moved.state() == EntryState.CLOSED) closed(moved.number());
        else if (moved.state() == EntryState.RECTIFY) assigned(ledger.entry(moved.number()));
    }

    @Override
    public void relapsed(String number, String child) {
        practices.of(number).filter(Practice::isPublic).ifPresent(practice -> mark(practice, child));
    }

    private void closed(String number) {
        if (ledger.entry(number).outcome() == Outcome.RECTIFIED)
            cases.startWith(
                    ProposalDiagram.Message.ENTRY_RECTIFIED,
                    number,
                    Map.of(ProposalDiagram.Variable.LEDGER_NUMBER, number));
    }

    private void assigned(Entry entry) {
        List<String> departments = parts.of(entry.number()).stream()
                .filter(Part::isEffective)
                .map(Part::department)
                .distinct()
                .toList();
        practices.publishedBefore(entry.reportedAt(), departments).stream()
                .filter(practice -> !practice.ledger().equals(entry.number()))
                .filter(practice -> isAbout(practice, entry))
                .forEach(practice -> mark(practice, entry.number()));
    }

    private static boolean isAbout(Practice practice, Entry entry) {
        String topic = entry.topic() == null ? null : entry.topic().name();
        return Objects.equals(practice.topic(), topic)
                && plain(practice.serviceItem()).equals(plain(entry.publicText().serviceItem()));
    }

    /** However it is spaced and spelled in capitals. */
    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    /** While a new text is being written nobody waits for it: whoever writes sees it there. */
    private void mark(Practice practice, String again) {
        long relapse = relapses.note(practice.number(), again);
        if (relapse == 0) return;
        history.add(practice.number(), "RELAPSE", again);
        notices.toGroup(
                Roles.CENTER,
                "practice-relapsed",
                practice.number(),
                Map.of("title", practice.title(), "relapse", again));
        cases.send(Message.RELAPSED, practice.number(), Map.of(Variable.RELAPSE, relapse));
    }
}

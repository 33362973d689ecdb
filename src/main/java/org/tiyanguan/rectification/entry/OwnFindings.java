package org.tiyanguan.rectification.entry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.evidence.Evidence;
import org.tiyanguan.evidence.EvidenceAccess;
import org.tiyanguan.evidence.Piece;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.ledger.Relapses;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.rectification.LoopDiagram;
import org.tiyanguan.rectification.Reopening;
import org.tiyanguan.security.People;

/** What officers see of their own findings and say to the answer. */
@Component
@Transactional
public class OwnFindings {

    /** What an officer is told of; the rest is between centre and departments. */
    private static final Set<Act> TOLD = Set.of(
            Act.REPORT,
            Act.TRIAGE_ACCEPT,
            Act.TRIAGE_MERGE,
            Act.TRIAGE_ANSWER,
            Act.REOPEN,
            Act.ASSIGN,
            Act.ACCEPT,
            Act.EXTENSION_GRANT,
            Act.DONE,
            Act.VERIFY_GOOD,
            Act.VERIFY_REWORK,
            Act.CONFIRM,
            Act.OBJECT,
            Act.SILENT,
            Act.ANSWER,
            Act.WITHDRAW,
            Act.CLOSE,
            Act.RELAPSE,
            Act.RELAPSE_OF,
            Act.LOOK_BACK);

    /** Who mends it, and until when. */
    public record Responsible(String department, LocalDateTime deadline) {}

    /** Photos from before and after: the officer's own, and what departments and centre added. */
    record Photos(List<Piece> before, List<Piece> after) {}

    /**
     * {@code task} is the id of the open {@code officer-confirm}, null if there is none; {@code openUntil} the last day
     * on which the officer may say that it came back, null if they may not.
     */
    public record File(
            Entry entry,
            List<Responsible> responsible,
            List<LedgerHistory.Event> history,
            Photos photos,
            @Nullable String task,
            @Nullable LocalDate openUntil,
            Again again) {}

    /** With which other findings it goes on, as far as they are the officer's own; {@code runs} also for others'. */
    record Again(@Nullable String before, List<String> after, boolean runs) {}

    private final CaseTasks tasks;
    private final Ledger ledger;
    private final LedgerHistory history;
    private final Parts parts;
    private final Relapses relapses;
    private final Reopening reopening;
    private final Reporters reporters;
    private final Evidence evidence;
    private final People people;

    OwnFindings(
            CaseTasks tasks,
            Ledger ledger,
            LedgerHistory history,
            Parts parts,
            Relapses relapses,
            Reopening reopening,
            Reporters reporters,
            Evidence evidence,
            People people) {
        this.tasks = tasks;
        this.ledger = ledger;
        this.history = history;
        this.parts = parts;
        this.relapses = relapses;
        this.reopening = reopening;
        this.reporters = reporters;
        this.evidence = evidence;
        this.people = people;
    }

    /** Empty for what is not the officer's own. */
    @Transactional(readOnly = true)
    public Optional<File> find(String officer, String number) {
        return ledger.find(number)
                .filter(entry -> isOf(officer, number))
                .map(entry -> new File(
                        entry,
                        responsible(number),
                        told(number),
                        photos(number),
                        task(officer, number),
                        reopening.openUntil(entry).orElse(null),
                        again(officer, entry)));
    }

    /** @param form of the task {@code officer-confirm} */
    void confirm(File own, Map<String, Object> form) {
        tasks.complete(Objects.requireNonNull(own.task(), "it does not wait for the officer"), form);
    }

    private Again again(String officer, Entry entry) {
        List<Relapses.Child> children = relapses.of(entry.number());
        return new Again(
                entry.relapseOf() != null && isOf(officer, entry.relapseOf()) ? entry.relapseOf() : null,
                children.stream()
                        .map(Relapses.Child::number)
                        .filter(child -> isOf(officer, child))
                        .toList(),
                children.stream().anyMatch(child -> child.state() != EntryState.CLOSED));
    }

    private boolean isOf(String officer, String number) {
        return reporters.account(number).filter(officer::equals).isPresent();
    }

    private List<Responsible> responsible(String number) {
        return parts.of(number).stream()
                .filter(Part::isEffective)
                .map(part -> new Responsible(people.departmentName(part.department()), part.deadline()))
                .toList();
    }

    private Photos photos(String number) {
        List<Piece> before = new ArrayList<>();
        List<Piece> after = new ArrayList<>();
        evidence.of(number, new EvidenceAccess(EvidenceAccess.OFFICER, false, true)).stream()
                .filter(Piece::isPicture)
                .forEach(piece -> (piece.side().equals(EvidenceAccess.OFFICER) ? before : after).add(piece));
        return new Photos(before, after);
    }

    private List<LedgerHistory.Event> told(String number) {
        return history.of(number).stream()
                .filter(event -> event.among() == null && TOLD.contains(event.act()))
                .toList();
    }

    private @Nullable String task(String officer, String number) {
        return tasks.of(LoopDiagram.KEY, number).stream()
                .filter(task -> officer.equals(task.assignee()) && task.groups().isEmpty())
                .map(CaseTask::id)
                .findFirst()
                .orElse(null);
    }
}

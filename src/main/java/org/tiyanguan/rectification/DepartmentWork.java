package org.tiyanguan.rectification;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.ForAssignee;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Deadlines;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.security.Choices;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** What {@code rectification.bpmn} calls inside one department's part of a case. */
@ForModels
@Component("departmentWork")
@Transactional
public class DepartmentWork {

    private final Ledger ledger;
    private final LedgerHistory history;
    private final Parts parts;
    private final Deadlines deadlines;
    private final LoopNotices notices;
    private final Texts words;
    private final CurrentUser user;
    private final People people;
    private final Choices choices;

    DepartmentWork(
            Ledger ledger,
            LedgerHistory history,
            Parts parts,
            Deadlines deadlines,
            LoopNotices notices,
            Texts words,
            CurrentUser user,
            People people,
            Choices choices) {
        this.ledger = ledger;
        this.history = history;
        this.parts = parts;
        this.deadlines = deadlines;
        this.notices = notices;
        this.words = words;
        this.user = user;
        this.people = people;
        this.choices = choices;
    }

    /** The ids of the parts to be worked on now, one instance of the sub-process each. */
    public List<Long> openParts(@OwnCase String number) {
        return parts.of(number).stream().filter(Part::isOpen).map(Part::id).toList();
    }

    public String department(@OwnCase(Parts.class) long partId) {
        return parts.part(partId).department();
    }

    /** Who accepted the part and so works on it; null while nobody did, and once they left the department. */
    @ForAssignee
    public @Nullable String handler(@OwnCase(Parts.class) long partId) {
        Part part = parts.part(partId);
        boolean isThere =
                part.handler() != null && people.isMember(part.handler(), Roles.department(part.department()));
        return isThere ? part.handler() : null;
    }

    public boolean accepted(@OwnCase(Parts.class) long partId) {
        return parts.part(partId).state() == PartState.RECTIFY;
    }

    public int timesSentBack(@OwnCase(Parts.class) long partId) {
        return parts.part(partId).timesSentBack();
    }

    public Date acceptBy(@OwnCase(Parts.class) long partId) {
        return deadlines.date(parts.part(partId).acceptBy());
    }

    public Date deadline(@OwnCase(Parts.class) long partId) {
        return deadlines.date(parts.part(partId).deadline());
    }

    public Date remindAt(@OwnCase(Parts.class) long partId) {
        return deadlines.remindAt(parts.part(partId));
    }

    public Date yellowCardAt(@OwnCase(Parts.class) long partId) {
        return deadlines.yellowCardAt(parts.part(partId));
    }

    public Date redCardAt(@OwnCase(Parts.class) long partId) {
        return deadlines.redCardAt(parts.part(partId));
    }

    /** The department accepts, or sends back what is not its own; a leader's ruling cannot be sent back. */
    public void accept(@OwnCase(Parts.class) long partId, String acceptance, String reason) {
        Part part = parts.part(partId);
        switch (acceptance) {
            case "ACCEPT" -> {
                parts.accept(partId, user.id().orElse(null));
                history.record(part, Act.ACCEPT, departmentName(part));
            }
            case "SEND_BACK" -> {
                parts.sendBack(partId);
                history.record(part, Act.SEND_BACK, reason.strip());
            }
            default -> throw new IllegalArgumentException(acceptance);
        }
    }

    public void urgeAcceptance(@OwnCase(Parts.class) long partId) {
        Part part = parts.part(partId);
        history.record(part, Act.ACCEPT_LATE, words.time(part.acceptBy()));
        notices.acceptLate(part);
    }

    /** The department hands in what it did, or asks once for more time. */
    public void rectify(
            @OwnCase(Parts.class) long partId, String progress, String result, String until, String reason) {
        Part part = parts.part(partId);
        switch (progress) {
            case "DONE" -> {
                String done = result.strip();
                parts.done(partId, done);
                history.record(part, Act.DONE, done);
            }
            case "EXTEND" -> {
                LocalDate day = deadlines.later("extensionUntil", until, part);
                String why = reason.strip();
                parts.askExtension(partId, day, why);
                history.record(part, Act.EXTENSION_ASK, words.of("extension", day, why));
            }
            default -> throw new IllegalArgumentException(progress);
        }
    }

    public void awaitExtension(@OwnCase(Parts.class) long partId) {
        notices.extensionAsked(parts.part(partId));
    }

    /** The leader grants the extension, until that day or another, or refuses it. */
    public void decideExtension(@OwnCase(Parts.class) long partId, String decision, String until, String reason) {
        Part part = parts.part(partId);
        String why = reason.strip();
        switch (decision) {
            case "GRANT" -> {
                LocalDate day = deadlines.later("extensionUntil", until, part);
                parts.decideExtension(partId, true);
                history.record(part, Act.EXTENSION_GRANT, words.of("extension", day, why));
            }
            case "REFUSE" -> {
                parts.decideExtension(partId, false);
                history.record(part, Act.EXTENSION_REFUSE, why);
                notices.extensionRefused(part, why);
            }
            default -> throw new IllegalArgumentException(decision);
        }
    }

    /** The deadline becomes the close of business of the day; the handling starts its timers anew. */
    public void moveDeadline(@OwnCase(Parts.class) long partId, String until, String reason) {
        Part part = parts.part(partId);
        parts.moveDeadline(part, deadlines.endOf(deadlines.day("extensionUntil", until)));
        notices.rescheduled(parts.part(partId), reason);
    }

    public void awaitReassignment(@OwnCase(Parts.class) long partId) {
        Part part = parts.part(partId);
        notices.reassign(part, history.lastText(part, Act.SEND_BACK));
    }

    public void awaitRuling(@OwnCase(Parts.class) long partId) {
        Part part = parts.part(partId);
        notices.askDepartment(part, history.lastText(part, Act.SEND_BACK));
    }

    /** The part becomes another department's, with new deadlines; returns the new part's id. */
    public long reassign(@OwnCase(Parts.class) long partId, String department, String reason, boolean binding) {
        Part old = parts.part(partId);
        String why = reason.strip();
        People.Department to = people.department(department).orElseThrow();
        if (old.isOpen()) {
            parts.transfer(partId);
            notices.transferred(old, why);
        }
        Part next = binding
                ? parts.assignByRuling(old, to.code())
                : parts.assign(old.number(), to.code(), old.instruction(), Parts.days(old), old.timesSentBack());
        String name = choices.nameOf(Roles.department(to.code()));
        history.record(next, old.isOpen() ? Act.TRANSFER : Act.REASSIGN, words.of("reassigned", name, why));
        notices.assigned(next);
        return next.id();
    }

    public void remind(@OwnCase(Parts.class) long partId) {
        Part part = parts.part(partId);
        history.record(part, Act.REMIND, words.time(part.deadline()));
        notices.remind(part);
    }

    public void reportOverdue(@OwnCase(Parts.class) long partId) {
        Part part = parts.part(partId);
        history.record(part, Act.OVERDUE, words.time(part.deadline()));
        notices.overdue(part);
    }

    public void raiseYellowCard(@OwnCase(Parts.class) long partId) {
        parts.yellowCard(partId);
        Part part = parts.part(partId);
        history.record(part, Act.YELLOW_CARD, departmentName(part));
        notices.yellowCard(part);
    }

    public void raiseRedCard(@OwnCase(Parts.class) long partId) {
        parts.redCard(partId);
        Part part = parts.part(partId);
        history.record(part, Act.RED_CARD, departmentName(part));
        notices.redCard(part);
    }

    public void superviseOverdue(@OwnCase(Parts.class) long partId, String supervision) {
        Part part = parts.part(partId);
        String opinion = supervision.strip();
        history.record(part, Act.SUPERVISE, opinion);
        notices.supervise(part, opinion);
    }

    private String departmentName(Part part) {
        return people.departmentName(part.department());
    }
}

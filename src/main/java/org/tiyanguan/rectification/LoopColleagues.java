package org.tiyanguan.rectification;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.colleague.Cooperation;
import org.tiyanguan.colleague.Cooperation.Kind;
import org.tiyanguan.colleague.CooperationNotices;
import org.tiyanguan.colleague.CooperationTexts;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/**
 * What colleagues do about the loop's tasks stands in the case's history, in which the task's form shows it at once;
 * who it concerns is told. It stays among them, and those who see everything.
 */
@Component
@Transactional
class LoopColleagues {

    private final Ledger ledger;
    private final LedgerHistory history;
    private final Parts parts;
    private final OpenViews views;
    private final CaseTasks tasks;
    private final CooperationNotices notices;
    private final CurrentUser user;
    private final CooperationTexts said;

    LoopColleagues(
            Ledger ledger,
            LedgerHistory history,
            Parts parts,
            OpenViews views,
            CaseTasks tasks,
            CooperationNotices notices,
            CurrentUser user,
            CooperationTexts said) {
        this.ledger = ledger;
        this.history = history;
        this.parts = parts;
        this.views = views;
        this.tasks = tasks;
        this.notices = notices;
        this.user = user;
        this.said = said;
    }

    @EventListener
    void on(Cooperation act) {
        CaseTask task = act.task();
        String number = task.number();
        if (number == null || !task.process().equals(LoopDiagram.KEY)) return;
        Long partId = (Long) tasks.variable(task.id(), LoopDiagram.Variable.PART_ID);
        Part part = partId == null ? null : parts.part(partId);
        history.recordAmong(act.group(), number, partId, Act.valueOf(act.kind().name()), said.of(act));
        if (part != null) moveHandler(act, part);
        notices.tell(act, ledger.entry(number).publicText().title());
        if (act.kind() != Kind.DROP_OPINION) views.renewHistory(task, number, part, act.group());
    }

    /** The part is with whoever took over the rectifying; a delegate works for its handler. */
    private void moveHandler(Cooperation act, Part part) {
        boolean departments = act.group().equals(Roles.department(part.department()));
        if (!departments || part.state() != PartState.RECTIFY) return;
        if (act.kind() == Kind.HAND_OVER && act.to() != null) parts.handler(part.id(), act.to());
        if (act.kind() == Kind.CLAIM) parts.handler(part.id(), user.id().orElseThrow());
    }
}

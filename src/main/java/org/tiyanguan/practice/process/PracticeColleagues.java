package org.tiyanguan.practice.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.colleague.Cooperation;
import org.tiyanguan.colleague.CooperationNotices;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.PracticeDiagram;
import org.tiyanguan.practice.Practices;

/** What colleagues do about the tasks of a practice stands in its history, and whom it concerns is told. */
@Component
@Transactional
class PracticeColleagues {

    private final Practices practices;
    private final PublicTexts entries;
    private final CaseSteps history;
    private final CooperationNotices notices;

    PracticeColleagues(Practices practices, PublicTexts entries, CaseSteps history, CooperationNotices notices) {
        this.practices = practices;
        this.entries = entries;
        this.history = history;
        this.notices = notices;
    }

    @EventListener
    void on(Cooperation act) {
        String number = act.task().number();
        if (number == null || !act.task().process().equals(PracticeDiagram.KEY)) return;
        history.add(number, act);
        Practice practice = practices.practice(number);
        notices.tell(act, entries.of(practice.ledger(), practice.title()));
    }
}

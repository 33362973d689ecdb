package org.tiyanguan.practice.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tiyanguan.colleague.Cooperation;
import org.tiyanguan.colleague.CooperationNotices;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.PracticeDiagram;
import org.tiyanguan.practice.Practices;

/** Tells colleagues what the others do about the tasks of a practice. */
@Component
class PracticeColleagues {

    private final Practices practices;
    private final PublicTexts entries;
    private final CooperationNotices notices;

    PracticeColleagues(Practices practices, PublicTexts entries, CooperationNotices notices) {
        this.practices = practices;
        this.entries = entries;
        this.notices = notices;
    }

    @EventListener
    void on(Cooperation act) {
        String number = act.task().number();
        if (number == null || !act.task().process().equals(PracticeDiagram.KEY)) return;
        Practice practice = practices.practice(number);
        notices.tell(act, entries.of(practice.ledger(), practice.title()));
    }
}

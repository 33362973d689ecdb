package org.tiyanguan.event.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.colleague.Cooperation;
import org.tiyanguan.colleague.CooperationNotices;
import org.tiyanguan.event.EventDiagram;
import org.tiyanguan.event.Events;

/** What colleagues do about the tasks of an event stands in its history, and whom it concerns is told. */
@Component
@Transactional
class EventColleagues {

    private final Events events;
    private final CaseSteps history;
    private final CooperationNotices notices;

    EventColleagues(Events events, CaseSteps history, CooperationNotices notices) {
        this.events = events;
        this.history = history;
        this.notices = notices;
    }

    @EventListener
    void on(Cooperation act) {
        String number = act.task().number();
        if (number == null || !act.task().process().equals(EventDiagram.KEY)) return;
        history.add(number, act);
        notices.tell(act, events.event(number).title());
    }
}

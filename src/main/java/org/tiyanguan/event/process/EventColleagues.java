package org.tiyanguan.event.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tiyanguan.colleague.Cooperation;
import org.tiyanguan.colleague.CooperationNotices;
import org.tiyanguan.event.EventDiagram;
import org.tiyanguan.event.Events;

/** Tells colleagues what the others do about the tasks of an event. */
@Component
class EventColleagues {

    private final Events events;
    private final CooperationNotices notices;

    EventColleagues(Events events, CooperationNotices notices) {
        this.events = events;
        this.notices = notices;
    }

    @EventListener
    void on(Cooperation act) {
        String number = act.task().number();
        if (number != null && act.task().process().equals(EventDiagram.KEY))
            notices.tell(act, events.event(number).title());
    }
}

package org.tiyanguan.experience.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tiyanguan.colleague.Cooperation;
import org.tiyanguan.colleague.CooperationNotices;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.ExperienceDiagram;

/** Tells colleagues what the others do about the centre's tasks of an assignment. */
@Component
class ExperienceColleagues {

    private final Assignments assignments;
    private final CooperationNotices notices;

    ExperienceColleagues(Assignments assignments, CooperationNotices notices) {
        this.assignments = assignments;
        this.notices = notices;
    }

    @EventListener
    void on(Cooperation act) {
        String number = act.task().number();
        if (number != null && act.task().process().equals(ExperienceDiagram.KEY))
            notices.tell(act, assignments.assignment(number).title());
    }
}

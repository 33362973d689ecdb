package org.tiyanguan.experience.process;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.experience.ExperienceDiagram;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.officer.TermEnded;

/** Gives the open visits of an officer whose term has ended to others, as the diagram draws them. */
@Component
@Transactional
class VisitsOfLeavers {

    private final Visits visits;
    private final CaseMessages cases;

    VisitsOfLeavers(Visits visits, CaseMessages cases) {
        this.visits = visits;
        this.cases = cases;
    }

    /** A visit of a case that began under an older diagram, which catches no such message, lapses on its last day. */
    @EventListener
    void on(TermEnded end) {
        visits.openOf(end.account())
                .forEach(visit -> cases.sendToPart(
                        ExperienceDiagram.Message.OFFICER_LEFT,
                        visit.assignment(),
                        ExperienceDiagram.Variable.VISIT,
                        visit.id(),
                        Map.of()));
    }
}

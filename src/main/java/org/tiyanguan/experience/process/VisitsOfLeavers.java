package org.tiyanguan.experience.process;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tiyanguan.engine.Afterwards;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.engine.Departure;
import org.tiyanguan.experience.ExperienceDiagram;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.officer.TermEnded;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/**
 * Gives the open visits of an officer whose term has ended, or who is no officer any more, to others, as the diagram
 * draws them.
 */
@Component
@Transactional
class VisitsOfLeavers {

    private final Visits visits;
    private final CaseMessages cases;
    private final People people;
    private final Afterwards afterwards;

    VisitsOfLeavers(Visits visits, CaseMessages cases, People people, Afterwards afterwards) {
        this.visits = visits;
        this.cases = cases;
        this.people = people;
        this.afterwards = afterwards;
    }

    /** A visit of a case that began under an older diagram, which catches no such message, lapses on its last day. */
    @EventListener
    void on(TermEnded end) {
        release(end.account());
    }

    /** After whoever changed the accounts is done, and before the tasks are taken away. */
    @TransactionalEventListener(fallbackExecution = true)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @Order(10)
    void on(Departure left) {
        if (left.groups().contains(Roles.OFFICER))
            left.people()
                    .forEach(officer -> afterwards.run("the visits of " + officer, () -> {
                        if (!people.isMember(officer, Roles.OFFICER)) release(officer);
                    }));
    }

    private void release(String officer) {
        visits.openOf(officer)
                .forEach(visit -> cases.sendToPart(
                        ExperienceDiagram.Message.OFFICER_LEFT,
                        visit.assignment(),
                        ExperienceDiagram.Variable.VISIT,
                        visit.id(),
                        Map.of()));
    }
}

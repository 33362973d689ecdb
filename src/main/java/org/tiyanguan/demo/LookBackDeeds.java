package org.tiyanguan.demo;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.experience.LookBackAssignments;
import org.tiyanguan.experience.LookBacks;
import org.tiyanguan.experience.RecordContent;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.Relapses;
import org.tiyanguan.rectification.Reopening;

/** How it is looked back in the demo on what was mended, and what came back. */
@Component
@Profile("demo")
class LookBackDeeds {

    private final LookBacks lookBacks;
    private final LookBackAssignments assignments;
    private final Visits visits;
    private final Records records;
    private final Ledger ledger;
    private final Relapses relapses;
    private final Reopening reopening;
    private final CaseMessages cases;
    private final Clock clock;

    LookBackDeeds(
            LookBacks lookBacks,
            LookBackAssignments assignments,
            Visits visits,
            Records records,
            Ledger ledger,
            Relapses relapses,
            Reopening reopening,
            CaseMessages cases,
            Clock clock) {
        this.lookBacks = lookBacks;
        this.assignments = assignments;
        this.visits = visits;
        this.records = records;
        this.ledger = ledger;
        this.relapses = relapses;
        this.reopening = reopening;
        this.cases = cases;
        this.clock = clock;
    }

    /** Begins an assignment on what the department mended three months ago; returns its number. */
    String begun(String department) {
        String entry = mended(department, 150, 90);
        lookBacks.decide(entry, 100, true);
        String assignment = assignments.assign(ledger.entry(entry));
        cases.startWith("look-back-chosen", assignment, Map.of("assignmentNumber", assignment));
        return assignment;
    }

    /** Whoever was drawn. */
    String officer(String assignment) {
        return visit(assignment).officer();
    }

    /** The officer writes down that nothing is left of it. */
    void finds(String assignment) {
        Visit visit = visit(assignment);
        Map<String, String> typed = Map.of("rating-0", "5", "note-0", "窗口照常开放，等候不到十分钟。", "rating-1", "5");
        records.save(
                visit.officer(),
                UUID.randomUUID().toString(),
                visit.id(),
                null,
                new RecordContent(typed),
                Map.of(),
                List.of());
    }

    /** The centre opens anew what the department mended; returns the number of the new entry. */
    String reopened(String department, String reason) {
        return reopening.byCenter(mended(department, 150, 20), reason, Map.of("channel", "VISIT"));
    }

    private Visit visit(String assignment) {
        return visits.of(assignment).get(0);
    }

    /** The last of what the department mended alone, closed so many days ago. */
    private String mended(String department, int atMost, int atLeast) {
        LocalDateTime now = LocalDateTime.now(clock);
        List<String> all = relapses.mended(now.minusDays(atMost), now.minusDays(atLeast)).stream()
                .filter(number -> lookBacks.departments(number).equals(List.of(department)))
                .toList();
        return all.get(all.size() - 1);
    }
}

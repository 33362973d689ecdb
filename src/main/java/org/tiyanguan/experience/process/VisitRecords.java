package org.tiyanguan.experience.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.ExperienceRecord;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.LookBackRecords;
import org.tiyanguan.experience.LookBacks;
import org.tiyanguan.experience.RecordFiling;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.ledger.LookBack;
import org.tiyanguan.ledger.Relapses;

/** Files the record of a visit, against the checklist of its assignment. */
@Component
class VisitRecords {

    private final Assignments assignments;
    private final Visits visits;
    private final Records records;
    private final RecordFiling filing;
    private final LookBackRecords lookBackRecords;
    private final LookBacks lookBacks;
    private final Relapses relapses;
    private final ExperienceTexts texts;

    VisitRecords(
            Assignments assignments,
            Visits visits,
            Records records,
            RecordFiling filing,
            LookBackRecords lookBackRecords,
            LookBacks lookBacks,
            Relapses relapses,
            ExperienceTexts texts) {
        this.assignments = assignments;
        this.visits = visits;
        this.records = records;
        this.filing = filing;
        this.lookBackRecords = lookBackRecords;
        this.lookBacks = lookBacks;
        this.relapses = relapses;
        this.texts = texts;
    }

    void check(long visit) {
        ExperienceRecord record = record(visit);
        filing.check(record, items(visit));
        if (lookedBackOn(visit) != null) lookBackRecords.check(record, filing.findings(record));
    }

    List<Integer> findings(long visit) {
        return filing.findings(record(visit));
    }

    void report(long visit, int finding) {
        ExperienceRecord record = record(visit);
        filing.report(record, finding, before(record, visit, finding));
    }

    void keep(long visit) {
        ExperienceRecord record = record(visit);
        String lookedBackOn = lookedBackOn(visit);
        Optional<LookBack> found = lookedBackOn == null ? Optional.empty() : lookBackRecords.found(record);
        filing.keep(record, items(visit));
        visits.moveTo(visit, Visit.State.SENT, null);
        found.ifPresent(what -> {
            relapses.lookedBack(Objects.requireNonNull(lookedBackOn), what);
            lookBacks.settle(lookedBackOn);
        });
    }

    /**
     * What is still there is the first finding of a record that looks back; the others are found for the first time.
     */
    private @Nullable String before(ExperienceRecord record, long visit, int finding) {
        String lookedBackOn = lookedBackOn(visit);
        if (lookedBackOn == null || filing.findings(record).get(0) != finding) return null;
        return lookBackRecords.found(record).filter(LookBack.STILL::equals).isPresent() ? lookedBackOn : null;
    }

    private @Nullable String lookedBackOn(long visit) {
        return assignments.assignment(visits.visit(visit).assignment()).lookBack();
    }

    private ExperienceRecord record(long visit) {
        return records.ofVisit(visit).orElseThrow(() -> texts.refusal(null, "no-record"));
    }

    private List<String> items(long visit) {
        return assignments.assignment(visits.visit(visit).assignment()).itemList();
    }
}

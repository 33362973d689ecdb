package org.tiyanguan.experience.process;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.ExperienceRecord;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.RecordFiling;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;

/** Files the record of a visit, against the checklist of its assignment. */
@Component
class VisitRecords {

    private final Assignments assignments;
    private final Visits visits;
    private final Records records;
    private final RecordFiling filing;
    private final ExperienceTexts texts;

    VisitRecords(Assignments assignments, Visits visits, Records records, RecordFiling filing, ExperienceTexts texts) {
        this.assignments = assignments;
        this.visits = visits;
        this.records = records;
        this.filing = filing;
        this.texts = texts;
    }

    void check(long visit) {
        filing.check(record(visit), items(visit));
    }

    List<Integer> findings(long visit) {
        return filing.findings(record(visit));
    }

    void report(long visit, int finding) {
        filing.report(record(visit), finding);
    }

    void keep(long visit) {
        filing.keep(record(visit), items(visit));
        visits.moveTo(visit, Visit.State.SENT, null);
    }

    private ExperienceRecord record(long visit) {
        return records.ofVisit(visit).orElseThrow(() -> texts.refusal(null, "no-record"));
    }

    private List<String> items(long visit) {
        return assignments.assignment(visits.visit(visit).assignment()).itemList();
    }
}

package org.tiyanguan.experience.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.ExperienceDiagram;
import org.tiyanguan.experience.ExperienceRecord;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.RecordFiling;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;

/** Sends records: with all of its findings or not at all, and once. */
@Component
@Transactional
public class RecordSubmission {

    private final Records records;
    private final RecordFiling filing;
    private final Visits visits;
    private final Assignments assignments;
    private final CaseTasks tasks;
    private final ExperienceTexts texts;

    RecordSubmission(
            Records records,
            RecordFiling filing,
            Visits visits,
            Assignments assignments,
            CaseTasks tasks,
            ExperienceTexts texts) {
        this.records = records;
        this.filing = filing;
        this.visits = visits;
        this.assignments = assignments;
        this.tasks = tasks;
        this.texts = texts;
    }

    /**
     * One that is sent already stays as it is.
     *
     * @throws org.tiyanguan.core.Refusal with a fault for each field that is wrong
     */
    public void send(String number) {
        ExperienceRecord record = records.lock(number);
        if (record.isSent()) return;
        if (record.visit() != null) {
            Visit visit = visits.visit(record.visit());
            filing.check(record, assignments.assignment(visit.assignment()).itemList());
            // The diagram goes on from there: it starts the rectifications and keeps the record.
            tasks.complete(task(visit), Map.of());
            return;
        }
        filing.check(record, List.of());
        filing.findings(record).forEach(finding -> filing.report(record, finding, null));
        filing.keep(record, List.of());
    }

    /** Says whether the officer takes part; the reason is for those who do not. */
    void reply(Visit visit, String reply, String reason) {
        Map<String, Object> form = new HashMap<>();
        form.put(ExperienceDiagram.Variable.REPLY, reply);
        if ("NO".equals(reply)) form.put(ExperienceDiagram.Variable.DECLINE_REASON, reason.strip());
        tasks.complete(task(visit), form);
    }

    /** The officer has one task at a time in an assignment. */
    private String task(Visit visit) {
        return tasks.of(ExperienceDiagram.KEY, visit.assignment()).stream()
                .filter(task ->
                        visit.officer().equals(task.assignee()) && task.groups().isEmpty())
                .map(CaseTask::id)
                .findFirst()
                .orElseThrow(() -> texts.refusal(null, "visit-over"));
    }
}

package org.tiyanguan.rectification.bulk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.Acting;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.LedgerHistory.Event;

/**
 * Drives acts on many entries in tests: the centre asks for them, jobs are executed, and one looks at what came of it.
 */
@Component
class Bulk {

    private final Acting acting;
    private final BulkIntake intake;
    private final BulkActs acts;
    private final LedgerHistory history;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcClient jdbc;

    Bulk(
            Acting acting,
            BulkIntake intake,
            BulkActs acts,
            LedgerHistory history,
            RuntimeService runtime,
            ManagementService management,
            JdbcClient jdbc) {
        this.acting = acting;
        this.intake = intake;
        this.acts = acts;
        this.history = history;
        this.runtime = runtime;
        this.management = management;
        this.jdbc = jdbc;
    }

    String urge(String... numbers) {
        return begin(form("URGE", null, "", numbers));
    }

    String transfer(String department, String... numbers) {
        return begin(form("TRANSFER", department, "", numbers));
    }

    String extend(String day, String... numbers) {
        return begin(form("EXTEND", null, day, numbers));
    }

    private String begin(BulkForm form) {
        return acting.as("center", () -> intake.begin(null, form));
    }

    static BulkForm form(String act, String department, String day, String... numbers) {
        return new BulkForm(act, BulkForm.CHOSEN, List.of(numbers), null, department, day, "群众多次来问进展");
    }

    void finish(String bulk) {
        for (Job job = job(bulk); job != null; job = job(bulk)) management.executeJob(job.getId());
    }

    Job job(String bulk) {
        return management
                .createJobQuery()
                .processDefinitionKey("bulk-act")
                .processInstanceId(runtime.createProcessInstanceQuery().processInstanceBusinessKey(bulk).list().stream()
                        .map(instance -> instance.getId())
                        .findFirst()
                        .orElse("ended"))
                .singleResult();
    }

    Map<String, String> refusals(String bulk) {
        return acts.refused(bulk).stream()
                .collect(Collectors.toMap(BulkActs.Refused::number, BulkActs.Refused::message));
    }

    Event last(String number) {
        List<Event> all = history.of(number);
        return all.get(all.size() - 1);
    }

    List<String> told(String template, String number) {
        return jdbc.sql("select recipient from notice where template = ? and number = ?")
                .param(template)
                .param(number)
                .query(String.class)
                .list();
    }
}

package org.tiyanguan.rectification;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.engine.StartForms;
import org.tiyanguan.evidence.Evidence;
import org.tiyanguan.evidence.EvidenceAccess;
import org.tiyanguan.security.People;

/** What an officer reports, sees of it and says to the answer. */
@Component
@Transactional
class OwnReports {

    /** Of the form {@code report-finding}: what the page knows, or concerns others than officers. */
    private static final Set<String> NOT_ASKED = Set.of("channel", "officer", "reporterName", "reporterPhone", "reporterEmail");

    /** What an officer is told of; the rest is between centre and departments. */
    private static final Set<Act> TOLD = Set.of(
            Act.REPORT, Act.TRIAGE_ACCEPT, Act.TRIAGE_MERGE, Act.TRIAGE_ANSWER, Act.REOPEN, Act.ASSIGN, Act.ACCEPT, Act.EXTENSION_GRANT,
            Act.DONE, Act.VERIFY_GOOD, Act.VERIFY_REWORK, Act.CONFIRM, Act.OBJECT, Act.SILENT, Act.ANSWER, Act.WITHDRAW, Act.CLOSE);

    /** {@code confirms}: the answer waits for the officer. */
    record Line(String number, String title, EntryState state, LocalDateTime reportedAt, boolean confirms) {}

    /** Who mends it, and until when. */
    record Responsible(String department, LocalDateTime deadline) {}

    /** {@code task} is the id of the open {@code officer-confirm}, null if there is none. */
    record File(Entry entry, List<Responsible> responsible, List<LedgerHistory.Event> history, String task) {}

    private final JdbcClient jdbc;
    private final CaseMessages cases;
    private final CaseTasks tasks;
    private final StartForms forms;
    private final Ledger ledger;
    private final LedgerHistory history;
    private final Parts parts;
    private final Reporters reporters;
    private final People people;
    private final Evidence evidence;

    OwnReports(
            JdbcClient jdbc,
            CaseMessages cases,
            CaseTasks tasks,
            StartForms forms,
            Ledger ledger,
            LedgerHistory history,
            Parts parts,
            Reporters reporters,
            People people,
            Evidence evidence) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.tasks = tasks;
        this.forms = forms;
        this.ledger = ledger;
        this.history = history;
        this.parts = parts;
        this.reporters = reporters;
        this.people = people;
        this.evidence = evidence;
    }

    List<StartForms.Field> fields() {
        return forms.of("rectification").stream().filter(field -> !NOT_ASKED.contains(field.key())).toList();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<Line> of(String officer) {
        return jdbc.sql("""
                        select e.number, e.title, e.state, e.reported_at, e.state = 'CONFIRM' as confirms
                        from reporter r join ledger_entry e on e.number = r.number
                        where r.user_id = :officer order by e.reported_at desc, e.number desc""")
                .param("officer", officer)
                .query(Line.class)
                .list();
    }

    /** Empty for what is not the officer's own. */
    @Transactional(readOnly = true)
    Optional<File> find(String officer, String number) {
        return ledger.find(number)
                .filter(entry -> reporters.account(number).filter(officer::equals).isPresent())
                .map(entry -> new File(entry, responsible(number), told(number), task(officer, number)));
    }

    /** What the page with that token has led to. */
    @Transactional(readOnly = true)
    Optional<String> sentBefore(String token) {
        return jdbc.sql("select number from report_submission where token = :token")
                .param("token", token)
                .query(String.class)
                .optional();
    }

    /**
     * Starts the loop with a finding and its photos, all or nothing; the database takes each token once.
     *
     * @return the ledger number
     * @throws org.tiyanguan.engine.Refusal with a fault for each field that is wrong, or for the photos
     */
    String report(String officer, String token, Map<String, ?> typed, List<byte[]> photos) {
        Map<String, Object> form = new HashMap<>(StartForms.values(fields(), typed));
        form.put("channel", Channel.OFFICER.name());
        form.put("officer", officer);
        String number = cases.start("rectification", form);
        if (!photos.isEmpty()) evidence.add(number, new EvidenceAccess(EvidenceAccess.OFFICER, true, true), photos);
        jdbc.sql("insert into report_submission (token, number) values (:token, :number)")
                .param("token", token)
                .param("number", number)
                .update();
        return number;
    }

    /** @param form of the task {@code officer-confirm} */
    void confirm(File own, Map<String, Object> form) {
        tasks.complete(own.task(), form);
    }

    private List<Responsible> responsible(String number) {
        return parts.of(number).stream()
                .filter(part -> part.state() != Part.State.SENT_BACK && part.state() != Part.State.WITHDRAWN)
                .map(part -> new Responsible(
                        people.department(part.department()).map(People.Department::name).orElse(part.department()), part.deadline()))
                .toList();
    }

    private List<LedgerHistory.Event> told(String number) {
        return history.of(number).stream().filter(event -> event.among() == null && TOLD.contains(event.act())).toList();
    }

    private String task(String officer, String number) {
        return tasks.of("rectification", number).stream()
                .filter(task -> officer.equals(task.assignee()) && task.groups().isEmpty())
                .map(CaseTask::id)
                .findFirst()
                .orElse(null);
    }
}

package org.tiyanguan.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.Acting;
import org.tiyanguan.experience.record.RecordSubmission;
import org.tiyanguan.ledger.LedgerRows;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Mornings of looking back, and what officers say who were sent. */
@Component
public class LookingBack {

    private final Experiencing experiencing;
    private final Records records;
    private final RecordSubmission sending;
    private final Visits visits;
    private final People people;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Acting acting;
    private final JdbcClient jdbc;

    LookingBack(
            Experiencing experiencing,
            Records records,
            RecordSubmission sending,
            Visits visits,
            People people,
            RuntimeService runtime,
            ManagementService management,
            Acting acting,
            JdbcClient jdbc) {
        this.experiencing = experiencing;
        this.records = records;
        this.sending = sending;
        this.visits = visits;
        this.people = people;
        this.runtime = runtime;
        this.management = management;
        this.acting = acting;
        this.jdbc = jdbc;
    }

    /** An entry that an officer reported and gongan mended, with so many stars; returns its number. */
    public String closed(int n, String closedAt, int stars) {
        LedgerRows.entry(jdbc, n)
                .with("state", "CLOSED")
                .with("reportedAt", LocalDateTime.parse(closedAt))
                .reportedByAccount("officer")
                .insert()
                .part("gongan", "DONE", closedAt, null);
        String number = LedgerRows.number(n);
        jdbc.sql("update ledger_entry set rating = :stars where number = :number")
                .param("stars", stars)
                .param("number", number)
                .update();
        return number;
    }

    /** All that happens that morning. */
    public void round(String time) {
        Experiencing.now(time);
        String round = runtime.startProcessInstanceByKey("look-back").getId();
        for (List<Job> jobs = jobs(round); !jobs.isEmpty(); jobs = jobs(round))
            management.executeJob(jobs.get(0).getId());
    }

    private List<Job> jobs(String instance) {
        return management.createJobQuery().processInstanceId(instance).list();
    }

    /** The numbers of the assignments that look back on the entry. */
    public List<String> assignments(String number) {
        return jdbc.sql("select number from assignment where look_back = :number order by number")
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** The number of the only one. */
    public String assignment(String number) {
        List<String> all = assignments(number);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** Who was sent last. */
    public String officer(String assignment) {
        List<Visit> all = visits.of(assignment);
        return all.get(all.size() - 1).officer();
    }

    /** The officer goes and says how much of it is gone: 5 is all of it, NONE that it was not to be seen. */
    public void visited(String assignment, String gone, int findings) {
        Map<String, String> found = new TreeMap<>();
        for (int finding = 1; finding <= findings; finding++) found.putAll(Experiencing.finding(finding));
        visited(assignment, gone, found);
    }

    /** @param found what is typed besides */
    void visited(String assignment, String gone, Map<String, String> found) {
        String officer = officer(assignment);
        experiencing.reply(officer, assignment, "YES", null);
        Map<String, String> typed = new TreeMap<>(Map.of("rating-0", gone, "rating-1", "5"));
        typed.putAll(found);
        Visit visit = experiencing.visit(officer, assignment);
        acting.as(officer, () -> {
            ExperienceRecord record = records.save(
                    officer, "token-" + visit.id(), visit.id(), null, RecordContent.of(typed), Map.of(), List.of());
            sending.send(record.number());
            return null;
        });
    }

    /** All officers have something to do in the next weeks. */
    public void nobodyIsFree(String today) {
        Map<String, Object> plan =
                experiencing.plan(people.membersOf(Roles.OFFICER).toArray(String[]::new));
        plan.put("firstDay", today);
        plan.put("lastDay", LocalDate.parse(today).plusDays(30).toString());
        experiencing.planned(plan);
    }

    /** An assignment for which nobody could be drawn, though some could be named. */
    public String waiting(int n) {
        String number = closed(n, "2025-12-01T10:00:00", 1);
        Experiencing.now("2026-03-02T08:40:00");
        nobodyIsFree("2026-03-02");
        round("2026-03-02T08:40:00");
        return assignment(number);
    }

    /** Frees whoever was sent. */
    public void over() {
        jdbc.sql("update visit set state = 'LAPSED' where state in ('INVITED', 'ACCEPTED')")
                .update();
    }
}

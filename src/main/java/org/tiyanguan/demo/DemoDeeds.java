package org.tiyanguan.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.CaseNumbers;
import org.tiyanguan.engine.EngineClock;
import org.tiyanguan.evidence.EvidenceAccess;
import org.tiyanguan.evidence.Intake;

/** What the demo's people do on pages, not in tasks. */
@Component
@Profile("demo")
class DemoDeeds {

    private final IdentityService identity;
    private final RuntimeService runtime;
    private final EngineClock clock;
    private final JdbcClient jdbc;
    private final CaseNumbers numbers;
    private final Intake intake;
    private final ObjectMapper json;

    DemoDeeds(
            IdentityService identity,
            RuntimeService runtime,
            EngineClock clock,
            JdbcClient jdbc,
            CaseNumbers numbers,
            Intake intake,
            ObjectMapper json) {
        this.identity = identity;
        this.runtime = runtime;
        this.clock = clock;
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.intake = intake;
        this.json = json;
    }

    String lastApplication() {
        return jdbc.sql("select max(number) from application")
                .query(String.class)
                .single();
    }

    void photograph(String application, int n) {
        jdbc.sql(
                        "insert into application_file (number, kind, type, content, added_at) values (:number, 'PHOTO', 'image/jpeg', :content, :now)")
                .param("number", application)
                .param("content", DemoPictures.face(n))
                .param("now", LocalDateTime.now(clock))
                .update();
    }

    /** The officers log in under the demo's well-known names. */
    void giveDemoAccounts() {
        List<String> made = jdbc.sql("select account from officer order by application")
                .query(String.class)
                .list();
        for (int n = 0; n < made.size(); n++) {
            identity.deleteUser(made.get(n));
            jdbc.sql("update officer set account = :demo where account = :made")
                    .param("demo", DemoAccounts.officer(n))
                    .param("made", made.get(n))
                    .update();
            jdbc.sql("delete from activation where account = :made")
                    .param("made", made.get(n))
                    .update();
        }
    }

    String checklist(String mode) {
        return jdbc.sql("select min(id) from checklist where mode = ?")
                .param(mode)
                .query(String.class)
                .single();
    }

    String reported() {
        return jdbc.sql("select max(ledger) from record_finding")
                .query(String.class)
                .single();
    }

    void withdraw(String assignment, String reason) {
        jdbc.sql("update assignment set reason = :reason where number = :number")
                .param("reason", reason)
                .param("number", assignment)
                .update();
        runtime.createMessageCorrelation("assignment-withdrawn")
                .processInstanceBusinessKey(assignment)
                .correlateAllWithResult();
    }

    void showMended(String number, String department) {
        intake.add(
                number,
                new EvidenceAccess(department, true, false),
                List.of(new ByteArrayResource(DemoPictures.table("整改后", 0xcfe8d5))));
    }

    /** What the officer wrote down, until the task is completed. */
    void draft(String assignment, String officer, LocalDate day, boolean reports) {
        String number = numbers.next("JL", 6);
        Map<String, String> typed = new TreeMap<>();
        for (int item = 0; item < 13; item++)
            typed.put("rating-" + item, item == 5 ? "NONE" : String.valueOf(5 - (item + officer.length()) % 3));
        typed.put("note-3", "填表台没有样张，老人看不清小字。");
        if (reports)
            Map.of(
                            "kind",
                            "PROBLEM",
                            "title",
                            "填表台没有样张，字太小",
                            "description",
                            "填写失业登记表时没有样张可看，同去的两位老人看不清小字，填错重来了两次。",
                            "place",
                            "一楼B区填表台",
                            "occurredOn",
                            day.toString(),
                            "serviceItem",
                            "失业登记",
                            "urgency",
                            "NORMAL")
                    .forEach((field, value) -> typed.put("f1-" + field, value));
        jdbc.sql("""
                        insert into experience_record (number, token, officer, visit, state, content, updated_at)
                        select :number, :number, :officer, id, 'DRAFT', :content, :now from visit
                        where officer = :officer and assignment = :assignment""")
                .param("number", number)
                .param("officer", officer)
                .param("assignment", assignment)
                .param("content", write(typed))
                .param("now", LocalDateTime.now(clock))
                .update();
        if (reports)
            intake.add(
                    number + "/f1",
                    new EvidenceAccess(EvidenceAccess.OFFICER, true, true),
                    List.of(new ByteArrayResource(DemoPictures.table("整改前", 0xe8d9c3))));
    }

    private String write(Map<String, String> typed) {
        try {
            return json.writeValueAsString(typed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.tiyanguan.practice;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.CaseOf;
import org.tiyanguan.practice.Relapse.Decision;

/** The table of problems that came back after a practice was published. */
@Component
public class PracticeRelapses implements CaseOf {

    private final JdbcClient jdbc;
    private final Clock clock;

    PracticeRelapses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns its id; that of one which is noted already is not given again: then 0. */
    long note(String practice, String ledger) {
        int added = jdbc.sql("""
                        insert into practice_relapse (practice, ledger, noted_at)
                        select :practice, :ledger, :now
                        where not exists (select 1 from practice_relapse where practice = :practice and ledger = :ledger)""")
                .param("practice", practice)
                .param("ledger", ledger)
                .param("now", LocalDateTime.now(clock))
                .update();
        if (added == 0) return 0;
        return jdbc.sql("select id from practice_relapse where practice = :practice and ledger = :ledger")
                .param("practice", practice)
                .param("ledger", ledger)
                .query(Long.class)
                .single();
    }

    public void decide(long id, Decision decision, String note) {
        jdbc.sql("update practice_relapse set decision = :decision, note = :note, decided_at = :now where id = :id")
                .param("decision", decision.name())
                .param("note", note)
                .param("now", LocalDateTime.now(clock))
                .param("id", id)
                .update();
    }

    @Override
    public String caseOf(String id) {
        return relapse(Long.parseLong(id)).practice();
    }

    public Relapse relapse(long id) {
        return jdbc.sql("select * from practice_relapse where id = :id")
                .param("id", id)
                .query(Relapse.class)
                .single();
    }

    /** In the order in which they were noted. */
    public List<Relapse> of(String practice) {
        return jdbc.sql("select * from practice_relapse where practice = :practice order by id")
                .param("practice", practice)
                .query(Relapse.class)
                .list();
    }
}

package org.tiyanguan.practice;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.CaseOf;
import org.tiyanguan.security.CurrentUser;

/** The table of what other departments did about practices. */
@Component
public class Adoptions implements CaseOf {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    Adoptions(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /** Asks the department, unless it has answered; where it was asked before, it has new time. */
    public void ask(String practice, String department, LocalDateTime due) {
        int asked = jdbc.sql("""
                        update practice_adoption set due = case when answer is null then :due else due end
                        where practice = :practice and department = :department""")
                .param("due", due)
                .param("practice", practice)
                .param("department", department)
                .update();
        if (asked > 0) return;
        jdbc.sql("""
                        insert into practice_adoption (practice, department, asked_at, due)
                        values (:practice, :department, :now, :due)""")
                .param("practice", practice)
                .param("department", department)
                .param("now", LocalDateTime.now(clock))
                .param("due", due)
                .update();
    }

    public void answer(long id, Adoption.Answer answer, @Nullable String note) {
        jdbc.sql("""
                        update practice_adoption set answer = :answer, note = :note, answered_by = :by, answered_at = :now
                        where id = :id""")
                .param("answer", answer.name())
                .param("note", note)
                .param("by", user.id().orElse("system"))
                .param("now", LocalDateTime.now(clock))
                .param("id", id)
                .update();
    }

    @Override
    public String caseOf(String id) {
        return adoption(Long.parseLong(id)).practice();
    }

    public Adoption adoption(long id) {
        return jdbc.sql("select * from practice_adoption where id = :id")
                .param("id", id)
                .query(Adoption.class)
                .single();
    }

    /** By department. */
    public List<Adoption> of(String practice) {
        return jdbc.sql("select * from practice_adoption where practice = :practice order by department")
                .param("practice", practice)
                .query(Adoption.class)
                .list();
    }
}

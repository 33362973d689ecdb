package org.tiyanguan.annual;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.annual.Check.Outcome;
import org.tiyanguan.core.CaseOf;

/** The tables of departments' looks at their figures, and of what they contest. */
@Component
public class AnnualChecks implements CaseOf {

    private final JdbcClient jdbc;
    private final Clock clock;

    AnnualChecks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(String number, String department, String name) {
        jdbc.sql("insert into annual_check (number, department, name) values (:number, :department, :name)")
                .param("number", number)
                .param("department", department)
                .param("name", name)
                .update();
    }

    public void settle(long id, Outcome outcome) {
        jdbc.sql("update annual_check set outcome = :outcome, settled_at = :now where id = :id")
                .param("outcome", outcome.name())
                .param("now", LocalDateTime.now(clock))
                .param("id", id)
                .update();
    }

    /** The database refuses to have the same case contested twice. */
    public void contest(long id, String ledger, String reason) {
        jdbc.sql("""
                        insert into annual_contest (check_id, ledger, reason, contested_at)
                        values (:id, :ledger, :reason, :now)""")
                .param("id", id)
                .param("ledger", ledger)
                .param("reason", reason)
                .param("now", LocalDateTime.now(clock))
                .update();
    }

    public void answer(long contest, Contest.Answer answer, String reason) {
        jdbc.sql("""
                        update annual_contest set answer = :answer, answer_reason = :reason, answered_at = :now
                        where id = :id""")
                .param("answer", answer.name())
                .param("reason", reason)
                .param("now", LocalDateTime.now(clock))
                .param("id", contest)
                .update();
    }

    public Check check(long id) {
        return jdbc.sql("select * from annual_check where id = :id")
                .param("id", id)
                .query(Check.class)
                .single();
    }

    /** By department. */
    public List<Check> of(String number) {
        return jdbc.sql("select * from annual_check where number = :number order by department")
                .param("number", number)
                .query(Check.class)
                .list();
    }

    /** In the order in which they came. */
    public List<Contest> contests(long check) {
        return jdbc.sql("select * from annual_contest where check_id = :check order by id")
                .param("check", check)
                .query(Contest.class)
                .list();
    }

    /** Of all departments, in the order in which they came. */
    public List<Contest> contests(String number) {
        return jdbc.sql("""
                        select t.* from annual_contest t join annual_check c on c.id = t.check_id
                        where c.number = :number order by t.id""").param("number", number).query(Contest.class).list();
    }

    public Optional<Contest> open(long check) {
        return contests(check).stream().filter(Contest::isOpen).findFirst();
    }

    @Override
    public String caseOf(String id) {
        return check(Long.parseLong(id)).number();
    }
}

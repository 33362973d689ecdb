package org.tiyanguan.annual;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.annual.AnnualOpinion.Adoption;
import org.tiyanguan.core.CaseOf;

/** The table of officers' opinions of a year. */
@Component
public class AnnualOpinions implements CaseOf {

    private final JdbcClient jdbc;
    private final Clock clock;

    AnnualOpinions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void ask(String number, String account) {
        jdbc.sql("insert into annual_opinion (number, account) values (:number, :account)")
                .param("number", number)
                .param("account", account)
                .update();
    }

    public void say(long id, String text) {
        jdbc.sql("update annual_opinion set text = :text, said_at = :now where id = :id")
                .param("text", text)
                .param("now", LocalDateTime.now(clock))
                .param("id", id)
                .update();
    }

    public void answer(long id, Adoption adoption, String answer) {
        jdbc.sql("""
                        update annual_opinion set adoption = :adoption, answer = :answer, answered_at = :now
                        where id = :id""")
                .param("adoption", adoption.name())
                .param("answer", answer)
                .param("now", LocalDateTime.now(clock))
                .param("id", id)
                .update();
    }

    public AnnualOpinion opinion(long id) {
        return jdbc.sql("select * from annual_opinion where id = :id")
                .param("id", id)
                .query(AnnualOpinion.class)
                .single();
    }

    /** Of all who were asked. */
    public List<AnnualOpinion> of(String number) {
        return jdbc.sql("select * from annual_opinion where number = :number order by id")
                .param("number", number)
                .query(AnnualOpinion.class)
                .list();
    }

    /** The newest year first. */
    public List<AnnualOpinion> by(String account) {
        return jdbc.sql("select * from annual_opinion where account = :account order by id desc")
                .param("account", account)
                .query(AnnualOpinion.class)
                .list();
    }

    @Override
    public String caseOf(String id) {
        return opinion(Long.parseLong(id)).number();
    }
}

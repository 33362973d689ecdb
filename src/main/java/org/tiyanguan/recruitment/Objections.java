package org.tiyanguan.recruitment;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.CaseOf;

/** What the public says against a candidate during the public notice (公示异议). */
@Component
public class Objections implements CaseOf {

    /** {@code code} is the number that the objector keeps; {@code upheld} is null while nobody has decided. */
    public record Objection(
            long id,
            String code,
            String number,
            String name,
            String phone,
            String text,
            LocalDateTime raisedAt,
            @Nullable Boolean upheld,
            @Nullable String reason) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RecruitmentNumbers numbers;

    Objections(JdbcClient jdbc, Clock clock, RecruitmentNumbers numbers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbers = numbers;
    }

    public Objection add(String number, String name, String phone, String text) {
        String code = numbers.nextObjection();
        jdbc.sql("""
                        insert into application_objection (code, number, name, phone, text, raised_at)
                        values (:code, :number, :name, :phone, :text, :now)""")
                .param("code", code)
                .param("number", number)
                .param("name", name)
                .param("phone", phone)
                .param("text", text)
                .param("now", LocalDateTime.now(clock))
                .update();
        return find(code).orElseThrow();
    }

    public Optional<Objection> find(String code) {
        return jdbc.sql("select * from application_objection where code = :code")
                .param("code", code)
                .query(Objection.class)
                .optional();
    }

    @Override
    public String caseOf(String id) {
        return objection(Long.parseLong(id)).number();
    }

    public Objection objection(long id) {
        return jdbc.sql("select * from application_objection where id = :id")
                .param("id", id)
                .query(Objection.class)
                .single();
    }

    public void decide(long id, boolean upheld, String reason) {
        jdbc.sql("update application_objection set upheld = :upheld, reason = :reason where id = :id")
                .param("upheld", upheld)
                .param("reason", reason)
                .param("id", id)
                .update();
    }
}

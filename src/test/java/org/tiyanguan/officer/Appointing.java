package org.tiyanguan.officer;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes accounts officers in tests, as a recruitment would have done. */
@Component
public class Appointing {

    private static final AtomicInteger LETTERS = new AtomicInteger();

    private final JdbcClient jdbc;

    Appointing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With a term of these days, both included. */
    public void officer(
            String account,
            OfficerCategory category,
            @Nullable String employer,
            @Nullable String unit,
            String from,
            String until) {
        String application = "SQ-2026-" + account;
        jdbc.sql("""
                        insert into recruitment_call (number, title, state, created_at)
                        select 'ZM-2026-001', '招募', 'DRAFT', current_timestamp
                        where not exists (select 1 from recruitment_call where number = 'ZM-2026-001')""").update();
        jdbc.sql("""
                        insert into application (number, call_number, kind, category, state, name, phone, submitted_at)
                        select :number, 'ZM-2026-001', 'SELF', :category, 'APPOINTED', :account, '13800138000', current_timestamp
                        where not exists (select 1 from application where number = :number)""")
                .param("number", application)
                .param("category", category.name())
                .param("account", account)
                .update();
        jdbc.sql("""
                        insert into officer (account, application, category, employer, unit)
                        values (:account, :number, :category, :employer, :unit)""")
                .param("account", account)
                .param("number", application)
                .param("category", category.name())
                .param("employer", employer)
                .param("unit", unit)
                .update();
        term(account, from, until);
    }

    public void term(String account, String from, String until) {
        jdbc.sql("""
                        insert into officer_term (account, kind, letter, term_from, term_until)
                        values (:account, 'APPOINTED', :letter, :from, :until)""")
                .param("account", account)
                .param("letter", "PS-2026-9%03d".formatted(LETTERS.incrementAndGet()))
                .param("from", LocalDate.parse(from))
                .param("until", LocalDate.parse(until))
                .update();
    }
}

package org.tiyanguan.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.TestDatabase;

/** Officers who were there before terms were rows of their own. */
@OnH2Too
class EarlierTermsTest {

    private final DataSource database = TestDatabase.empty();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void keep_their_letter_and_their_days_as_the_first_term_of_a_chain() {
        flyway().target("30").load().migrate();
        jdbc.sql("""
                        insert into recruitment_call (number, title, state, created_at)
                        values ('ZM-2025-001', '招募', 'DRAFT', timestamp '2025-01-01 10:00:00')""").update();
        insert("SQ-2025-000001", "tyg20250001", "PS-2025-0001", "2025-02-01");
        insert("SQ-2025-000002", "tyg20250002", "PS-2025-0002", "2025-03-01");
        flyway().load().migrate();
        assertThat(jdbc.sql("select * from officer_term order by id")
                        .query(Term.class)
                        .list())
                .extracting(Term::account, Term::kind, Term::letter, Term::termFrom, Term::termUntil, Term::endedAs)
                .containsExactly(
                        tuple("tyg20250001", "PS-2025-0001", "2025-02-01"),
                        tuple("tyg20250002", "PS-2025-0002", "2025-03-01"));
        jdbc.sql("""
                        insert into application (number, call_number, kind, category, state, name, phone, submitted_at)
                        values ('SQ-2025-000003', 'ZM-2025-001', 'SELF', 'PUBLIC', 'APPOINTED', '王小明', '13800138000', timestamp '2025-01-01 10:00:00')""").update();
        jdbc.sql(
                        "insert into officer (account, application, category) values ('tyg20250003', 'SQ-2025-000003', 'PUBLIC')")
                .update();
        assertThat(jdbc.sql("select account from officer order by id")
                        .query(String.class)
                        .list())
                .containsExactly("tyg20250001", "tyg20250002", "tyg20250003");
        jdbc.sql("update officer set account = 'officer' where account = 'tyg20250001'")
                .update();
        assertThat(jdbc.sql("select letter from officer_term where account = 'officer'")
                        .query(String.class)
                        .single())
                .isEqualTo("PS-2025-0001");
    }

    private static Tuple tuple(String account, String letter, String from) {
        LocalDate first = LocalDate.parse(from);
        return Tuple.tuple(
                account,
                Term.Kind.APPOINTED,
                letter,
                first,
                first.plusMonths(12).minusDays(1),
                null);
    }

    private void insert(String application, String account, String letter, String from) {
        LocalDate first = LocalDate.parse(from);
        jdbc.sql("""
                        insert into application (number, call_number, kind, category, state, name, phone, submitted_at)
                        values (?, 'ZM-2025-001', 'SELF', 'PUBLIC', 'APPOINTED', '王小明', '13800138000', timestamp '2025-01-01 10:00:00')""").param(application).update();
        jdbc.sql("""
                        insert into officer (account, application, category, letter, term_from, term_until)
                        values (?, ?, 'PUBLIC', ?, ?, ?)""")
                .params(
                        account,
                        application,
                        letter,
                        first,
                        first.plusMonths(12).minusDays(1))
                .update();
    }

    /** What Java migrates between is about tables that are empty here. */
    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database)
                .locations(
                        "classpath:db/migration",
                        "classpath:db/vendor/" + (TestDatabase.isPostgres() ? "postgresql" : "h2"));
    }
}

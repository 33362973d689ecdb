package org.tiyanguan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

/** What times the program on a long ledger fits its tables. */
@IntegrationTest
class BenchFillTest {

    private static final int ENTRIES = 500;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService identity;

    @Autowired
    MockMvc mvc;

    /** As psql does it, which is not there on every machine. */
    @BeforeAll
    static void fill(@Autowired DataSource database) throws IOException, SQLException {
        String script = Files.readString(Path.of("bench/fill.sql"))
                .replaceAll("(?m)^\\\\set .*$", "")
                .replace(":'entries'", "'" + ENTRIES + "'");
        try (var connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : script.split("(?<=;|\\\\gexec)\n")) {
                if (sql.endsWith("\\gexec"))
                    for (String made : answers(statement, sql.replace("\\gexec", ""))) statement.execute(made);
                else statement.execute(sql);
            }
        }
    }

    private static List<String> answers(Statement statement, String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) answers.add(rows.getString(1));
        }
        return answers;
    }

    @Test
    void the_ledger_is_as_long_as_asked_and_its_numbers_go_on() {
        assertThat(count("select count(*) from ledger_entry")).isEqualTo(ENTRIES);
        assertThat(
                        list(
                                "select distinct split_part(number, '-', 2) || ' ' || max(number) over (partition by split_part(number, '-', 2)) from ledger_entry"))
                // Ten years are of eleven calendar years, but for a run on New Year's Day.
                .hasSameSizeAs(list("select distinct extract(year from reported_at)::text from ledger_entry"))
                .hasSizeGreaterThanOrEqualTo(10)
                .containsExactlyInAnyOrderElementsOf(list("""
                        select counter_year || ' TYG-' || counter_year || '-' || lpad(last_number::text, 6, '0') from ledger_counter where last_number > 0"""));
        assertThat(count("select sum(last_number) from ledger_counter")).isEqualTo(ENTRIES);
        assertThat(
                        count(
                                "select nextval(pg_get_serial_sequence('rectification_part', 'id')) - max(id) from rectification_part"))
                .isEqualTo(1);
    }

    @Test
    void entries_parts_and_history_agree() {
        assertThat(count("select count(*) from ledger_event where at > localtimestamp"))
                .isZero();
        assertThat(count("select count(*) from ledger_event where act = 'REPORT'"))
                .isEqualTo(ENTRIES);
        assertThat(count("select count(*) from ledger_event where act = 'CLOSE'"))
                .isEqualTo(count("select count(*) from ledger_entry where state = 'CLOSED'"));
        assertThat(count("select count(*) from ledger_event where act = 'DONE'"))
                .isEqualTo(count("select count(*) from rectification_part where state = 'DONE'"));
        assertThat(count("""
                select count(*) from rectification_part p join ledger_entry e on e.number = p.number
                where p.state in ('ACCEPT', 'RECTIFY') and e.state <> 'RECTIFY'""")).isZero();
        assertThat(
                        count(
                                "select count(*) from rectification_part where done_at < accepted_at or accepted_at < assigned_at"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from ledger_entry e where state = 'MERGED' and exists "
                                        + "(select 1 from ledger_entry main where main.number = e.merged_into and main.state = 'CLOSED')"))
                .isZero();
    }

    @Test
    void the_spread_is_that_of_a_real_ledger() {
        assertThat(percent("state = 'CLOSED'", "ledger_entry")).isBetween(90, 99);
        assertThat(percent("done_at <= deadline", "rectification_part where state = 'DONE'"))
                .isBetween(80, 95);
        assertThat(percent("department = 'gongan'", "rectification_part")).isBetween(10, 20);
        assertThat(list("select distinct topic from ledger_entry where topic is not null"))
                .hasSize(10);
        assertThat(list("select distinct mode from ledger_entry where mode is not null"))
                .hasSize(5);
        assertThat(list("select distinct category from ledger_entry where category is not null"))
                .hasSize(4);
        assertThat(list("select distinct card from rectification_part where card is not null"))
                .hasSize(2);
        assertThat(percent("description like '%排队%'", "ledger_entry")).isBetween(5, 30);
    }

    @Test
    void departments_and_officers_are_there() {
        assertThat(identity.createGroupQuery().groupType("DEPARTMENT").count()).isEqualTo(30);
        assertThat(
                        list(
                                "select account from officer join act_id_membership on user_id_ = account where group_id_ = 'officer'"))
                .hasSize(300);
        assertThat(count("""
                select count(*) from ledger_entry e join reporter r on r.number = e.number left join officer o on o.account = r.user_id
                where e.category is distinct from o.category or e.channel = 'OFFICER' and o.account is null""")).isZero();
    }

    @Test
    void the_pages_show_them() throws Exception {
        assertThat(page("/ledger", "center", "center")).contains(list("select max(number) from ledger_entry"));
        assertThat(page("/ledger", "gongan", "dept-gongan")).contains(list("""
                select number from rectification_part where department = 'gongan' and state not in ('SENT_BACK', 'TRANSFERRED')
                order by number desc fetch first row only"""));
        assertThat(page("/notices", "center", "center"))
                .contains(list(
                        "select number from notice where recipient = 'center' order by id desc fetch first row only"));
    }

    private String page(String path, String account, String group) throws Exception {
        return mvc.perform(get(path).with(user(account).authorities(new SimpleGrantedAuthority(group))))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private int percent(String condition, String of) {
        return (int) count("select 100 * count(case when " + condition + " then 1 end) / count(*) from " + of);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}

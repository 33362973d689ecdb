package org.tiyanguan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.TestDatabase;

/** Names and phones from before there was one form of them, and names that were cut within a sign. */
@OnH2Too
class EarlierPhonesTest {

    private final DataSource database = TestDatabase.empty();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void are_kept_in_the_form_of_today() {
        flyway().target("48").load().migrate();
        // As the engine makes it, which comes later.
        jdbc.sql("create table act_id_user (id_ varchar(64) primary key, first_ varchar(255), last_ varchar(255))")
                .update();
        reporter("TYG-2025-000001", "张　三", "07668838383");
        reporter("TYG-2025-000002", "买买提•吐尔逊", "13800138000");
        reporter("TYG-2025-000003", null, null);
        jdbc.sql("""
                        insert into recruitment_call (number, title, state, created_at)
                        values ('ZM-2025-001', '招募', 'DRAFT', timestamp '2025-01-01 10:00:00')""").update();
        officer("tyg1", "𠮷野家", "?", "?野家", "0319-8765432");
        officer("tyg2", "王小明", "王", "小明", "03198765432");
        officer("tyg3", "𠮷", "?", "?", null);

        flyway().javaMigrations(new V48_1__Names_and_phones_as_they_are_kept())
                .load()
                .migrate();

        assertThat(all("select name || ' ' || phone from reporter where phone is not null order by number"))
                .containsExactly("张三 0766-8838383", "买买提·吐尔逊 13800138000");
        assertThat(all("select last_ || '|' || first_ from act_id_user order by id_"))
                .containsExactly("𠮷|野家", "王|小明", "𠮷|");
        assertThat(all("select phone from officer where phone is not null order by account"))
                .containsExactly("0319-8765432", "0319-8765432");
    }

    private List<String> all(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private void reporter(String number, String name, String phone) {
        jdbc.sql("""
                        insert into ledger_entry (number, kind, title, description, place, occurred_on, service_item, urgency, channel, state, reported_at)
                        values (?, 'PROBLEM', '排队', '排队太久了', '大厅', date '2025-01-01', '户口', 'NORMAL', 'VISIT', 'TRIAGE', timestamp '2025-01-01 10:00:00')""").param(number).update();
        jdbc.sql("insert into reporter (number, name, phone, contactable) values (?, ?, ?, false)")
                .params(number, name, phone)
                .update();
    }

    private void officer(String account, String name, String surname, String given, String phone) {
        String application = "SQ-2025-" + account;
        jdbc.sql("""
                        insert into application (number, call_number, kind, category, state, name, phone, submitted_at)
                        values (?, 'ZM-2025-001', 'SELF', 'PUBLIC', 'APPOINTED', ?, '13800138000', timestamp '2025-01-01 10:00:00')""").params(application, name).update();
        jdbc.sql("insert into officer (account, application, category, phone) values (?, ?, 'PUBLIC', ?)")
                .params(account, application, phone)
                .update();
        jdbc.sql("insert into act_id_user (id_, last_, first_) values (?, ?, ?)")
                .params(account, surname, given)
                .update();
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database)
                .locations(
                        "classpath:db/migration",
                        "classpath:db/vendor/" + (TestDatabase.isPostgres() ? "postgresql" : "h2"));
    }
}

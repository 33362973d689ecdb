package org.tiyanguan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.tiyanguan.privacy.PersonalTraces;
import org.tiyanguan.privacy.PersonalTracesTest;
import org.tiyanguan.rectification.V28_3__Open_tasks_in_public_words;

/** Entries that were there before there were public texts. */
class EarlierEntriesTest {

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .generateUniqueName(true)
            .setType(EmbeddedDatabaseType.H2)
            .build();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @BeforeEach
    void before_there_were_public_texts() {
        flyway().target("27?").load().migrate();
    }

    @AfterEach
    void close() {
        database.shutdown();
    }

    @Test
    void get_the_public_version_that_they_would_have_started_with() {
        engine();
        insert("TYG-2025-000001", "tyg0007", null);
        insert("TYG-2025-000002", null, "李明");
        flyway().load().migrate();
        assertThat(publicTitle("TYG-2025-000001")).isEqualTo("〔姓名〕和李明都排队过久，请打〔电话〕");
        assertThat(publicTitle("TYG-2025-000002")).isEqualTo("张三丰和〔姓名〕都排队过久，请打〔电话〕");
        Map<String, Object> row = jdbc.sql("select * from ledger_entry where number = 'TYG-2025-000001'")
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("public_place", "二楼")
                .containsEntry("public_answer", "您好，〔姓名〕：已整改。")
                .containsEntry("title", "张三丰和李明都排队过久，请打13912345678");
        assertThat(row.get("public_search_text").toString()).contains("tyg-2025-000001 〔姓名〕");
    }

    @Test
    void also_without_an_engine() {
        insert("TYG-2025-000001", "tyg0007", null);
        flyway().load().migrate();
        assertThat(publicTitle("TYG-2025-000001")).endsWith("请打〔电话〕");
    }

    @Test
    void in_open_tasks_of_departments_and_only_there_are_shown_in_public_words() {
        engine();
        insert("TYG-2025-000001", "tyg0007", null);
        view("department", "dept-gongan");
        view("centre", "center");
        jdbc.sql(
                        "insert into act_ru_variable (id_, type_, name_, var_scope_, text_, proc_inst_id_) values ('reason', 'string', 'urgeReason', 'department', '请联系张三丰', 'department')")
                .update();
        jdbc.sql("insert into act_id_group (id_) values ('dept-gongan')").update();
        jdbc.sql("insert into act_id_user (id_) values ('gongan')").update();
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) values ('gongan', 'dept-gongan')")
                .update();
        for (String recipient : List.of("gongan", "tyg0007"))
            jdbc.sql(
                            "insert into notice (number, template, recipient, data, created_at) values ('TYG-2025-000001', 'urge', ?, ?, timestamp '2025-01-02 10:00:00')")
                    .params(recipient, "{\"title\":\"张三丰：\\\"排队\\\"\"}")
                    .update();
        flyway().load().migrate();
        assertThat(jdbc.sql("select data from notice order by id")
                        .query(String.class)
                        .list())
                .containsExactly("{\"title\":\"〔姓名〕：\\\"排队\\\"\"}", "{\"title\":\"张三丰：\\\"排队\\\"\"}");
        assertThat(shown("department"))
                .contains("\"title\":\"〔姓名〕和李明都", "请联系〔姓名〕", "\"round\":1")
                .doesNotContain("张三丰", "13912345678");
        assertThat(shown("centre")).contains("张三丰");
        assertThat(jdbc.sql("select text_ from act_ru_variable where id_ = 'reason'")
                        .query(String.class)
                        .single())
                .isEqualTo("请联系〔姓名〕");
    }

    private void view(String id, String group) {
        String json =
                "{\"title\":\"张三丰和李明都排队过久，请打13912345678\",\"part\":{\"round\":1},\"history\":[{\"text\":\"请联系张三丰\"}]}";
        jdbc.sql("insert into act_ru_execution (id_, proc_inst_id_, business_key_) values (?, ?, 'TYG-2025-000001')")
                .params(id, id)
                .update();
        jdbc.sql("insert into act_ru_task (id_, execution_id_, proc_inst_id_) values (?, ?, ?)")
                .params(id, id, id)
                .update();
        jdbc.sql("insert into act_ru_identitylink (id_, task_id_, group_id_) values (?, ?, ?)")
                .params(id, id, group)
                .update();
        jdbc.sql("insert into act_ge_bytearray (id_, bytes_) values (?, ?)")
                .params(id, json.getBytes(StandardCharsets.UTF_8))
                .update();
        jdbc.sql(
                        "insert into act_ru_variable (id_, type_, name_, var_scope_, execution_id_, proc_inst_id_, bytearray_id_) values (?, 'json', 'caseView', ?, ?, ?, ?)")
                .params(id, id, id, id, id)
                .update();
    }

    private String shown(String id) {
        return new String(
                jdbc.sql("select bytes_ from act_ge_bytearray where id_ = ?")
                        .param(id)
                        .query(byte[].class)
                        .single(),
                StandardCharsets.UTF_8);
    }

    /** Its tables as it makes them, and an officer's account. */
    private void engine() {
        for (String tables : List.of("engine", "identity"))
            new ResourceDatabasePopulator(new ClassPathResource(
                            "org/camunda/bpm/engine/db/create/activiti.h2.create." + tables + ".sql"))
                    .execute(database);
        jdbc.sql(
                        "insert into act_id_user (id_, first_, last_, email_) values ('tyg0007', '三丰', '张', 'zsf@example.org')")
                .update();
    }

    private String publicTitle(String number) {
        return jdbc.sql("select public_title from ledger_entry where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private void insert(String number, String account, String name) {
        jdbc.sql("""
                        insert into ledger_entry (number, kind, title, description, place, occurred_on, service_item, urgency, channel, state,
                            answer, reported_at)
                        values (?, 'PROBLEM', '张三丰和李明都排队过久，请打13912345678', '等了两个小时', '二楼', date '2025-01-01', '户口迁移', 'NORMAL',
                            'OTHER', 'CONFIRM', '您好，张三丰：已整改。', timestamp '2025-01-02 10:00:00')""").param(number).update();
        jdbc.sql("insert into reporter (number, user_id, name) values (?, ?, ?)")
                .param(number)
                .param(account)
                .param(name)
                .update();
    }

    private FluentConfiguration flyway() {
        PersonalTraces traces = PersonalTracesTest.traces();
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .javaMigrations(
                        new V28_1__Public_texts_of_earlier_entries(traces),
                        new V28_3__Open_tasks_in_public_words(traces));
    }
}

package org.tiyanguan.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.site.Completion;
import org.tiyanguan.recruitment.site.ObjectionIntake;

/** Once an application is erased, no column of any table, ours or the engine's, says a word of what it said. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class ErasedApplicationTest {

    /** In every text that anybody writes into it or about it. */
    private static final String MARK = "痕迹";

    private static final List<String> MARKS =
            List.of(MARK, "13700137123", "13600136456", "henji@example.org", "1951-07-13", "19510713", "henji-photo");

    @LocalServerPort
    int port;

    @Autowired
    Recruiting recruiting;

    @Autowired
    Completion completion;

    @Autowired
    ObjectionIntake objections;

    @Autowired
    ApplicationFiles files;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Test
    void of_one_that_lapsed() throws Exception {
        String call = recruiting.opened();
        String number = recruiting.applied(call, person());
        attach(number);
        sendBack(number);
        Map<String, Object> form = person();
        form.put("resume", MARK + "补充的简历，比先前的写得更详细一些。");
        completion.complete(number, Annex.of(form), "henji-photo".getBytes(StandardCharsets.UTF_8));
        sendBack(number);
        recruiting.timePassesTo(number, "2026-03-20T17:30:00");
        assertThat(recruiting.application(number).state()).isEqualTo(ApplicationState.LAPSED);
        erased(call, number);
    }

    @Test
    void of_one_that_a_unit_recommended_and_the_leader_refused() throws Exception {
        String call = recruiting.opened();
        Map<String, Object> form = person();
        form.putAll(
                Map.of("recommendation", "PERSON", "unitOpinion", MARK + "同志热心公益，同意推荐。", "unitOpinionBy", MARK + "马红"));
        recruiting.complete("unit", call, "unit-recommend", form);
        String number = jdbc.sql("select max(number) from application")
                .query(String.class)
                .single();
        attach(number);
        sendBack(number);
        form.remove("recommendation");
        form.remove("consent");
        recruiting.complete("unit", number, "unit-opinion", form);
        String task = recruiting.task(number, "center-check").getId();
        assertThat(Browser.of(port, "center")
                        .postAsTasklist(
                                "/camunda/api/colleagues/" + task + "/ask-opinion",
                                "{\"colleague\":\"center2\",\"note\":\"" + MARK + "怎么看\"}")
                        .statusCode())
                .isEqualTo(200);
        propose(number);
        recruiting.complete(
                "leader", number, "leader-decide", Map.of("decision", "BACK", "decisionReason", MARK + "再核实一下情况"));
        recruiting.complete(
                "center", number, "center-check", Map.of("check", "OPPOSE", "centerOpinion", MARK + "情况不符，建议不入选。"));
        recruiting.complete(
                "leader", number, "leader-decide", Map.of("decision", "REFUSE", "decisionReason", MARK + "经研究不入选"));
        assertThat(recruiting.application(number).state()).isEqualTo(ApplicationState.REFUSED);
        erased(call, number);
    }

    @Test
    void of_one_against_which_an_objection_was_right() throws Exception {
        String call = recruiting.opened();
        String number = recruiting.applied(call, person());
        attach(number);
        propose(number);
        recruiting.complete(
                "leader",
                number,
                "leader-decide",
                Map.of("decision", "APPROVE", "category", "PUBLIC", "decisionReason", MARK + "同意入选"));
        recruiting.close(call);
        recruiting.publish(call);
        objections.object(
                call,
                Map.of("line", "1", "name", MARK + "赵", "phone", "13600136456", "text", MARK + "此人已搬到外地，不在本市居住。"));
        recruiting.complete(
                "center",
                number,
                "center-decide-objection",
                Map.of("objectionDecision", "UPHOLD", "objectionReason", MARK + "经核实不符合条件"));
        assertThat(recruiting.application(number).state()).isEqualTo(ApplicationState.REFUSED);
        erased(call, number);
    }

    // ----

    private static Map<String, Object> person() {
        Map<String, Object> form = new HashMap<>(Recruiting.person(MARK + "明"));
        for (String field : List.of("ethnicity", "health", "employer", "jobTitle", "address"))
            form.put(field, MARK + field.toLowerCase());
        form.putAll(Map.of(
                "birthDate",
                "1951-07-13",
                "phone",
                "13700137123",
                "email",
                "henji@example.org",
                "resume",
                MARK + "从事财务工作十五年，经常到政务大厅办事，愿意参与体验监督。"));
        return form;
    }

    private void attach(String number) {
        files.put(number, Kind.PHOTO, "image/jpeg", "henji-photo".getBytes(StandardCharsets.UTF_8));
        files.put(number, Kind.SEALED, "application/pdf", ("%PDF-1.7" + MARK).getBytes(StandardCharsets.UTF_8));
    }

    private void sendBack(String number) {
        recruiting.complete(
                "center",
                number,
                "center-check",
                Map.of("check", "SEND_BACK", "missing", MARK + "请补充工作单位全称", "completionDays", 5));
    }

    private void propose(String number) {
        recruiting.complete(
                "center",
                number,
                "center-check",
                Map.of("check", "PROPOSE", "category", "PUBLIC", "centerOpinion", MARK + "材料齐全，建议入选。"));
    }

    private void erased(String call, String number) throws SQLException {
        assertThat(marks())
                .as("the search finds what is there")
                .anyMatch(found -> found.startsWith("application.resume"))
                .anyMatch(found -> found.startsWith("application_file.content"));
        recruiting.close(call);
        recruiting.timePassesTo(number, "2026-12-31T10:00:00");
        assertThat(recruiting.application(number).erasedAt()).isNotNull();
        assertThat(marks()).isEmpty();
        assertThat(jdbc.sql("select count(*) from recruitment_event where number = ?")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .as("who did what and when stays")
                .isGreaterThan(2);
    }

    /** The columns of all tables that hold a mark. */
    private TreeSet<String> marks() throws SQLException {
        TreeSet<String> found = new TreeSet<>();
        try (var connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection.getMetaData(), connection.getSchema()))
                try (ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next())
                        for (int column = 1; column <= columns; column++) {
                            String text = text(rows, column);
                            for (String mark : MARKS)
                                if (text.contains(mark))
                                    found.add((table + "." + rows.getMetaData().getColumnName(column)).toLowerCase()
                                            + " " + mark);
                        }
                }
        }
        return found;
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        if (value instanceof byte[] || value instanceof java.sql.Blob)
            return new String(rows.getBytes(column), StandardCharsets.UTF_8);
        return value == null ? "" : String.valueOf(rows.getString(column));
    }

    private static List<String> tables(DatabaseMetaData about, String schema) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet all = about.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (all.next()) tables.add(all.getString("TABLE_NAME"));
        }
        assertThat(tables).hasSizeGreaterThan(60);
        return tables;
    }
}

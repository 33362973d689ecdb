package org.tiyanguan.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.privacy.PersonalTraces;
import org.tiyanguan.privacy.Somebody;

/**
 * What was reported before gets the public version that it would have started with; from now on every entry has one.
 */
@Component
class V28_1__Public_texts_of_earlier_entries extends BaseJavaMigration {

    private static final int AT_ONCE = 500;

    private record Row(
            String number, String title, String description, String place, String serviceItem, String answer) {}

    private final PersonalTraces traces;

    V28_1__Public_texts_of_earlier_entries(PersonalTraces traces) {
        this.traces = traces;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        EarlierReporters reporters = new EarlierReporters(jdbc, EarlierReporters.hasEngine(connection));
        String last = "";
        for (List<Row> rows = after(last, jdbc); !rows.isEmpty(); rows = after(last, jdbc)) {
            rows.forEach(row -> publish(row, reporters.of(row.number), jdbc));
            last = rows.get(rows.size() - 1).number;
        }
        for (String column : List.of("public_title", "public_description", "public_place", "public_service_item"))
            jdbc.sql("alter table ledger_entry alter column " + column + " set not null")
                    .update();
    }

    private static List<Row> after(String number, JdbcClient jdbc) {
        return jdbc.sql("""
                        select number, title, description, place, service_item, answer from ledger_entry
                        where number > :number order by number limit :most""")
                .param("number", number)
                .param("most", AT_ONCE)
                .query(Row.class)
                .list();
    }

    private void publish(Row row, Somebody writer, JdbcClient jdbc) {
        jdbc.sql("""
                        update ledger_entry set public_title = :title, public_description = :description, public_place = :place,
                            public_service_item = :item, public_answer = :answer
                        where number = :number""")
                .param("title", traces.masked(writer, row.title))
                .param("description", traces.masked(writer, row.description))
                .param("place", traces.masked(writer, row.place))
                .param("item", traces.masked(writer, row.serviceItem))
                .param("answer", traces.masked(writer, row.answer))
                .param("number", row.number)
                .update();
    }
}

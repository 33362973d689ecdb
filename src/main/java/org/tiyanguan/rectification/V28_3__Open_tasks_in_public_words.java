package org.tiyanguan.rectification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.ledger.EarlierReporters;
import org.tiyanguan.ledger.Wording;
import org.tiyanguan.privacy.PersonalTraces;
import org.tiyanguan.privacy.Somebody;

/**
 * What departments' open tasks, and colleagues' opinions for them, hold of the reporter's words becomes the public
 * version, as does what the centre wrote into variables of the case, and what departments were told. The engine is not
 * there yet, but its tables are.
 */
@Component
public class V28_3__Open_tasks_in_public_words extends BaseJavaMigration {

    private record View(String id, byte[] bytes, String number) {}

    private record Reason(String id, String text, String number) {}

    private record Told(long id, String data, String number) {}

    /** What the table of notices takes. */
    private static final int LONGEST_NOTICE = 20000;

    private final PersonalTraces traces;
    private final ObjectMapper json = new ObjectMapper();

    public V28_3__Open_tasks_in_public_words(PersonalTraces traces) {
        this.traces = traces;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        if (!EarlierReporters.hasEngine(context.getConnection())) return;
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        EarlierReporters reporters = new EarlierReporters(jdbc, true);
        views(jdbc, reporters);
        reasons(jdbc, reporters);
        notices(jdbc, reporters);
    }

    private void views(JdbcClient jdbc, EarlierReporters reporters) {
        jdbc.sql("""
                        select b.id_ as id, b.bytes_ as bytes, c.business_key_ as number
                        from act_ru_task t
                            join act_ru_execution c on c.id_ = t.proc_inst_id_
                            join act_ru_variable v on v.execution_id_ = t.execution_id_ and v.name_ = 'caseView'
                            join act_ge_bytearray b on b.id_ = v.bytearray_id_
                        where c.business_key_ like 'TYG-%'
                            and (exists (select 1 from act_ru_identitylink l where l.task_id_ = t.id_ and l.group_id_ like 'dept-%')
                                or exists (select 1 from act_ru_variable g
                                    where g.proc_inst_id_ = t.proc_inst_id_ and g.name_ = 'group' and g.text_ like 'dept-%'))""")
                .query(View.class)
                .list()
                .forEach(view -> jdbc.sql("update act_ge_bytearray set bytes_ = :bytes where id_ = :id")
                        .param("bytes", renewed(view, jdbc, reporters))
                        .param("id", view.id)
                        .update());
    }

    private void reasons(JdbcClient jdbc, EarlierReporters reporters) {
        jdbc.sql("""
                        select v.id_ as id, v.text_ as text, c.business_key_ as number
                        from act_ru_variable v join act_ru_execution c on c.id_ = v.proc_inst_id_
                        where c.business_key_ like 'TYG-%' and v.text_ is not null
                            and v.name_ in ('urgeReason', 'superviseReason', 'reassignReason', 'moveReason')""")
                .query(Reason.class)
                .list()
                .forEach(reason -> jdbc.sql("update act_ru_variable set text_ = :text where id_ = :id")
                        .param("text", traces.masked(reporters.of(reason.number), reason.text))
                        .param("id", reason.id)
                        .update());
    }

    /** A list of overdue entries is of no number, and of many reporters. */
    private void notices(JdbcClient jdbc, EarlierReporters reporters) {
        jdbc.sql("""
                        select n.id, n.data, n.number from notice n
                        where (n.number like 'TYG-%' or n.template = 'digest')
                            and exists (select 1 from act_id_membership m where m.user_id_ = n.recipient and m.group_id_ like 'dept-%')""")
                .query(Told.class)
                .list()
                .forEach(told -> jdbc.sql("update notice set data = :data where id = :id")
                        .param(
                                "data",
                                renewed(told, told.number == null ? Somebody.UNKNOWN : reporters.of(told.number)))
                        .param("id", told.id)
                        .update());
    }

    private String renewed(Told told, Somebody writer) {
        try {
            String data = inWords(json.readTree(told.data), text -> traces.masked(writer, text))
                    .toString();
            return data.length() > LONGEST_NOTICE ? "{}" : data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] renewed(View view, JdbcClient jdbc, EarlierReporters reporters) {
        Somebody writer = reporters.of(view.number);
        try {
            ObjectNode node = (ObjectNode) inWords(json.readTree(view.bytes), text -> traces.masked(writer, text));
            jdbc.sql("""
                            select public_title as title, public_description as description, public_place as place,
                                public_service_item as service_item
                            from ledger_entry where number = :number""")
                    .param("number", view.number)
                    .query(Wording.class)
                    .optional()
                    .ifPresent(words -> words.byField().forEach((field, text) -> node.put(field, PlainText.of(text))));
            return json.writeValueAsBytes(node.put(LoopTaskForms.PUBLIC, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode inWords(JsonNode node, UnaryOperator<String> words) {
        if (node instanceof ObjectNode object)
            object.properties().forEach(field -> field.setValue(inWords(field.getValue(), words)));
        else if (node.isArray()) node.forEach(one -> inWords(one, words));
        return node.isTextual() ? TextNode.valueOf(words.apply(node.asText())) : node;
    }
}

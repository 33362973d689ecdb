package org.tiyanguan.annual;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.ledger.figures.YearFigures;
import org.tiyanguan.ledger.figures.YearFigures.Result;
import org.tiyanguan.ledger.figures.YearFigures.Row;
import org.tiyanguan.ledger.figures.YearFigures.Table;
import org.tiyanguan.ledger.figures.YearFigures.Value;

/** The figures of a version as they were when they were counted: what the ledger says later changes none of them. */
@Component
public class FrozenFigures {

    /** What was counted then, and what would be counted now; a dash for what was not, or is not any more. */
    public record Difference(
            String table,
            String row,
            String column,
            String frozen,
            String now,
            @Nullable String href) {}

    private record Stored(
            String definition, String label, @Nullable String department, String rowValue) {}

    /** The first row of a table. */
    private record Header(List<String> columns, int drawn) {}

    private record Cells(List<Value> values) {}

    private static final String HEADER = "table";
    private static final String RESULT = "result";
    private static final String NONE = "—";

    private final JdbcClient jdbc;
    private final YearFigures figures;
    private final ObjectMapper json;

    FrozenFigures(JdbcClient jdbc, YearFigures figures, ObjectMapper json) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.json = json;
    }

    /** Counts the year and keeps what comes out, in place of what was kept before. */
    public void freeze(String number, int version, int year) {
        jdbc.sql("delete from annual_figure where number = :number and version = :version")
                .param("number", number)
                .param("version", version)
                .update();
        for (Table table : figures.of(year)) {
            add(number, version, HEADER, table.id(), null, new Header(table.columns(), table.drawn()));
            for (Row row : table.rows())
                add(number, version, table.id(), row.label(), row.department(), new Cells(row.values()));
        }
        for (Result result : figures.results(year))
            add(number, version, RESULT, result.name(), result.department(), result);
    }

    /** A correction that is not about the figures has those of the version before. */
    public void copy(String number, int from, int to) {
        jdbc.sql("""
                        insert into annual_figure (number, version, definition, label, department, row_value)
                        select number, :to, definition, label, department, row_value from annual_figure
                        where number = :number and version = :from order by id""")
                .param("number", number)
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** In the order in which they were counted. */
    public List<Table> tables(Version version) {
        List<Table> tables = new ArrayList<>();
        List<Stored> all = stored(version);
        for (Stored header : all) {
            if (!header.definition.equals(HEADER)) continue;
            Header read = read(header.rowValue, Header.class);
            List<Row> rows = all.stream()
                    .filter(row -> row.definition.equals(header.label))
                    .map(row -> new Row(row.label, row.department, read(row.rowValue, Cells.class).values))
                    .toList();
            tables.add(new Table(header.label, read.columns, read.drawn, rows));
        }
        return tables;
    }

    /** Of every department that there was. */
    public List<Result> results(Version version) {
        return stored(version).stream()
                .filter(row -> row.definition.equals(RESULT))
                .map(row -> read(row.rowValue, Result.class))
                .toList();
    }

    public Optional<Result> result(Version version, String department) {
        return results(version).stream()
                .filter(one -> one.department().equals(department))
                .findFirst();
    }

    /** What the same queries would count otherwise now. */
    public List<Difference> differences(Version version, int year) {
        List<Difference> found = new ArrayList<>();
        List<Table> now = figures.of(year);
        List<Table> frozen = tables(version);
        for (Table table : frozen) compare(table, same(now, table.id()), found);
        now.stream()
                .filter(table -> same(frozen, table.id()) == null)
                .forEach(table -> compare(new Table(table.id(), table.columns(), 0, List.of()), table, found));
        return found;
    }

    private static @Nullable Table same(List<Table> tables, String id) {
        return tables.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    }

    private static void compare(Table frozen, @Nullable Table now, List<Difference> found) {
        List<Row> current = now == null ? List.of() : now.rows();
        for (Row row : frozen.rows()) {
            Optional<Row> same =
                    current.stream().filter(one -> isSame(row, one)).findFirst();
            for (int i = 0; i < row.values().size(); i++) {
                Value then = row.values().get(i);
                Value value = same.isPresent() && i < same.get().values().size()
                        ? same.get().values().get(i)
                        : new Value(NONE, 0, then.href());
                if (!value.text().equals(then.text()) && !(isNothing(value) && isNothing(then)))
                    found.add(new Difference(
                            frozen.id(),
                            row.label(),
                            frozen.columns().get(i),
                            then.text(),
                            value.text(),
                            value.href()));
            }
        }
        for (Row row : current) {
            if (frozen.rows().stream().anyMatch(one -> isSame(one, row))) continue;
            for (int i = 0; i < row.values().size(); i++) {
                Value value = row.values().get(i);
                if (!isNothing(value))
                    found.add(new Difference(
                            frozen.id(), row.label(), frozen.columns().get(i), NONE, value.text(), value.href()));
            }
        }
    }

    /** A department may have been renamed since; all else goes by its name. */
    private static boolean isSame(Row one, Row other) {
        return one.department() == null
                ? one.label().equals(other.label())
                : Objects.equals(one.department(), other.department());
    }

    private static boolean isNothing(Value value) {
        return value.text().equals("0") || value.text().equals(NONE);
    }

    private List<Stored> stored(Version version) {
        return jdbc.sql("""
                        select definition, label, department, row_value from annual_figure
                        where number = :number and version = :version order by id""")
                .param("number", version.number())
                .param("version", version.version())
                .query(Stored.class)
                .list();
    }

    private void add(
            String number, int version, String definition, String label, @Nullable String department, Object value) {
        jdbc.sql("""
                        insert into annual_figure (number, version, definition, label, department, row_value)
                        values (:number, :version, :definition, :label, :department, :value)""")
                .param("number", number)
                .param("version", version)
                .param("definition", definition)
                .param("label", label)
                .param("department", department)
                .param("value", write(value))
                .update();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String value, Class<T> type) {
        try {
            return json.readValue(value, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

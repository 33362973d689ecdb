package org.tiyanguan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Test classes share a running program, as its start takes longer than most of them; each finds the database as it was
 * after the start.
 */
class FreshDatabase implements TestExecutionListener {

    /** Where the engine counts on. */
    private static final Set<String> KEPT = Set.of("act_ge_property", "act_ge_schema_log", "flyway_schema_history");

    private static final Map<DataSource, Start> AT_START = new WeakHashMap<>();

    /** Of the class that last used a shared program. */
    private static TestContext last;

    /** What the tables held, and on PostgreSQL their prints since they were last put back. */
    private record Start(Map<String, List<Object[]>> rows, Map<String, String> prints) {}

    @Override
    public void beforeTestClass(TestContext test) throws SQLException {
        ClockUtil.reset();
        SecurityContextHolder.clearContext();
        last = test;
        DataSource database = test.getApplicationContext().getBean(DataSource.class);
        try (Connection connection = database.getConnection()) {
            Start start = AT_START.get(database);
            if (start == null) AT_START.put(database, read(connection));
            else putBack(connection, start);
        }
    }

    /** The next class that shares a program starts another. */
    static void stopProgram() {
        if (last != null) last.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        last = null;
        ClockUtil.reset();
        SecurityContextHolder.clearContext();
    }

    private static Start read(Connection connection) throws SQLException {
        Map<String, List<Object[]>> rows = new LinkedHashMap<>();
        for (String table : tables(connection)) rows.put(table, rows(connection, table));
        return new Start(rows, isPostgres(connection) ? prints(connection, rows.keySet()) : new TreeMap<>());
    }

    private static void putBack(Connection connection, Start start) throws SQLException {
        if (!isPostgres(connection)) {
            restore(connection, start.rows());
            return;
        }
        Map<String, String> now = prints(connection, start.rows().keySet());
        Map<String, List<Object[]>> changed = new LinkedHashMap<>(start.rows());
        changed.keySet().removeIf(table -> now.get(table).equals(start.prints().get(table)));
        if (changed.isEmpty()) return;
        restore(connection, changed);
        start.prints().putAll(prints(connection, changed.keySet()));
    }

    private static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
    }

    /**
     * By table, what is another if any of its rows is. PostgreSQL knows of each row which transaction wrote it and
     * where it lies, which is read faster than what the row holds.
     */
    static Map<String, String> prints(Connection connection, Collection<String> tables) throws SQLException {
        String all = tables.stream()
                .map(table -> "select '" + table
                        + "', count(*) || ' ' || coalesce(sum(hashtext(concat(xmin, ' ', ctid))), 0) from " + table)
                .collect(Collectors.joining(" union all "));
        Map<String, String> prints = new TreeMap<>();
        // Prepared, as the plan for so many tables takes longer than to carry it out.
        try (PreparedStatement statement = connection.prepareStatement(all);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) prints.put(found.getString(1), found.getString(2));
        }
        return prints;
    }

    static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (!KEPT.contains(name.toLowerCase())) tables.add(name);
            }
        }
        return tables;
    }

    private static List<Object[]> rows(Connection connection, String table) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from \"" + table + "\"")) {
            while (found.next()) rows.add(row(found, 1));
        }
        return rows;
    }

    /** What the row at hand holds in that column and those after it. */
    static Object[] row(ResultSet found, int first) throws SQLException {
        Object[] row = new Object[found.getMetaData().getColumnCount() + 1 - first];
        for (int i = 0; i < row.length; i++)
            row[i] = switch (found.getMetaData().getColumnType(first + i)) {
                case Types.BLOB -> found.getBytes(first + i);
                case Types.CLOB -> found.getString(first + i);
                default -> found.getObject(first + i);
            };
        return row;
    }

    /** With foreign keys, and the triggers that guard the history, off. */
    private static void restore(Connection connection, Map<String, List<Object[]>> atStart) throws SQLException {
        boolean postgres = isPostgres(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(postgres ? "set session_replication_role = replica" : "set referential_integrity false");
            for (Map.Entry<String, List<Object[]>> table : atStart.entrySet()) {
                statement.execute((postgres ? "delete from \"" : "truncate table \"") + table.getKey() + "\"");
                insert(connection, table.getKey(), table.getValue());
            }
            statement.execute(postgres ? "set session_replication_role = origin" : "set referential_integrity true");
        }
    }

    private static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) return;
        String values = "?, ".repeat(rows.get(0).length).replaceFirst(", $", "");
        try (PreparedStatement insert =
                connection.prepareStatement("insert into \"" + table + "\" values (" + values + ")")) {
            for (Object[] row : rows) {
                for (int column = 0; column < row.length; column++) insert.setObject(column + 1, row[column]);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}

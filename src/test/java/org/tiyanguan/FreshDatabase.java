package org.tiyanguan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Test classes share a running program, as its start takes longer than most of them; each finds the database as it was
 * after the start.
 */
class FreshDatabase implements TestExecutionListener {

    /** Where the engine counts on. */
    private static final Set<String> KEPT = Set.of("act_ge_property", "act_ge_schema_log", "flyway_schema_history");

    private static final Map<DataSource, Map<String, List<Object[]>>> AT_START = new WeakHashMap<>();

    @Override
    public void beforeTestClass(TestContext test) throws SQLException {
        ClockUtil.reset();
        SecurityContextHolder.clearContext();
        DataSource database = test.getApplicationContext().getBean(DataSource.class);
        try (Connection connection = database.getConnection()) {
            Map<String, List<Object[]>> atStart = AT_START.get(database);
            if (atStart == null) AT_START.put(database, read(connection));
            else restore(connection, atStart);
        }
    }

    private static Map<String, List<Object[]>> read(Connection connection) throws SQLException {
        Map<String, List<Object[]>> tables = new LinkedHashMap<>();
        for (String table : tables(connection)) tables.put(table, rows(connection, table));
        return tables;
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

    static List<Object[]> rows(Connection connection, String table) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                Object[] row = new Object[columns];
                for (int column = 1; column <= columns; column++)
                    row[column - 1] = switch (found.getMetaData().getColumnType(column)) {
                        case Types.BLOB -> found.getBytes(column);
                        case Types.CLOB -> found.getString(column);
                        default -> found.getObject(column);
                    };
                rows.add(row);
            }
        }
        return rows;
    }

    /** With foreign keys, and the triggers that guard the history, off. */
    private static void restore(Connection connection, Map<String, List<Object[]>> atStart) throws SQLException {
        boolean postgres = connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
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

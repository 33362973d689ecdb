package org.tiyanguan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * What all tables of a PostgreSQL hold at a moment, but for logs and sessions.
 *
 * @param rows by table, each by who wrote it and where it lies: the same as long as nobody writes it anew
 */
record TableContents(Map<String, Map<String, String>> rows) {

    /** What was tried is written down even if it was refused, as are log-ins and the engine's own counters. */
    private static final Pattern LOGS =
            Pattern.compile("audit_.*|spring_session.*|login_.*|secret_try|act_ru_meter_log");

    /** What was read last, by the table; it still holds while the table's print is the same. */
    private static final Map<String, Read> LAST = new HashMap<>();

    private record Read(String print, Map<String, String> rows) {}

    /** The same in all databases, as the program makes them when it starts. */
    private static List<String> tables;

    static TableContents read(DataSource database) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            if (tables == null)
                tables = FreshDatabase.tables(connection).stream()
                        .filter(table -> !LOGS.matcher(table).matches())
                        .toList();
            for (Map.Entry<String, String> print :
                    FreshDatabase.prints(connection, tables).entrySet()) {
                String table = print.getKey();
                Read last = LAST.getOrDefault(table, new Read("", Map.of()));
                if (!last.print.equals(print.getValue()))
                    last = new Read(print.getValue(), read(connection, table, last.rows));
                LAST.put(table, last);
                rows.put(table, last.rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TableContents(rows);
    }

    /** Reads what is not known yet. */
    private static Map<String, String> read(Connection connection, String table, Map<String, String> known)
            throws SQLException {
        Map<String, String> rows = new HashMap<>();
        List<String> places = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select concat(xmin, ' ', ctid), cast(ctid as text) from " + table)) {
            while (found.next()) {
                String row = known.get(found.getString(1));
                if (row == null) places.add(found.getString(2));
                else rows.put(found.getString(1), row);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "select concat(xmin, ' ', ctid), t.* from " + table + " t where ctid = any(cast(? as tid[]))")) {
            statement.setArray(1, connection.createArrayOf("text", places.toArray()));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) rows.put(found.getString(1), text(FreshDatabase.row(found, 2)));
            }
        }
        return rows;
    }

    /** The rows that are there now and were not then, marked with +, and the other way round, by their tables. */
    Map<String, List<String>> since(TableContents then) {
        Map<String, List<String>> changes = new TreeMap<>();
        rows.forEach((table, now) -> {
            List<String> come = less(now, then.rows.get(table));
            List<String> gone = less(then.rows.get(table), now);
            // Written anew as it was.
            gone.removeIf(come::remove);
            List<String> changed = new ArrayList<>();
            come.forEach(row -> changed.add("+ " + row));
            gone.forEach(row -> changed.add("- " + row));
            if (!changed.isEmpty()) changes.put(table, changed);
        });
        return changes;
    }

    /** How many rows of which table came and went: the same for the same act, whatever its numbers and ids. */
    static Map<String, String> extent(Map<String, List<String>> changes) {
        Map<String, String> extent = new TreeMap<>();
        changes.forEach((table, rows) -> {
            long come = rows.stream().filter(row -> row.startsWith("+")).count();
            extent.put(table, "+" + come + " -" + (rows.size() - come));
        });
        return extent;
    }

    private static List<String> less(Map<String, String> rows, Map<String, String> others) {
        if (rows == others) return new ArrayList<>();
        Map<String, String> left = new HashMap<>(rows);
        left.keySet().removeAll(others.keySet());
        return new ArrayList<>(left.values());
    }

    private static String text(Object[] row) {
        return Arrays.stream(row)
                .map(value -> value instanceof byte[] bytes
                        ? bytes.length + " bytes " + Arrays.hashCode(bytes)
                        : String.valueOf(value))
                .reduce((one, other) -> one + " | " + other)
                .orElse("");
    }
}

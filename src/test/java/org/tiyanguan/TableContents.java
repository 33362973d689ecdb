package org.tiyanguan;

import java.sql.Connection;
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
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What all tables hold at a moment, but for logs and sessions. */
record TableContents(Map<String, List<String>> rows) {

    /** What was tried is written down even if it was refused, as are log-ins and the engine's own counters. */
    private static final Pattern LOGS =
            Pattern.compile("audit_.*|spring_session.*|login_.*|secret_try|act_ru_meter_log");

    /** What was read last, by the table; it still holds while the table's print is the same. */
    private static final Map<String, Read> LAST = new HashMap<>();

    private record Read(String print, List<String> rows) {}

    static TableContents read(DataSource database) {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            List<String> tables = FreshDatabase.tables(connection).stream()
                    .filter(table -> !LOGS.matcher(table).matches())
                    .toList();
            for (Map.Entry<String, String> table : prints(connection, tables).entrySet()) {
                Read last = LAST.get(table.getKey());
                if (last == null || !last.print.equals(table.getValue())) {
                    last = new Read(
                            table.getValue(),
                            FreshDatabase.rows(connection, table.getKey()).stream()
                                    .map(TableContents::text)
                                    .sorted()
                                    .toList());
                    LAST.put(table.getKey(), last);
                }
                rows.put(table.getKey(), last.rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TableContents(rows);
    }

    /** PostgreSQL counts and adds up the hashes of all rows faster than they are read. */
    private static Map<String, String> prints(Connection connection, List<String> tables) throws SQLException {
        String all = tables.stream()
                .map(table ->
                        "select '" + table + "', count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) "
                                + "from " + table + " t")
                .collect(Collectors.joining(" union all "));
        Map<String, String> prints = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(all)) {
            while (found.next()) prints.put(found.getString(1), found.getString(2));
        }
        return prints;
    }

    /** The rows that are there now and were not then, marked with +, and the other way round, by their tables. */
    Map<String, List<String>> since(TableContents then) {
        Map<String, List<String>> changes = new TreeMap<>();
        rows.forEach((table, now) -> {
            List<String> changed = new ArrayList<>();
            less(now, then.rows.get(table)).forEach(row -> changed.add("+ " + row));
            less(then.rows.get(table), now).forEach(row -> changed.add("- " + row));
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

    private static List<String> less(List<String> rows, List<String> others) {
        Map<String, Integer> counts = new HashMap<>();
        others.forEach(row -> counts.merge(row, 1, Integer::sum));
        return rows.stream()
                .filter(row -> counts.merge(row, -1, Integer::sum) < 0)
                .toList();
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

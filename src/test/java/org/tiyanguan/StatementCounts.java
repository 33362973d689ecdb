package org.tiyanguan;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Counts the statements that the program sends to PostgreSQL, as PostgreSQL itself counts them. It asks from another
 * database of the same server, so that it does not count what it asks.
 */
public class StatementCounts implements AutoCloseable {

    private static final String OTHER_DATABASE = "postgres";

    private static final Pattern TABLE =
            Pattern.compile("\\b(?:insert into|update|delete from|from)\\s+\"?([a-z_]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern BOUNDARY = Pattern.compile("^(?:begin|commit|rollback)\\b", Pattern.CASE_INSENSITIVE);

    /** How often a statement ran, and how many rows it gave or wrote in all. */
    public record Tally(long calls, long rows) {

        static final Tally NONE = new Tally(0, 0);

        Tally plus(Tally other) {
            return new Tally(calls + other.calls, rows + other.rows);
        }

        Tally minus(Tally other) {
            return new Tally(calls - other.calls, rows - other.rows);
        }
    }

    /** Each statement by its text, in which PostgreSQL has put numbered signs for the values. */
    public record Counts(Map<String, Tally> byText) {

        public static final Counts NONE = new Counts(Map.of());

        public Counts plus(Counts other) {
            Map<String, Tally> sums = new HashMap<>(byText);
            other.byText.forEach((text, tally) -> sums.merge(text, tally, Tally::plus));
            return new Counts(sums);
        }

        private Counts minus(Counts earlier) {
            Map<String, Tally> rest = new HashMap<>();
            byText.forEach((text, tally) -> {
                Tally difference = tally.minus(earlier.byText.getOrDefault(text, Tally.NONE));
                if (difference.calls() > 0) rest.put(text, difference);
            });
            return new Counts(rest);
        }

        /** Without those that begin and end transactions. */
        public long statements() {
            return calls(text -> !BOUNDARY.matcher(text).find());
        }

        /**
         * Transactions of several statements: one alone, outside of a transaction, needs none. Beginnings are counted,
         * as PostgreSQL's figures miss each COMMIT that the driver has prepared.
         */
        public long transactions() {
            return calls(text -> text.toLowerCase(Locale.ROOT).startsWith("begin"));
        }

        private long calls(Predicate<String> which) {
            return byText.entrySet().stream()
                    .filter(statement -> which.test(statement.getKey()))
                    .mapToLong(statement -> statement.getValue().calls())
                    .sum();
        }

        /** Rows that were added to the tables whose names begin so. */
        public long rowsAddedTo(String tables) {
            return byText.entrySet().stream()
                    .filter(statement -> kind(statement.getKey()).startsWith("insert " + tables))
                    .mapToLong(statement -> statement.getValue().rows())
                    .sum();
        }

        /** Summed up by the first word and the first table. */
        public Map<String, Tally> byKind() {
            return byText.entrySet().stream()
                    .collect(Collectors.toMap(
                            statement -> kind(statement.getKey()), Map.Entry::getValue, Tally::plus, TreeMap::new));
        }

        private static String kind(String text) {
            String verb = text.split("[\\s(]", 2)[0].toLowerCase();
            Matcher table = TABLE.matcher(text);
            return table.find() ? verb + " " + table.group(1).toLowerCase() : verb;
        }
    }

    public interface Act {

        void run() throws Exception;
    }

    private final Connection connection;
    private final String database;

    public StatementCounts(DataSource program) throws SQLException {
        try (Connection programs = program.getConnection()) {
            database = programs.getCatalog();
            String url = programs.getMetaData().getURL().replace("/" + database, "/" + OTHER_DATABASE);
            connection = DriverManager.getConnection(url, programs.getMetaData().getUserName(), "");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            // It forgets some when it has too many.
            statement.execute("select pg_stat_statements_reset()");
        }
    }

    public Counts of(Act act) throws Exception {
        Counts before = now();
        act.run();
        return now().minus(before);
    }

    private Counts now() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select s.query, sum(s.calls), sum(s.rows)
                from pg_stat_statements s join pg_database d on d.oid = s.dbid
                where d.datname = ? group by s.query""")) {
            query.setString(1, database);
            Map<String, Tally> counts = new HashMap<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next())
                    counts.merge(
                            rows.getString(1).strip().replaceAll("\\s+", " "),
                            new Tally(rows.getLong(2), rows.getLong(3)),
                            Tally::plus);
            }
            return new Counts(counts);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

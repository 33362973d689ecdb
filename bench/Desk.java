import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Times the first page of a department's task list with many open tasks, and requests with a password beside those of
 * a session; {@code bench/deadlines.sh} starts it when it has cases to copy.
 */
class Desk {

    private static final int TIMES = 20;

    /** Copies of each case's executions and tasks, under ids of their own; nobody works on them. */
    private static final String COPIES = """
            insert into %1$s select (jsonb_populate_record(row, %2$s)).*
            from %1$s row, generate_series(1, %3$d) n""";

    /** One in seven is the department's, as if there were seven. */
    private static final List<String> SHARES = List.of(
            "update act_ru_task set assignee_ = 'shebao' where assignee_ = 'gongan' and abs(hashtext(id_)) % 7 > 0",
            "update act_ru_identitylink set group_id_ = 'dept-shebao' where group_id_ = 'dept-gongan' and abs(hashtext(task_id_)) % 7 > 0");

    private static final String ID_COLUMNS = """
            select column_name from information_schema.columns where table_name = '%s' and column_name ~
            '^(id_|parent_id_|proc_inst_id_|root_proc_inst_id_|super_exec_|execution_id_|task_id_|var_scope_)$'""";

    public static void main(String[] args) throws Exception {
        URI base = URI.create(args[0]);
        Visitor gongan = new Visitor(base, "gongan");
        try (Connection database = DriverManager.getConnection(args[1], "postgres", "");
                Statement sql = database.createStatement()) {
            int copies = (int) (Long.parseLong(args[2]) / Math.max(1, number(sql, "select count(*) from act_ru_task")));
            for (String table : List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_identitylink"))
                sql.execute(copy(sql, table, copies));
            for (String share : SHARES) sql.execute(share);
            sql.execute("analyze");
            System.out.printf("open tasks                       %,7d%n", number(sql, "select count(*) from act_ru_task"));
        }
        for (JsonNode filter : gongan.get("/engine-rest/filter?resourceType=Task")) {
            String page = "/engine-rest/filter/" + filter.get("id").asText() + "/list?firstResult=0&maxResults=15";
            System.out.printf(
                    "first page of %-18s %7.0f ms (p95)%n", filter.get("name").asText(), p95(gongan, page));
        }
        String asked = "/engine-rest/task/count?assignee=gongan";
        System.out.printf("%d requests of a session          %5.0f ms%n", TIMES, all(gongan, asked));
        System.out.printf("%d requests with the password     %5.0f ms%n", TIMES, all(Visitor.withPassword(base, "gongan"), asked));
        System.exit(0);
    }

    /** Each id, and what refers to one, gets the copy's number; of a case's number there is one still. */
    private static String copy(Statement sql, String table, int copies) throws Exception {
        List<String> changes = new ArrayList<>();
        try (ResultSet column = sql.executeQuery(ID_COLUMNS.formatted(table))) {
            while (column.next()) changes.add(column.getString(1));
        }
        StringBuilder object = new StringBuilder("jsonb_build_object(");
        for (String column : changes) object.append("'%1$s', row.%1$s || '-' || n, ".formatted(column));
        object.setLength(object.length() - 2);
        return COPIES.formatted(table, object.append(')'), copies);
    }

    private static double p95(Visitor who, String path) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) who.timed(path);
        for (int i = 0; i < TIMES; i++) times.add(who.timed(path));
        return times.stream().sorted().toList().get(TIMES * 95 / 100);
    }

    private static double all(Visitor who, String path) throws Exception {
        who.timed(path);
        double sum = 0;
        for (int i = 0; i < TIMES; i++) sum += who.timed(path);
        return sum;
    }

    private static long number(Statement sql, String query) throws Exception {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}

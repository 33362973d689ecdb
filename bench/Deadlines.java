import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets the deadlines of many cases come due at once, all four of each, and prints how long it takes until all are in
 * the ledger and all mails handed over, and what the ledger's page takes meanwhile; {@code bench/deadlines.sh} starts it.
 */
class Deadlines {

    private static final String DUE = "process_def_key_ = 'rectification' and type_ = 'timer' and handler_cfg_ ~ "
            + "'deadline-near|deadline-reached|yellow-card-due|red-card-due'";

    private static final String LEDGER = "/ledger";

    private static final int AT_REST = 200;

    private final URI base;
    private final Connection database;
    private final MailSink mails;
    private final List<Map<String, Visitor>> clients = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        int cases = Integer.parseInt(args[0]);
        Deadlines deadlines = new Deadlines(
                URI.create(args[2]),
                DriverManager.getConnection(args[3], "postgres", ""),
                new MailSink(Integer.parseInt(args[4])));
        for (int i = 0; i < Integer.parseInt(args[1]); i++) deadlines.clients.add(Finding.people(deadlines.base, true));
        deadlines.accepted(cases);
        deadlines.comeDue();
        System.exit(0);
    }

    private Deadlines(URI base, Connection database, MailSink mails) {
        this.base = base;
        this.database = database;
        this.mails = mails;
    }

    /** Cases on which a department works. */
    private void accepted(int cases) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        AtomicInteger left = new AtomicInteger(cases);
        List<Future<?>> done = new ArrayList<>();
        for (Map<String, Visitor> people : clients)
            done.add(threads.submit(() -> {
                while (left.getAndDecrement() > 0) Finding.upTo("department-accept", people);
                return null;
            }));
        for (Future<?> client : done) client.get();
        threads.shutdown();
        while (mailJobs() > 0) Thread.sleep(200);
        mails.forget();
    }

    private void comeDue() throws Exception {
        Visitor reader = clients.get(0).get("center");
        List<Double> atRest = new ArrayList<>();
        for (int i = 0; i < AT_REST; i++) reader.timed(LEDGER);
        for (int i = 0; i < AT_REST; i++) atRest.add(reader.timed(LEDGER));
        execute("update act_ru_job set duedate_ = '2020-01-01' where " + DUE);
        long all = number("select count(*) from act_ru_job where " + DUE);
        long start = System.nanoTime();
        // Its mail's job wakes the engine, which looks for timers once a minute when there is nothing to do.
        Finding.report(clients.get(0));
        List<Double> meanwhile = new ArrayList<>();
        while (number("select count(*) from act_ru_job where " + DUE) > 0) {
            meanwhile.add(reader.timed(LEDGER));
            Thread.sleep(100);
        }
        double recorded = seconds(start);
        while (mailJobs() > 0 || number("select count(*) from notice where bundle_at is not null") > 0) {
            meanwhile.add(reader.timed(LEDGER));
            Thread.sleep(100);
        }
        System.out.printf("%,d deadlines recorded in        %7.1f s, %.0f a second%n", all, recorded, all / recorded);
        System.out.printf("%,d mails handed over after      %7.1f s%n", mails.mails(), seconds(start));
        System.out.printf("notices                        %,7d%n", number("select count(*) from notice"));
        System.out.printf("the ledger's page, p95 at rest   %7.0f ms%n", p95(atRest));
        System.out.printf("                   p95 meanwhile %7.0f ms, %d times%n", p95(meanwhile), meanwhile.size());
        System.out.printf("failed jobs                      %7d%n", number("select count(*) from act_ru_job where retries_ = 0"));
    }

    private long mailJobs() throws SQLException {
        return number("select count(*) from act_ru_job where process_def_key_ = 'notice'");
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double p95(List<Double> times) {
        return times.stream().sorted().skip(times.size() * 95L / 100).findFirst().orElse(Double.NaN);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}

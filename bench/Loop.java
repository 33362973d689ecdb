import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/**
 * Takes findings their whole way by the engine's REST API, in our program and on the engine alone in turn, and prints
 * what they cost; {@code bench/loop.sh} starts it.
 */
class Loop {

    /** PostgreSQL's processes tell of their transactions after ten seconds of idleness at the latest. */
    private static final int UNTIL_ALL_IS_TOLD = 11_000;

    private static final String OWN_QUESTION = "as waiting_for_the_benchmark";

    /** Of all findings of a round. Times in milliseconds; statements without those that begin and end transactions. */
    private record Cost(int findings, double elapsed, double jvm, double database, double statements, double transactions) {

        double each(ToDoubleFunction<Cost> of) {
            return of.applyAsDouble(this) / findings;
        }

        double perSecond() {
            return 1000 * findings / elapsed;
        }

        double processor() {
            return jvm + database;
        }
    }

    private record Program(String name, URI base, long process, boolean login, Connection database, List<Cost> rounds) {}

    private final int findings;
    private final int clients;
    private final long postgres;
    private final Connection figures;
    private final boolean counts;
    private final MailSink mails;

    public static void main(String[] args) throws Exception {
        Map<String, String> given = new LinkedHashMap<>();
        List<String> names = List.of("findings", "rounds", "clients", "jdbc", "postgres", "mail", "ours", "ours-pid", "stock", "stock-pid");
        for (int i = 0; i < names.size(); i++) given.put(names.get(i), args[i]);
        Loop loop = new Loop(given);
        loop.run(
                List.of(program(given, "ours", true), program(given, "stock", false)), Integer.parseInt(given.get("rounds")));
        System.exit(0);
    }

    private static Program program(Map<String, String> given, String name, boolean login) throws SQLException {
        return new Program(
                name,
                URI.create("http://127.0.0.1:" + given.get(name)),
                Long.parseLong(given.get(name + "-pid")),
                login,
                connection(given, name),
                new ArrayList<>());
    }

    private static Connection connection(Map<String, String> given, String database) throws SQLException {
        return DriverManager.getConnection(given.get("jdbc") + database, "postgres", "");
    }

    private Loop(Map<String, String> given) throws IOException, SQLException {
        mails = new MailSink(Integer.parseInt(given.get("mail")));
        findings = Integer.parseInt(given.get("findings"));
        clients = Integer.parseInt(given.get("clients"));
        postgres = Long.parseLong(given.get("postgres"));
        figures = connection(given, "postgres");
        counts = number(figures, "select count(*) from pg_extension where extname = 'pg_stat_statements'") > 0;
    }

    private void run(List<Program> programs, int rounds) throws Exception {
        Map<Program, List<Map<String, Visitor>>> visitors = new IdentityHashMap<>();
        for (Program program : programs) {
            List<Map<String, Visitor>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++)
                all.add(Finding.people(program.base(), program.login()));
            visitors.put(program, all);
        }
        for (Program program : programs) round(program, visitors.get(program));
        Thread.sleep(UNTIL_ALL_IS_TOLD);
        mails.forget();
        if (counts) number(figures, "select count(*) from (select pg_stat_statements_reset()) reset");
        Map<Program, Double> commits = new IdentityHashMap<>();
        for (Program program : programs) commits.put(program, -commits(program));

        System.out.printf("%-8s %6s %11s %9s %14s%n", "program", "round", "findings/s", "JVM ms", "database ms");
        for (int round = 1; round <= rounds; round++)
            for (Program program : programs) {
                Cost cost = round(program, visitors.get(program));
                program.rounds().add(cost);
                System.out.printf(
                        "%-8s %6d %11.2f %9.0f %14.0f%n",
                        program.name(), round, cost.perSecond(), cost.each(Cost::jvm), cost.each(Cost::database));
            }
        Thread.sleep(UNTIL_ALL_IS_TOLD);
        for (Program program : programs) commits.merge(program, commits(program), Double::sum);
        table(programs, commits, rounds);
    }

    /** Medians of the rounds. */
    private void table(List<Program> programs, Map<Program, Double> commits, int rounds) {
        Program ours = programs.get(0);
        Program stock = programs.get(1);
        System.out.printf("%n%-34s %9s %9s %7s%n", "a finding", ours.name(), stock.name(), "ratio");
        line("findings a second", median(ours, Cost::perSecond), median(stock, Cost::perSecond));
        line("processor, ms", ours, stock, cost -> cost.each(Cost::processor));
        line("  of these the JVM", ours, stock, cost -> cost.each(Cost::jvm));
        line("  of these the database", ours, stock, cost -> cost.each(Cost::database));
        if (counts) {
            line("statements", ours, stock, cost -> cost.each(Cost::statements));
            line("transactions of several statements", ours, stock, cost -> cost.each(Cost::transactions));
        }
        int all = findings * rounds;
        line("commits, those of one alone as well", commits.get(ours) / all, commits.get(stock) / all);
        line("mails", (double) mails.mails() / all, 0);
    }

    private static void line(String name, Program ours, Program stock, ToDoubleFunction<Cost> of) {
        line(name, median(ours, of), median(stock, of));
    }

    private static void line(String name, double ours, double stock) {
        System.out.printf("%-36s %7.1f %9.1f %7s%n", name, ours, stock, stock == 0 ? "" : "%.2f".formatted(ours / stock));
    }

    private static double median(Program program, ToDoubleFunction<Cost> of) {
        double[] sorted = program.rounds().stream().mapToDouble(of).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    // ---- a round

    private Cost round(Program program, List<Map<String, Visitor>> visitors) throws Exception {
        Cost before = now(program);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        AtomicInteger left = new AtomicInteger(findings);
        List<Future<?>> done = new ArrayList<>();
        for (Map<String, Visitor> people : visitors)
            done.add(threads.submit(() -> {
                while (left.getAndDecrement() > 0) Finding.wholeWay(people);
                return null;
            }));
        for (Future<?> client : done) client.get();
        threads.shutdown();
        while (number(program.database(), "select count(*) " + OWN_QUESTION + " from act_ru_job where process_def_key_ = 'notice'") > 0)
            Thread.sleep(50);
        Cost after = now(program);
        return new Cost(
                findings,
                after.elapsed() - before.elapsed(),
                after.jvm() - before.jvm(),
                after.database() - before.database(),
                after.statements() - before.statements(),
                after.transactions() - before.transactions());
    }

    // ---- what it cost so far

    private Cost now(Program program) throws Exception {
        String statements = " from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = '" + program.name() + "' and query ";
        return new Cost(
                findings,
                System.nanoTime() / 1e6,
                processor(program.process(), false),
                processor(postgres, true) + children(postgres),
                counts ? number(figures, "select coalesce(sum(calls), 0)" + statements + "!~* '^(begin|commit|rollback)' and query not like '%" + OWN_QUESTION + "%'") : 0,
                // Some prepared COMMITs are not counted.
                counts ? number(figures, "select coalesce(sum(calls), 0)" + statements + "~* '^begin'") : 0);
    }

    private double commits(Program program) throws SQLException {
        return number(figures, "select xact_commit from pg_stat_database where datname = '" + program.name() + "'");
    }

    private static double number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }

    /** Milliseconds of a process, and of those of its children that are gone if they are asked for. */
    private static double processor(long process, boolean children) throws IOException {
        String[] fields = stat(Path.of("/proc/" + process));
        double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        if (children) ticks += Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]);
        return 10 * ticks;
    }

    private static double children(long parent) throws IOException {
        double sum = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes)
                try {
                    if (Long.parseLong(stat(process)[1]) == parent)
                        sum += processor(Long.parseLong(process.getFileName().toString()), false);
                } catch (IOException gone) {
                    // Ended since it was listed.
                }
        }
        return sum;
    }

    /** After the name, which may hold blanks: the state, the parent, and so on. */
    private static String[] stat(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }
}

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes findings their whole way by the engine's REST API, in our program and on the engine alone in turn, and prints
 * what they cost; {@code bench/loop.sh} starts it. Takes our program's mails, and throws them away.
 */
class Loop {

    private static final String PASSWORD = "Demo#2026";

    /** PostgreSQL's processes tell of their transactions after ten seconds of idleness at the latest. */
    private static final int UNTIL_ALL_IS_TOLD = 11_000;

    private static final String OWN_QUESTION = "as waiting_for_the_benchmark";

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Step(String who, String task, Map<String, String> form) {}

    private static final List<Step> STEPS = List.of(
            new Step("center", "center-triage", Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理")),
            new Step("center", "center-assign", Map.of("department1", "gongan", "instruction1", "增开窗口")),
            new Step("gongan", "department-accept", Map.of("acceptance", "ACCEPT")),
            new Step("gongan", "department-rectify", Map.of("progress", "DONE", "result", "已增开两个窗口，平均等候二十分钟。")),
            new Step(
                    "center",
                    "center-verify",
                    Map.of(
                            "verification",
                            "GOOD",
                            "verifyMethod",
                            "ON_SITE",
                            "verifyNote",
                            "现场查看属实",
                            "answer",
                            "窗口已增开两个，欢迎再来体验。")),
            new Step("officer", "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5")));

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
    private final AtomicInteger mails = new AtomicInteger();

    public static void main(String[] args) throws Exception {
        Map<String, String> given = new LinkedHashMap<>();
        List<String> names = List.of("findings", "rounds", "clients", "jdbc", "postgres", "mail", "ours", "ours-pid", "stock", "stock-pid");
        for (int i = 0; i < names.size(); i++) given.put(names.get(i), args[i]);
        Loop loop = new Loop(given);
        loop.takeMails(Integer.parseInt(given.get("mail")));
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

    private Loop(Map<String, String> given) throws SQLException {
        findings = Integer.parseInt(given.get("findings"));
        clients = Integer.parseInt(given.get("clients"));
        postgres = Long.parseLong(given.get("postgres"));
        figures = connection(given, "postgres");
        counts = number(figures, "select count(*) from pg_extension where extname = 'pg_stat_statements'") > 0;
    }

    private void run(List<Program> programs, int rounds) throws Exception {
        Map<Program, List<Map<String, Visitor>>> visitors = new HashMap<>();
        for (Program program : programs) {
            List<Map<String, Visitor>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                Map<String, Visitor> people = new HashMap<>();
                for (String who : List.of("center", "gongan", "officer")) people.put(who, new Visitor(program, who));
                all.add(people);
            }
            visitors.put(program, all);
        }
        for (Program program : programs) round(program, visitors.get(program));
        Thread.sleep(UNTIL_ALL_IS_TOLD);
        mails.set(0);
        if (counts) number(figures, "select count(*) from (select pg_stat_statements_reset()) reset");
        Map<Program, Double> commits = new HashMap<>();
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
        line("mails", (double) mails.get() / all, 0);
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
                while (left.getAndDecrement() > 0) wholeWay(people);
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

    private static void wholeWay(Map<String, Visitor> people) throws Exception {
        String instance = people.get("center")
                .post("/engine-rest/process-definition/key/rectification/start", finding())
                .get("id")
                .asText();
        for (Step step : STEPS) {
            Visitor person = people.get(step.who());
            JsonNode tasks = person.get("/engine-rest/task?processInstanceId=" + instance + "&taskDefinitionKey=" + step.task());
            if (tasks.size() != 1) throw new IllegalStateException(step + " has " + tasks);
            person.post("/engine-rest/task/" + tasks.get(0).get("id").asText() + "/complete", step.form());
        }
    }

    private static Map<String, String> finding() {
        Map<String, String> form = new HashMap<>();
        form.put("kind", "PROBLEM");
        form.put("title", "户籍窗口排队过久");
        form.put("description", "取号后等了两个小时，只开了一个窗口。");
        form.put("place", "二楼A区");
        form.put("occurredOn", LocalDate.now().minusDays(1).toString());
        form.put("serviceItem", "户口迁移");
        form.put("urgency", "URGENT");
        form.put("channel", "OFFICER");
        form.put("officer", "officer");
        return form;
    }

    /** Somebody with a session; the engine alone asks nobody who they are. */
    private static class Visitor {

        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private final URI base;
        private String token = "";

        Visitor(Program program, String who) throws Exception {
            base = program.base();
            if (!program.login()) return;
            String form = "username=" + who + "&password=" + PASSWORD.replace("#", "%23") + "&_csrf=" + token();
            HttpResponse<String> answer = send(request("/login")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
            String to = answer.headers().firstValue("Location").orElse("/login");
            if (to.contains("/login")) throw new IllegalStateException("cannot log in as " + who);
            token = token();
        }

        private String token() throws Exception {
            Matcher token = TOKEN.matcher(send(request("/login").GET()).body());
            if (!token.find()) throw new IllegalStateException("the login page has no token");
            return token.group(1);
        }

        JsonNode get(String path) throws Exception {
            return read(path, send(request(path).GET()));
        }

        JsonNode post(String path, Map<String, String> form) throws Exception {
            Map<String, Object> variables = new HashMap<>();
            form.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
            String body = JSON.writeValueAsString(Map.of("variables", variables));
            HttpRequest.Builder request =
                    request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
            return read(path, send(token.isEmpty() ? request : request.header("X-CSRF-TOKEN", token)));
        }

        private JsonNode read(String path, HttpResponse<String> answer) throws IOException {
            if (answer.statusCode() >= 300)
                throw new IllegalStateException(path + " gave " + answer.statusCode() + " " + answer.body());
            return JSON.readTree(answer.body());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(base.resolve(path));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return http.send(request.build(), BodyHandlers.ofString());
        }
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

    // ---- mails

    private void takeMails(int port) throws IOException {
        ServerSocket server = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        daemon(() -> {
            while (true) {
                Socket client = server.accept();
                daemon(() -> talk(client));
            }
        });
    }

    private interface Work {

        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                System.err.println("mail: " + e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void talk(Socket client) throws IOException {
        try (client;
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                PrintStream out = new PrintStream(client.getOutputStream(), false, StandardCharsets.ISO_8859_1)) {
            say(out, "220 benchmark");
            for (String line = in.readLine(); line != null; line = in.readLine())
                if (line.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    while (!".".equals(in.readLine())) {}
                    mails.incrementAndGet();
                    say(out, "250 taken");
                } else say(out, "250 ok");
        }
    }

    private static void say(PrintStream out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }
}

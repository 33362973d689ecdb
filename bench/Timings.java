import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Asks a running program for its pages, each many times, and prints a table of how long they took; see bench/README.md.
 * {@code java bench/Timings.java BASE_URL [--rounds=30] [--exports] [--plans=POSTGRESQL_LOG --full=FILE]}
 */
class Timings {

    private static final String PASSWORD = "Demo#2026";

    private static final int WARM_UPS = 5;

    private static final LocalDate TODAY = LocalDate.now();

    /** Who asks for what. {@code +40} at the end: the page that is found by going on to the next one so many times. */
    private static final String ADDRESSES = """
            center /ledger
            center /ledger?state=TRIAGE
            center /ledger?state=RECTIFY
            center /ledger?state=CLOSED
            center /ledger?department=gongan
            center /ledger?department=dangan
            center /ledger?kind=SUGGESTION
            center /ledger?urgency=CRITICAL
            center /ledger?overdue=true
            center /ledger?overdueBy=OVER_10
            center /ledger?timely=ON_TIME
            center /ledger?timely=LATE
            center /ledger?card=RED
            center /ledger?card=YELLOW
            center /ledger?reached=ACCEPTED
            center /ledger?reached=RECTIFIED
            center /ledger?reopened=true
            center /ledger?channel=HOTLINE
            center /ledger?officer=true
            center /ledger?mode=REFORM
            center /ledger?mode=NONE
            center /ledger?category=SUPERVISOR
            center /ledger?topic=DISCIPLINE
            center /ledger?rating=1
            center /ledger?item=户口迁移
            center /ledger?item=防雷装置审核
            center /ledger?from={month}&to={month-end}
            center /ledger?from={year}-01-01&to={year}-12-31
            center /ledger?q=排队
            center /ledger?q=电梯
            center /ledger?q=蜜蜂
            center /ledger?q=龙塘村
            center /ledger?q=窗
            center /ledger?q=蜂
            center /ledger?q=没有人写过的话
            center /ledger?q=TYG-{year}-001234
            center /ledger?q=谢伟珍
            center /ledger?q=李
            center /ledger?q=排队&state=RECTIFY
            center /ledger?q=排队&department=gongan&kind=PROBLEM
            center /ledger?q=电梯&from={year}-01-01&to={year}-12-31
            center /ledger?department=gongan&card=RED
            center /ledger?department=gongan&overdue=true&urgency=URGENT
            center /ledger?department=dangan&from={year}-01-01&to={year}-12-31
            center /ledger?category=PUBLIC&mode=ONLINE&topic=WEB_PAGE
            center /ledger?department=shebao&timely=LATE&from={year}-01-01&to={year}-12-31
            center /ledger?channel=HOTLINE&rating=1&reopened=true
            center /ledger?sort=REPORTED&dir=ASC
            center /ledger?sort=NUMBER&dir=ASC
            center /ledger?sort=NUMBER&dir=DESC
            center /ledger?sort=DEADLINE&dir=ASC
            center /ledger?sort=DEADLINE&dir=DESC
            center /ledger?sort=DEADLINE&dir=ASC&department=gongan
            center /ledger?sort=DEADLINE&dir=DESC&state=CLOSED
            center /ledger?sort=DEADLINE&dir=ASC&q=排队
            center /ledger?sort=NUMBER&dir=ASC&department=dangan
            center /ledger?sort=NUMBER&dir=ASC&q=蜜蜂
            center /ledger?sort=REPORTED&dir=ASC&card=RED
            center /ledger +40
            center /ledger?department=gongan +40
            center /ledger?q=排队 +40
            center /ledger?sort=NUMBER&dir=ASC +40
            center /ledger?sort=DEADLINE&dir=ASC +40
            center /ledger?at=last
            center /ledger?sort=DEADLINE&dir=ASC&at=last
            leader /ledger
            leader /ledger?department=gongan&overdue=true
            gongan /ledger
            gongan /ledger?state=RECTIFY
            gongan /ledger?state=CLOSED
            gongan /ledger?state=DONE
            gongan /ledger?kind=SUGGESTION
            gongan /ledger?urgency=CRITICAL
            gongan /ledger?overdue=true
            gongan /ledger?card=RED
            gongan /ledger?topic=WINDOW
            gongan /ledger?item=户口迁移
            gongan /ledger?from={month}&to={month-end}
            gongan /ledger?q=排队
            gongan /ledger?q=电梯
            gongan /ledger?q=蜜蜂
            gongan /ledger?q=窗
            gongan /ledger?q=TYG-{year}-001234
            gongan /ledger?q=排队&timely=LATE
            gongan /ledger?sort=REPORTED&dir=ASC
            gongan /ledger?sort=NUMBER&dir=ASC
            gongan /ledger?sort=DEADLINE&dir=ASC
            gongan /ledger?sort=DEADLINE&dir=DESC&state=CLOSED
            gongan /ledger +40
            gongan /ledger?at=last
            center /ledger/TYG-{year}-001234
            center /notices
            gongan /notices
            center /dashboard
            center /dashboard?from={year}-01-01&to={year}-12-31
            center /dashboard?from={ten-years}
            center /dashboard?from={ten-years}&department=gongan
            leader /dashboard?department=gongan
            leader /dashboard/league
            leader /dashboard/league?from={ten-years}
            """;

    private static final String EXPORTS = """
            center /ledger.csv
            center /ledger.xlsx
            center /ledger.csv?department=gongan&card=RED
            gongan /ledger.csv
            gongan /ledger.xlsx
            """;

    private static final Pattern NEXT = Pattern.compile("<a [^>]*href=\"([^\"]+)\"[^>]*rel=\"next\"");

    private static final Pattern EXPLAINED =
            Pattern.compile("LOG:  duration: ([0-9.]+) ms  plan:\n\tQuery Text: (.*?)\n(\t[^\n]*  \\(cost=.*)", Pattern.DOTALL);

    private static final Pattern OF_THE_LEDGER = Pattern.compile("\\b(ledger_entry|rectification_part|ledger_event)\\b");

    private static final Pattern ROWS = Pattern.compile("actual time=\\S+ rows=([0-9.]+) loops=([0-9]+)");

    private static final Pattern READ =
            Pattern.compile("Seq Scan on (\\w+)|(?:Index (?:Only )?Scan (?:Backward )?using|Bitmap Index Scan on) (\\w+)");

    private record Line(String who, String address, String path) {}

    /** Times in milliseconds. */
    private record Times(int status, long bytes, double[] sorted) {

        double at(double share) {
            return sorted[(int) Math.ceil(share * sorted.length) - 1];
        }
    }

    private final URI base;
    private final Map<String, HttpClient> people = new HashMap<>();

    private Timings(String base) {
        this.base = URI.create(base);
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 0 || args[0].startsWith("-")) {
            System.err.println("java bench/Timings.java BASE_URL [--rounds=30] [--exports] [--plans=POSTGRESQL_LOG --full=FILE]");
            System.exit(2);
        }
        Timings timings = new Timings(args[0]);
        List<String> options = Arrays.asList(args).subList(1, args.length);
        if (option(options, "plans") != null) timings.plans(Path.of(option(options, "plans")), Path.of(option(options, "full")));
        else if (options.contains("--exports")) timings.exports();
        else timings.pages(Integer.parseInt(option(options, "rounds") == null ? "30" : option(options, "rounds")));
    }

    private static String option(List<String> options, String name) {
        return options.stream().filter(o -> o.startsWith("--" + name + "=")).map(o -> o.substring(name.length() + 3)).findFirst().orElse(null);
    }

    private void pages(int rounds) throws Exception {
        List<Line> lines = lines(ADDRESSES);
        // The program is compiled while it runs.
        for (int warm = 0; warm < WARM_UPS; warm++) for (Line line : lines) ask(line);
        System.out.println("| who | address | median ms | p95 ms | max ms | bytes |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
        for (Line line : lines) {
            Times times = times(line, rounds);
            System.out.println(times.status == 200
                    ? "| %s | %s | %.0f | %.0f | %.0f | %,d |".formatted(line.who, line.address, times.at(0.5), times.at(0.95), times.at(1), times.bytes)
                    : "| %s | %s | HTTP %d | | | |".formatted(line.who, line.address, times.status));
        }
    }

    private void exports() throws Exception {
        System.out.println("| who | file | seconds | bytes |");
        System.out.println("| --- | --- | ---: | ---: |");
        for (Line line : lines(EXPORTS)) {
            Times times = times(line, 1);
            if (times.status != 200) throw new IllegalStateException(line.address + ": HTTP " + times.status);
            System.out.println("| %s | %s | %.1f | %,d |".formatted(line.who, line.address, times.at(1) / 1000, times.bytes));
        }
    }

    /** What PostgreSQL did for one statement. */
    private record Plan(String statement, double millis, String steps) {

        /** How many rows it gave. */
        long rows() {
            return rowsOfSteps().findFirst().orElse(0);
        }

        /** How many rows the step with the most of them handled. */
        long most() {
            return rowsOfSteps().max().orElse(0);
        }

        private LongStream rowsOfSteps() {
            return ROWS.matcher(steps).results().mapToLong(found -> Math.round(Double.parseDouble(found.group(1)) * Long.parseLong(found.group(2))));
        }

        /** The indexes that were used, and the tables that were read without one. */
        String indexes() {
            List<String> names = READ.matcher(steps)
                    .results()
                    .map(found -> found.group(1) != null ? "all of " + found.group(1) : found.group(2))
                    .distinct()
                    .toList();
            return names.isEmpty() ? "-" : String.join(", ", names);
        }

        /** Beginning and end: the middle is what all of the ledger's statements share. */
        String shortened() {
            return statement.length() <= 90 ? statement : statement.substring(0, 50) + " … " + statement.substring(statement.length() - 37);
        }
    }

    /**
     * Writes what auto_explain logs about the ledger's statements into a file, under the address that caused them, and
     * prints a summary of the statements that took five milliseconds or more.
     */
    private void plans(Path log, Path full) throws Exception {
        Map<String, String> seen = new HashMap<>();
        Files.createDirectories(full.toAbsolutePath().getParent());
        try (PrintStream file = new PrintStream(full.toFile(), StandardCharsets.UTF_8)) {
            for (Line line : lines(ADDRESSES)) {
                List<Plan> plans = plansOf(line, log);
                file.printf("%n=== %s %s%n", line.who, line.address);
                for (Plan plan : plans) {
                    String known = seen.putIfAbsent(plan.statement + plan.steps.replaceAll("[0-9.]+", "0"), line.who + " " + line.address);
                    file.printf("%n%s%n-- %.3f ms%s%n", plan.statement, plan.millis, known == null ? "\n" + plan.steps : ", planned as for " + known);
                }
                summarize(line, plans);
            }
        }
    }

    private List<Plan> plansOf(Line line, Path log) throws Exception {
        long before = log.toFile().length();
        int status = ask(line).statusCode();
        if (status != 200) System.err.println(line.address + ": HTTP " + status);
        Map<String, Plan> plans = new LinkedHashMap<>();
        for (String entry : logged(log, before).split("\n(?!\t)")) {
            Matcher found = EXPLAINED.matcher(entry);
            if (!found.find() || !OF_THE_LEDGER.matcher(found.group(2)).find()) continue;
            String statement = found.group(2).replaceAll("\\s+", " ").replaceAll("\\$(\\d+)(, \\$\\d+){3,}", "\\$$1, …");
            plans.putIfAbsent(statement, new Plan(statement, Double.parseDouble(found.group(1)), found.group(3).stripTrailing()));
        }
        return List.copyOf(plans.values());
    }

    private static void summarize(Line line, List<Plan> plans) {
        double all = plans.stream().mapToDouble(Plan::millis).sum();
        System.out.printf("%n=== %s %s: %d statements, %.1f ms%n", line.who, line.address, plans.size(), all);
        for (Plan plan : plans) {
            if (plan.millis < 5) continue;
            System.out.printf("%8.1f ms %7d of %7d rows  %s%n%32s%s%n", plan.millis, plan.rows(), plan.most(), plan.shortened(), "", plan.indexes());
        }
    }

    private static String logged(Path log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private Times times(Line line, int rounds) throws Exception {
        double[] millis = new double[rounds];
        int status = 200;
        long bytes = 0;
        for (int i = 0; i < rounds; i++) {
            long begun = System.nanoTime();
            HttpResponse<InputStream> answer = client(line.who).send(request(line.path), BodyHandlers.ofInputStream());
            bytes = drain(answer.body());
            millis[i] = (System.nanoTime() - begun) / 1e6;
            status = answer.statusCode();
            if (status != 200) break;
        }
        Arrays.sort(millis);
        return new Times(status, bytes, millis);
    }

    private static long drain(InputStream body) throws IOException {
        try (body) {
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private HttpResponse<String> ask(Line line) throws Exception {
        return client(line.who).send(request(line.path), BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(5)).build();
    }

    /** With the cookie of somebody who has logged in. */
    private HttpClient client(String who) throws Exception {
        if (people.containsKey(who)) return people.get(who);
        HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(client.send(request("/login"), BodyHandlers.ofString()).body());
        String form = "username=" + encoded(who) + "&password=" + encoded(PASSWORD) + (token.find() ? "&_csrf=" + encoded(token.group(1)) : "");
        HttpRequest login = HttpRequest.newBuilder(base.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String to = client.send(login, BodyHandlers.discarding()).headers().firstValue("Location").orElse("");
        if (to.isEmpty() || to.contains("/login")) throw new IllegalStateException("cannot log in as " + who);
        people.put(who, client);
        return client;
    }

    private List<Line> lines(String addresses) throws Exception {
        List<Line> lines = new ArrayList<>();
        for (String text : addresses.lines().toList()) {
            String[] parts = text.split(" ");
            String address = dated(parts[1]);
            Line first = new Line(parts[0], address, escaped(address));
            lines.add(parts.length == 2 ? first : further(first, Integer.parseInt(parts[2].substring(1))));
        }
        return lines;
    }

    /** The page so many pages on, or the last one where there are fewer. */
    private Line further(Line first, int most) throws Exception {
        String path = first.path;
        int page = 1;
        while (page <= most) {
            Matcher next = NEXT.matcher(ask(new Line(first.who, first.address, path)).body());
            if (!next.find()) break;
            path = next.group(1).replace("&amp;", "&");
            page++;
        }
        return new Line(first.who, first.address + ", page " + page, path);
    }

    private static String dated(String address) {
        LocalDate month = TODAY.minusMonths(2).withDayOfMonth(1);
        return address.replace("{ten-years}", TODAY.minusYears(10).toString())
                .replace("{month}", month.toString())
                .replace("{month-end}", month.plusMonths(1).minusDays(1).toString())
                .replace("{year}", "" + (TODAY.getYear() - 1));
    }

    /** With the Chinese in it as a browser sends it. */
    private static String escaped(String address) {
        return Pattern.compile("[^\\x21-\\x7e]+").matcher(address).replaceAll(found -> encoded(found.group()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.tiyanguan.ledger.figures;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the ledger with entries in all shapes that the process can leave, the same ones for the same seed. */
class RandomLedger {

    static final List<String> DEPARTMENTS = List.of("gongan", "shebao", "zhujian", "shichang");

    private static final List<String> MODES = List.of("ONLINE", "ON_SITE", "REFORM", "HOTLINE", "SURVEY");
    private static final List<String> TOPICS =
            List.of("WEB_PAGE", "GUIDE", "CHANNEL", "WINDOW", "PROCESS", "ENVIRONMENT", "OTHER");
    private static final List<String> CATEGORIES = List.of("PUBLIC", "ENTERPRISE", "UNIT", "SUPERVISOR");
    private static final List<String> CHANNELS = List.of("OFFICER", "HOTLINE", "VISIT", "OTHER");
    private static final List<String> STATES = List.of("TRIAGE", "ASSIGN", "RECTIFY", "VERIFY", "CONFIRM", "MERGED");

    private final JdbcClient jdbc;
    private final LocalDateTime now;
    private final Random random;

    RandomLedger(JdbcClient jdbc, LocalDateTime now, long seed) {
        this.jdbc = jdbc;
        this.now = now;
        this.random = new Random(seed);
    }

    static void clear(JdbcClient jdbc) {
        jdbc.sql("truncate table ledger_event").update();
        jdbc.sql("update ledger_entry set relapse_of = null").update();
        for (String table : List.of("rectification_part", "reporter", "ledger_entry"))
            jdbc.sql("delete from " + table).update();
    }

    void fill(int entries) {
        for (int n = 1; n <= entries; n++) entry("TYG-2026-%06d".formatted(n), n);
        relapses();
    }

    /** Some came back, some of them twice; what goes on with them may have been reported whenever. */
    private void relapses() {
        List<String> numbers = jdbc.sql("select number from ledger_entry order by number")
                .query(String.class)
                .list();
        List<String> closed = jdbc.sql("select number from ledger_entry where outcome = 'RECTIFIED' order by number")
                .query(String.class)
                .list();
        for (int n = 0; n < numbers.size() / 8; n++) {
            String child = one(numbers);
            String parent = one(closed.subList(0, closed.size() / 2));
            if (!child.equals(parent))
                jdbc.sql("update ledger_entry set relapse_of = :parent where number = :child")
                        .param("parent", parent)
                        .param("child", child)
                        .update();
        }
    }

    private void entry(String number, int n) {
        LocalDateTime reported = reportedAt(n);
        boolean closed = random.nextInt(10) < 6;
        Map<String, Object> row = new HashMap<>();
        row.put("number", number);
        row.put("kind", random.nextInt(3) == 0 ? "SUGGESTION" : "PROBLEM");
        row.put(
                "item",
                "事项" + "ABCDEFGHIJKLMNOPQRST".charAt(Math.min(random.nextInt(20), random.nextInt(20))) + " & 50%/+#");
        row.put("channel", one(CHANNELS));
        row.put("state", closed ? "CLOSED" : one(STATES));
        row.put("mode", perhaps(one(MODES)));
        row.put("topic", perhaps(one(TOPICS)));
        row.put("outcome", closed ? "RECTIFIED" : null);
        row.put("answer", closed ? "已经改好" : null);
        row.put("closedAt", closed ? reported.plusMinutes(random.nextInt(150 * 24 * 60)) : null);
        row.put("rating", closed ? perhaps(1 + random.nextInt(5)) : null);
        row.put("reported", reported);
        boolean officer = random.nextBoolean();
        row.put("category", officer ? perhaps(one(CATEGORIES)) : null);
        jdbc.sql("""
                        insert into ledger_entry (number, kind, title, description, place, occurred_on, service_item, urgency, channel, state,
                            mode, topic, category, outcome, answer, closed_at, rating, reported_at,
                            public_title, public_description, public_place, public_service_item)
                        values (:number, :kind, '排队过久', '等了两个小时', '二楼', date '2026-01-01', :item, 'NORMAL', :channel, :state,
                            :mode, :topic, :category, :outcome, :answer, :closedAt, :rating, :reported,
                            '排队过久', '等了两个小时', '二楼', :item)""").params(row).update();
        jdbc.sql("insert into reporter (number, user_id, name) values (:number, :account, '某人')")
                .param("number", number)
                .param("account", officer ? "officer-" + random.nextInt(12) : null)
                .update();
        if (List.of("TRIAGE", "ASSIGN", "MERGED").contains(row.get("state"))) return;
        for (String department : DEPARTMENTS) if (random.nextInt(3) == 0) parts(number, department, reported, closed);
    }

    /** Some at the very edges of days and months. */
    private LocalDateTime reportedAt(int n) {
        LocalDate day = now.toLocalDate().minusDays(random.nextInt(500));
        return switch (n % 20) {
            case 0 -> day.withDayOfMonth(1).atStartOfDay();
            case 1 -> day.withDayOfMonth(1).atStartOfDay().minusNanos(1_000_000);
            default -> day.atTime(random.nextInt(now.getHour()), random.nextInt(60), random.nextInt(60));
        };
    }

    private void parts(String number, String department, LocalDateTime reported, boolean closed) {
        LocalDateTime assigned = reported.plusMinutes(random.nextInt(5000));
        int rounds = 1 + random.nextInt(8) / 6;
        for (int round = 1; round <= rounds; round++) {
            boolean last = round == rounds;
            String state = !last
                    ? "DONE"
                    : random.nextInt(4) == 0
                            ? one(List.of("SENT_BACK", "TRANSFERRED", "WITHDRAWN"))
                            : closed ? "DONE" : one(List.of("ACCEPT", "RECTIFY", "DONE"));
            if (round > 1 && state.equals("ACCEPT")) state = "RECTIFY";
            LocalDateTime accepted = round > 1 ? assigned : assigned.plusMinutes(random.nextInt(4000));
            LocalDateTime done = accepted.plusMinutes(random.nextInt(20 * 24 * 60));
            boolean isAccepted =
                    List.of("RECTIFY", "DONE").contains(state) || state.equals("WITHDRAWN") && random.nextBoolean();
            boolean isOpen = List.of("ACCEPT", "RECTIFY").contains(state);
            jdbc.sql("""
                            insert into rectification_part (number, department, round, instruction, state, assigned_at, accept_days,
                                rectify_days, remind_days, accept_by, deadline, accepted_at, done_at, card)
                            values (:number, :department, :round, '请整改', :state, :assigned, 1, 5, 1, :assigned, :deadline, :accepted, :done, :card)""")
                    .param("number", number)
                    .param("department", department)
                    .param("round", round)
                    .param("state", state)
                    .param("assigned", assigned)
                    .param(
                            "deadline",
                            isOpen
                                    ? now.toLocalDate()
                                            .plusDays(random.nextInt(40) - 30)
                                            .atTime(17, 30)
                                    : assigned.plusDays(12))
                    .param("accepted", isAccepted ? accepted : null)
                    .param("done", isOpen ? null : done)
                    .param("card", random.nextInt(5) == 0 ? one(List.of("YELLOW", "RED")) : null)
                    .update();
            assigned = done.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> T perhaps(T value) {
        return random.nextInt(5) == 0 ? null : value;
    }
}

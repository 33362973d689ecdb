package org.tiyanguan.ledger.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.LedgerRows;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.rectification.Loop;

/** What occurs so often that it is read for rather than asked for by number: the same is found. */
@IntegrationTest
@OnH2Too
class FrequentTextTest {

    private static final int ENTRIES = 1500;

    private static final int PAGES = 3;

    private static final Viewer CENTER = new Viewer(true, true, List.of());

    private static final Viewer GONGAN = new Viewer(false, false, List.of("gongan"));

    @Autowired
    LedgerSearch search;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JdbcClient client;

    @BeforeEach
    void entries() {
        Loop.now("2026-03-12T10:00");
        LedgerRows.clear(client);
        List<Integer> all = IntStream.rangeClosed(1, ENTRIES).boxed().toList();
        jdbc.batchUpdate(
                """
                insert into ledger_entry (number, kind, title, description, place, occurred_on, service_item, urgency, channel, state, reported_at,
                    public_title, public_description, public_place, public_service_item)
                values (?, 'PROBLEM', ?, '说不清楚。', '二楼', date '2026-03-01', '户口迁移', 'URGENT', 'HOTLINE', 'RECTIFY', ?,
                    ?, '说不清楚。', '二楼', '户口迁移')""",
                all.stream()
                        .map(n -> new Object[] {number(n), title(n), reported(n), title(n)})
                        .toList());
        jdbc.batchUpdate(
                "insert into reporter (number, name) values (?, ?)",
                all.stream()
                        .map(n -> new Object[] {number(n), named(n) ? "Li 李明" : "王芳"})
                        .toList());
        jdbc.batchUpdate(
                """
                insert into rectification_part (number, department, round, instruction, state, assigned_at, accept_days, rectify_days,
                    remind_days, accept_by, deadline)
                values (?, 'gongan', 1, '请核实', 'RECTIFY', ?, 1, 5, 1, ?, ?)""",
                all.stream()
                        .filter(FrequentTextTest::isGongans)
                        .map(n -> new Object[] {
                            number(n),
                            reported(n),
                            reported(n),
                            Timestamp.valueOf("2026-03-%d 17:30:00".formatted(n % 100 == 0 ? 10 : 20))
                        })
                        .toList());
    }

    @AfterEach
    void clear() {
        LedgerRows.clear(client);
        ClockUtil.reset();
    }

    @Test
    void a_frequent_text_finds_what_holds_it_page_by_page() {
        assertFound(CENTER, "排队", FrequentTextTest::queues, 14);
        assertFound(CENTER, "太久", FrequentTextTest::queues, 14);
        assertFound(CENTER, "队太久", FrequentTextTest::queues, 14);
        assertFound(CENTER, "WIFI", FrequentTextTest::queues, 14);
    }

    @Test
    void among_all_that_hold_it_a_department_finds_its_own() {
        assertFound(GONGAN, "排队", n -> queues(n) && isGongans(n), 14);
    }

    @Test
    void a_frequent_name_finds_what_they_reported_and_what_is_about_them() {
        assertFound(CENTER, "李", n -> named(n) || n == 1300, 12);
        assertFound(CENTER, "li 李", FrequentTextTest::named, 11);
    }

    @Test
    void a_department_finds_nothing_by_a_name() {
        assertFound(GONGAN, "李", n -> n == 1300, 1);
    }

    private void assertFound(Viewer viewer, String q, IntPredicate holds, int overdue) {
        List<String> expected = IntStream.rangeClosed(1, ENTRIES)
                .filter(holds)
                .mapToObj(FrequentTextTest::number)
                .sorted(Comparator.reverseOrder())
                .toList();
        List<String> found = new ArrayList<>();
        LedgerSearch.Found page = search.find(viewer, query(q, null));
        assertThat(page.total()).as(q).isEqualTo(expected.size());
        assertThat(page.overdue()).as(q).isEqualTo(overdue);
        page.rows().forEach(row -> found.add(row.number()));
        for (int turned = 1; turned < PAGES && page.next() != null; turned++) {
            page = search.find(viewer, query(q, page.next().inAddress().orElseThrow()));
            page.rows().forEach(row -> found.add(row.number()));
        }
        assertThat(found)
                .as(q)
                .isEqualTo(expected.subList(0, Math.min(expected.size(), PAGES * LedgerSearch.PAGE_SIZE)));
    }

    private static LedgerQuery query(String q, String at) {
        return new LedgerQuery(
                q, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, at);
    }

    private static String number(int n) {
        return "TYG-2026-%06d".formatted(n);
    }

    private static Timestamp reported(int n) {
        return Timestamp.valueOf(LocalDateTime.parse("2026-01-01T10:00").plusMinutes(n));
    }

    private static String title(int n) {
        if (n == 1300) return "李老师找不到窗口";
        return queues(n) ? "排队太久，WiFi也没有" : "排着长长的队";
    }

    private static boolean queues(int n) {
        return n % 5 != 1 && n != 1300;
    }

    private static boolean named(int n) {
        return n <= 1100;
    }

    private static boolean isGongans(int n) {
        return n % 2 == 0;
    }
}

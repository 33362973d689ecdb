package org.tiyanguan.ledger.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.EmptyLedger;
import org.tiyanguan.ledger.LedgerRows;

/** What each condition of the ledger's list means, on a Thursday, with one entry for each way to be late or in time. */
@IntegrationTest
@OnH2Too
@EmptyLedger
@AtTime("2026-03-12T10:00")
class LedgerFiltersTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void some_of_each_kind() {
        open(1, "2026-03-12T09:00");
        open(2, "2026-03-09T17:30");
        open(3, "2026-03-06T17:30");
        open(4, "2026-02-02T17:30");
        open(5, "2026-03-13T17:30");
        done(6, "2026-03-06T17:30", "2026-03-06T17:30", 5);
        done(7, "2026-03-06T17:30", "2026-03-06T17:31", 2);
        entry(8).insert().part("gongan", "SENT_BACK", "2026-03-06T17:30", "RED");
        entry(9).insert();
        set(6, "topic = 'GUIDE', mode = 'ONLINE', category = 'UNIT'");
        set(7, "service_item = '户口', topic = null");
        jdbc.sql("update rectification_part set round = 2 where number = :number")
                .param("number", number(7))
                .update();
        // Another department's part is in time where the first one's is not.
        entry(7).part("shebao", "DONE", "2026-03-20T17:30", null);
        jdbc.sql("update rectification_part set done_at = :at where department = 'shebao'")
                .param("at", LocalDateTime.parse("2026-03-10T10:00"))
                .update();
        set(1, "relapse_of = '" + number(6) + "'");
        set(9, "relapse_of = '" + number(6) + "'");
        set(6, "look_back = 'STILL', looked_back_at = timestamp '2026-03-10 10:00:00'");
        set(7, "look_back = 'GONE', looked_back_at = timestamp '2026-03-11 10:00:00'");
        jdbc.sql("update reporter set user_id = null where number = :number")
                .param("number", number(9))
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "overdue=true, 1 2 3 4",
        "overdueBy=UP_TO_3, 1 2",
        "overdueBy=UP_TO_10, 3",
        "overdueBy=OVER_10, 4",
        "timely=LATE, 1 2 3 4 7",
        "timely=ON_TIME, 6",
        "timely=ON_TIME&department=shebao, 7",
        "timely=LATE&department=shebao, ''",
        "reached=ACCEPTED, 6 7",
        "reached=RECTIFIED, 6 7",
        "reached=CLOSED, 6 7",
        "closedFrom=2026-03-02, 6 7",
        "closedTo=2026-03-02, 6 7",
        "closedTo=2026-03-01, ''",
        "closedFrom=2026-03-03, ''",
        "reopened=true, 7",
        "reopened=true&department=gongan, 7",
        "rating=5, 6",
        "rating=3, ''",
        "rating=SATISFIED, 6",
        "rating=RATED, 6 7",
        "rating=RATED&department=gongan, 6 7",
        "topic=GUIDE, 6",
        "topic=NONE, 7",
        "mode=ONLINE, 6",
        "mode=NONE&rating=2, 7",
        "category=UNIT, 6",
        "category=NONE&rating=5, ''",
        "outcome=RECTIFIED, 6 7",
        "outcome=ANSWERED, ''",
        "relapse=RELAPSED, 6",
        "relapse=RELAPSED&department=gongan, 6",
        "relapse=RELAPSED&department=shebao, ''",
        "relapse=AGAIN, 1 9",
        "relapse=AGAIN&q=户籍, 1 9",
        "lookBack=ANY, 6 7",
        "lookBack=GONE, 7",
        "lookBack=STILL&rating=5, 6",
        "item=户口, 7",
        "item=户口迁移&rating=5, 6",
        "card=RED, ''",
        "officer=true, 1 2 3 4 5 6 7 8",
        "department=gongan, 1 2 3 4 5 6 7",
        "department=gongan&overdue=true&sort=DEADLINE&dir=ASC, 4 3 2 1"
    })
    void each_condition_finds_what_it_says(String conditions, String found) throws Exception {
        List<String> expected = found.isEmpty()
                ? List.of()
                : Arrays.stream(found.split(" "))
                        .map(n -> number(Integer.parseInt(n)))
                        .toList();

        List<String> numbers = get("/ledger.csv?" + conditions)
                .lines()
                .skip(1)
                .map(line -> line.split(",")[0])
                .toList();

        if (conditions.contains("sort=")) assertThat(numbers).isEqualTo(expected);
        else assertThat(numbers).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(get("/ledger?" + conditions)).contains("共 <b>" + expected.size() + "</b> 件");
    }

    private String get(String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(path)
                        .with(user("center").authorities(new SimpleGrantedAuthority("center"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void open(int n, String deadline) {
        entry(n).insert().part("gongan", "RECTIFY", deadline, null);
    }

    private void done(int n, String deadline, String done, int rating) {
        entry(n).with("state", "CLOSED").insert().part("gongan", "DONE", deadline, null);
        set(n, "rating = " + rating);
        jdbc.sql("update rectification_part set done_at = :at, accepted_at = :at where number = :number")
                .param("at", LocalDateTime.parse(done))
                .param("number", number(n))
                .update();
    }

    private void set(int n, String assignments) {
        jdbc.sql("update ledger_entry set " + assignments + " where number = :number")
                .param("number", number(n))
                .update();
    }

    private LedgerRows entry(int n) {
        return LedgerRows.entry(jdbc, number(n));
    }

    private static String number(int n) {
        return "TYG-2026-%06d".formatted(n);
    }
}

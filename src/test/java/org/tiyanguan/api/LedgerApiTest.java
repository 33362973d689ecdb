package org.tiyanguan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.api.Caller.hotline;
import static org.tiyanguan.api.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.KeyScope;

/** Another system reads the ledger, page by page, and learns of nobody who reported. */
@IntegrationTest
@OnH2Too
class LedgerApiTest {

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    Loop loop;

    @Autowired
    JdbcClient jdbc;

    private Caller caller;

    @BeforeEach
    void monday_morning() {
        Loop.now("2026-03-02T10:00:00");
        caller = callers.with(port, KeyScope.LEDGER_READ);
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void an_entry_has_its_departments_deadline_and_in_the_end_its_answer() {
        String number = loop.confirming();
        JsonNode open = entry(number);
        assertThat(open.get("state").asText()).isEqualTo("CONFIRM");
        assertThat(open.at("/departments/0/code").asText()).isEqualTo("gongan");
        assertThat(open.at("/departments/0/name").asText()).contains("公安局");
        assertThat(open.get("answer").isNull()).isTrue();
        loop.complete("officer", number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
        JsonNode closed = entry(number);
        assertThat(closed.get("outcome").asText()).isEqualTo("RECTIFIED");
        assertThat(closed.get("rating").asInt()).isEqualTo(5);
        assertThat(closed.get("answer").asText()).startsWith("窗口已增开两个");
        assertThat(closed.get("closedAt").asText()).isEqualTo("2026-03-02T10:00:00+08:00");

        String assigned = loop.assigned("shebao");
        assertThat(entry(assigned).get("deadline").asText()).matches("2026-03-\\d\\dT17:30:00\\+08:00");
        assertThat(caller.get("/api/ledger/TYG-2026-999999").statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_who_reported_is_named_not_even_by_what_they_wrote() {
        callers.with(port, KeyScope.FINDINGS_WRITE).post(hotline());
        loop.report();
        String all = caller.get("/api/ledger?limit=200").body();
        assertThat(all)
                .contains("取号后等了两个小时")
                .doesNotContain("吴女士", "13800138000", "\"officer\"", "reporter", "陈静", "client:");
        for (String number : numbers("limit=200"))
            assertThat(caller.get("/api/ledger/" + number).body())
                    .doesNotContain("吴女士", "13800138000", "\"officer\"", "reporter");
    }

    @Test
    void filters_are_those_of_the_list() {
        String triage = loop.report();
        String gongan = loop.assigned("gongan");
        jdbc.sql("update ledger_entry set topic = 'WINDOW' where number = :n")
                .param("n", gongan)
                .update();
        Loop.now("2026-04-01T10:00:00");
        String april = loop.report();
        assertThat(numbers("state=TRIAGE&limit=200")).contains(triage, april).doesNotContain(gongan);
        assertThat(numbers("department=gongan&topic=WINDOW")).containsExactly(gongan);
        assertThat(numbers("department=nobody")).isEmpty();
        assertThat(numbers("topic=GUIDE")).isEmpty();
        assertThat(numbers("kind=SUGGESTION")).isEmpty();
        assertThat(numbers("from=2026-04-01&to=2026-04-01")).containsExactly(april);
        assertThat(numbers("to=2026-03-31&limit=200")).contains(triage).doesNotContain(april);
        assertThat(numbers("overdue=true&limit=200")).contains(gongan).doesNotContain(triage);
        for (String bad : List.of(
                "from=2026-02-30", "from=%2B999999999-12-31", "to=9999-12-31", "topic=x", "overdue=maybe", "limit=0"))
            assertThat(caller.get("/api/ledger?" + bad).statusCode()).as(bad).isEqualTo(400);
    }

    @Test
    void pages_neither_repeat_nor_leave_out_an_entry_while_others_are_added() {
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 5; i++) before.add(0, loop.report());
        List<String> seen = new ArrayList<>();
        String path = "/api/ledger?from=2026-03-02&to=2026-03-02&limit=2";
        while (path != null) {
            HttpResponse<String> page = caller.get(path);
            seen.addAll(json(page).get("items").findValuesAsText("number"));
            path = page.headers()
                    .firstValue("Link")
                    .map(link -> link.replaceFirst("^<https?://[^/]+([^>]+)>; rel=\"next\"$", "$1"))
                    .orElse(null);
            assertThat(path == null).isEqualTo(json(page).get("next").isNull());
            loop.report();
        }
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(before);
    }

    @Test
    void the_centre_reads_it_as_well_and_nobody_else() {
        assertThat(Browser.of(port, "center").get("/api/ledger").statusCode()).isEqualTo(200);
        for (String other : List.of("leader", "gongan", "officer", "admin"))
            assertThat(Browser.of(port, other).get("/api/ledger").statusCode())
                    .as(other)
                    .isEqualTo(403);
    }

    private JsonNode entry(String number) {
        return json(caller.get("/api/ledger/" + number));
    }

    private List<String> numbers(String query) {
        return json(caller.get("/api/ledger?" + query)).get("items").findValuesAsText("number");
    }
}

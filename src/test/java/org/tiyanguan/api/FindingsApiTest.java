package org.tiyanguan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.api.Caller.hotline;
import static org.tiyanguan.api.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.KeyScope;

/** Another system reports findings, and asks what became of its own. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class FindingsApiTest {

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
    void a_system_has_a_key() {
        caller = callers.with(port, KeyScope.FINDINGS_WRITE, KeyScope.FINDINGS_READ);
    }

    @Test
    void a_finding_is_reported_under_the_systems_own_reference_and_stands_in_the_history_under_its_name() {
        Map<String, Object> report = hotline();
        report.put("reference", "GD-1");
        HttpResponse<String> created = caller.post(report);
        assertThat(created.statusCode()).isEqualTo(201);
        String number = json(created).get("number").asText();
        assertThat(created.headers().firstValue("Location")).hasValue("/api/findings/" + number);
        assertThat(json(created).get("reference").asText()).isEqualTo("GD-1");
        assertThat(json(created).get("reportedAt").asText()).isEqualTo("2026-03-02T10:00:00+08:00");
        assertThat(loop.openTasks(number)).containsExactly("center-triage");
        assertThat(jdbc.sql("select actor_role from ledger_event where number = :n")
                        .param("n", number)
                        .query(String.class)
                        .list())
                .containsOnly("CLIENT");
        assertThat(Browser.of(port, "center").get("/ledger/" + number).body()).contains("外部系统 12345热线平台");
    }

    @Test
    void what_names_somebody_is_pointed_out_stops_nothing_and_is_for_the_system_that_wrote_it() {
        HttpResponse<String> created = caller.post(hotline());
        assertThat(created.statusCode()).isEqualTo(201);
        String said = hotline().get("description").toString();
        assertThat(json(created).get("pointed")).hasSize(2).allSatisfy(one -> {
            assertThat(one.get("field").asText()).isEqualTo("description");
            assertThat(one.get("replaced").asBoolean()).isTrue();
            assertThat(said.substring(one.get("from").asInt(), one.get("to").asInt()))
                    .isIn("吴女士", "13800138000");
        });
        Map<String, Object> titled = hotline();
        titled.put("title", "吴女士：窗口排队过久");
        String number = json(caller.post(titled)).get("number").asText();
        assertThat(json(caller.get("/api/findings/" + number)).get("title").asText())
                .startsWith("吴女士");
        assertThat(json(Browser.of(port, "center").get("/api/findings/" + number))
                        .get("title")
                        .asText())
                .startsWith("〔姓名〕");
    }

    @Test
    void what_became_of_it_is_told_once_it_is_closed() {
        String number = report("GD-2");
        loop.accept(number);
        assertThat(json(caller.get("/api/findings/" + number)).get("state").asText())
                .isEqualTo("ASSIGN");
        String other = report("GD-3");
        Loop.now("2026-03-03T11:00:00");
        loop.complete("center", other, "center-triage", Map.of("triage", "ANSWER", "triageReason", "已经增开了两个窗口，谢谢。"));
        JsonNode closed = json(caller.get("/api/findings/" + other));
        assertThat(closed.get("state").asText()).isEqualTo("CLOSED");
        assertThat(closed.get("outcome").asText()).isEqualTo("ANSWERED");
        assertThat(closed.get("answer").asText()).isEqualTo("已经增开了两个窗口，谢谢。");
        assertThat(closed.get("closedAt").asText()).isEqualTo("2026-03-03T11:00:00+08:00");
    }

    @Test
    void a_system_sees_its_own_only() {
        String own = report("GD-4");
        String others = json(callers.with(port, KeyScope.FINDINGS_WRITE).post(hotline()))
                .get("number")
                .asText();
        String officers = loop.report();
        assertThat(caller.get("/api/findings/" + own).statusCode()).isEqualTo(200);
        for (String strange : List.of(others, officers, "TYG-2026-999999", "x")) {
            HttpResponse<String> answer = caller.get("/api/findings/" + strange);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).get("detail").asText()).contains("没有找到编号 " + strange);
        }
        assertThat(numbers("/api/findings?limit=200")).containsExactly(own);
    }

    @Test
    void the_list_is_narrowed_by_state_reference_and_time_of_change_and_paged_by_cursor() {
        String first = report("A");
        String second = report("B");
        String third = report("C");
        Loop.now("2026-03-02T12:00:00");
        loop.accept(first);
        assertThat(numbers("/api/findings?state=TRIAGE")).containsExactly(third, second);
        assertThat(numbers("/api/findings?reference=B")).containsExactly(second);
        assertThat(numbers("/api/findings?changedSince=2026-03-02T11:30:00%2B08:00"))
                .containsExactly(first);
        assertThat(numbers("/api/findings?changedSince=2026-03-02T03:30:00Z")).containsExactly(first);
        JsonNode page = json(caller.get("/api/findings?limit=2"));
        assertThat(page.get("items").findValuesAsText("number")).containsExactly(third, second);
        assertThat(numbers("/api/findings?limit=2&cursor=" + page.get("next").asText()))
                .containsExactly(first);
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_leaves_no_number_behind() {
        long before = entries();
        Map<String, Object> bad = hotline();
        bad.put("title", "长".repeat(61));
        bad.put("channel", "OFFICER");
        bad.put("reference", "x".repeat(101));
        bad.put("more", "x");
        bad.remove("kind");
        HttpResponse<String> answer = caller.post(bad);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("errors").findValuesAsText("field"))
                .contains("title", "channel", "reference", "more", "kind");
        for (Object odd : List.of(3, List.of(1), "a\0b", "\u0085")) {
            Map<String, Object> report = hotline();
            report.put("reference", odd);
            assertThat(json(caller.post(report)).get("errors").findValuesAsText("field"))
                    .containsExactly("reference");
        }
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void bad_questions_are_refused_with_a_chinese_sentence() {
        for (String query : List.of(
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=x",
                "cursor=%00",
                "state=OPEN",
                "changedSince=gestern",
                "changedSince=-999999999-01-01T00:00:00Z",
                "cursor=MS9UWUctMjAyNi0x")) {
            HttpResponse<String> answer = caller.get("/api/findings?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            if (!query.contains("%00"))
                assertThat(json(answer).get("detail").asText()).as(query).containsPattern("[\u4e00-\u9fa5]");
        }
        HttpResponse<String> noJson = caller.send("POST", "/api/findings", "{");
        assertThat(noJson.statusCode()).isEqualTo(400);
        assertThat(json(noJson).get("detail").asText()).contains("JSON");
    }

    private String report(String reference) {
        Map<String, Object> report = hotline();
        report.put("reference", reference);
        return json(caller.post(report)).get("number").asText();
    }

    private List<String> numbers(String path) {
        return json(caller.get(path)).get("items").findValuesAsText("number");
    }

    private long entries() {
        return jdbc.sql("select count(*) from ledger_entry").query(Long.class).single();
    }
}

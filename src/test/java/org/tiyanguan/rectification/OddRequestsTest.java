package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.Scripts;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Report;

/** Requests that no polite client sends: an error 500 is the answer to none. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class OddRequestsTest {

    private static final String NUL = "\0";

    private static final List<String> ODD = List.of(
            NUL,
            "a" + NUL + "b",
            "\uD800",
            "字".repeat(5000),
            "😀".repeat(60),
            "\u000B\u001B\u0085\uFFFE",
            "%",
            "' or 1=1 --");

    private static final List<String> ODD_DAYS =
            List.of("+999999999-12-31", "-999999999-01-01", "9999-12-31", "0000-01-01", "2026-02-30", "1e9", "明天", NUL);

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    Scripts scripts;

    private final ObjectMapper json = new ObjectMapper();

    // ---- odd

    @Test
    void odd_addresses_find_nothing_or_are_refused() {
        String number = loop.rectifying();
        Browser center = Browser.of(port, "center");
        List<String> paths = new ArrayList<>();
        for (String odd : List.of(
                "%00", "a%00b", "%ED%A0%80", "%FF", "%F0%9F%98%80".repeat(60), "x".repeat(4000), "99999999999", "-1")) {
            for (String field : List.of(
                    "q",
                    "state",
                    "department",
                    "kind",
                    "topic",
                    "item",
                    "rating",
                    "overdue",
                    "sort",
                    "dir",
                    "cols",
                    "at")) paths.add("/ledger?" + field + "=" + odd);
            paths.add("/ledger/" + odd);
            paths.add("/ledger/" + odd + "/task");
            paths.add("/api/findings/" + odd);
            paths.add("/engine-rest/task?nameLike=" + odd);
            paths.add("/engine-rest/task/" + odd);
        }
        SoftAssertions all = new SoftAssertions();
        for (String path : paths) {
            HttpResponse<String> answer = center.get(path);
            all.assertThat(answer.statusCode())
                    .as(path.substring(0, Math.min(80, path.length())))
                    .isLessThan(500);
            all.assertThat(answer.body()).doesNotContain("SQLException", "\tat ");
        }
        Browser admin = Browser.of(port, "admin");
        for (String odd : List.of("%00", "999999999", "-1", "99999999999999999999", "x"))
            all.assertThat(admin.get("/admin/holidays?year=" + odd).statusCode())
                    .as("year " + odd)
                    .isEqualTo(400);
        for (String day : ODD_DAYS)
            all.assertThat(admin.postForm("/admin/holidays/remove", Map.of("date", day))
                            .statusCode())
                    .as("day " + day)
                    .isBetween(302, 400);
        all.assertAll();
        assertThat(center.get("/ledger?q=" + number).body()).contains(number);
    }

    @Test
    void odd_texts_and_days_in_an_act_are_refused_and_change_nothing() {
        String number = loop.rectifying();
        String part = "/ledger/" + number + "/parts/" + loop.part(number).id();
        List<Act> before = loop.acts(number);
        Browser center = Browser.of(port, "center");
        SoftAssertions all = new SoftAssertions();
        for (String day : ODD_DAYS) {
            HttpResponse<String> answer =
                    center.postForm(part + "/reschedule", Map.of("until", day, "reason", "需要采购新的设备"));
            all.assertThat(answer.statusCode()).as(day).isEqualTo(400);
            if (!day.equals(NUL)) all.assertThat(answer.body()).as(day).contains("请填写日期，例如 2026-11-30。");
        }
        for (String odd : List.of(NUL, "理由足够长了" + NUL, "字".repeat(501))) {
            for (String act : List.of("urge", "supervise", "withdraw"))
                all.assertThat(center.postForm("/ledger/" + number + "/" + act, Map.of("reason", odd))
                                .statusCode())
                        .as(act)
                        .isEqualTo(400);
            all.assertThat(center.postForm(part + "/transfer", Map.of("department", odd, "reason", "职责已经划转"))
                            .statusCode())
                    .as("department")
                    .isEqualTo(400);
        }
        for (String id : List.of("99999999999999999999", "-1", "x", "%00"))
            all.assertThat(center.postForm(
                                    "/ledger/" + number + "/parts/" + id + "/transfer",
                                    Map.of("department", "shebao", "reason", "职责已经划转"))
                            .statusCode())
                    .as(id)
                    .isIn(400, 404);
        all.assertAll();
        assertThat(loop.acts(number)).isEqualTo(before);
    }

    @Test
    void an_odd_finding_is_refused_at_the_field() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String field : Report.fields())
            for (Object odd : oddValues(field.equals("occurredOn") ? ODD_DAYS : ODD)) {
                Map<String, Object> finding = Loop.problem();
                finding.put(field, odd);
                ResponseEntity<String> answer =
                        scripts.post("center", "/api/findings", json.writeValueAsString(finding));
                String what = field + " = " + String.valueOf(odd).replaceAll("(?s)(.{20}).*", "$1");
                all.assertThat(answer.getStatusCode().value()).as(what).isIn(201, 400);
                if (answer.getStatusCode().value() == 400)
                    all.assertThat(answer.getBody()).as(what).contains("\"field\":\"" + field + "\"");
            }
        for (String body : List.of("", "null", "[]", "3", "{", "\"\\u0000\"", "{\"title\":{}}", "[".repeat(5000)))
            all.assertThat(scripts.post("center", "/api/findings", body)
                            .getStatusCode()
                            .value())
                    .as(body)
                    .isEqualTo(400);
        all.assertAll();
    }

    @Test
    void a_nul_in_a_tasks_form_or_a_query_is_a_bad_request() throws Exception {
        String number = loop.report();
        String task = loop.task(number, "center-triage").getId();
        ResponseEntity<String> answer = scripts.post(
                "center",
                "/engine-rest/task/" + task + "/complete",
                "{\"variables\":{\"triage\":{\"value\":\"ACCEPT\"},\"triageReason\":{\"value\":\"情况属实\\u0000予以受理\"}}}");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("triageReason");
        assertThat(loop.openTasks(number)).containsExactly("center-triage");
        assertThat(scripts.post("center", "/engine-rest/task", "{\"nameLike\":\"\\u0000\"}")
                        .getStatusCode()
                        .is5xxServerError())
                .isFalse();
    }

    @Test
    void nobody_logs_in_by_an_odd_name() {
        for (String odd : List.of(NUL, "center" + NUL, "x".repeat(5000))) {
            assertThat(new Browser(port).login(odd, "Demo#2026").statusCode()).isIn(302, 400);
            assertThat(scripts.get(odd, "/api/findings/1").getStatusCode().value())
                    .isEqualTo(401);
        }
    }

    @Test
    void the_longest_answer_reaches_whoever_asked_also_for_a_merged_finding() {
        String answer = "“\"\n".repeat(666);
        String main = loop.verifying();
        String merged = loop.report();
        loop.complete(
                "center",
                merged,
                "center-triage",
                Map.of("triage", "MERGE", "triageReason", "同一件事情", "mergeInto", main));
        loop.complete(
                "center",
                main,
                "center-verify",
                Map.of("verification", "GOOD", "verifyMethod", "ON_SITE", "verifyNote", "现场查看属实", "answer", answer));
        loop.complete("officer", main, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
        assertThat(loop.entry(main).answer()).isEqualTo(answer.strip());
        assertThat(loop.entry(merged).answer()).endsWith(answer.strip()).contains(main);
    }

    private static List<Object> oddValues(List<String> texts) {
        List<Object> values = new ArrayList<>(texts);
        values.addAll(List.of(List.of(1), Map.of("a", 1), Long.MAX_VALUE, true));
        return values;
    }
}

package org.tiyanguan.recruitment.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Recruiting;

/** The leader decides on many applications at once. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class BulkDecisionTest {

    @LocalServerPort
    int port;

    @Autowired
    Recruiting recruiting;

    @Autowired
    Applications applications;

    @Test
    void the_leader_decides_many_at_once_as_the_centre_proposed() {
        String call = recruiting.opened();
        String first = proposed(call, "王小明", "PUBLIC");
        String second = proposed(call, "李小红", "ENTERPRISE");
        Browser leader = Browser.of(port, "leader");
        assertThat(leader.get("/applications?call=" + call).body()).contains("审定所选的申请", "群众代表", "0 / 1");
        assertThat(decide(leader, call, List.of(first, second), Map.of("decision", "APPROVE", "reason", "同意"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(applications.application(first).state()).isEqualTo(ApplicationState.SHORTLIST);
        assertThat(applications.application(second).category()).isEqualTo(OfficerCategory.ENTERPRISE);
        assertThat(leader.get("/applications?call=" + call).body())
                .contains("已审定 2 份申请", "1 / 1")
                .doesNotContain("审定所选的申请");
    }

    @Test
    void one_that_cannot_be_decided_leaves_all_of_them_as_they_were() {
        String call = recruiting.opened();
        String first = proposed(call, "王小明", "PUBLIC");
        String second = proposed(call, "李小红", "PUBLIC");
        Browser leader = Browser.of(port, "leader");
        var refused = decide(leader, call, List.of(first, second), Map.of("decision", "APPROVE", "reason", "同意"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(second + "：群众代表的名额已满", "同意</textarea>");
        assertThat(applications.application(first).state()).isEqualTo(ApplicationState.DECISION);
        assertThat(decide(
                                leader,
                                call,
                                List.of(first, second),
                                Map.of("decision", "APPROVE", "reason", "同意", "overrunReason", "报名踊跃，增加一名"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(applications.application(second).state()).isEqualTo(ApplicationState.SHORTLIST);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 同意, 1, 请选择审定结果",
        "APPROVE, '', 1, 理由",
        "APPROVE, 同意, 0, 请先勾选",
        "GUESS, 同意, 1, 请选择审定结果",
        "APPROVE, 同意, 2, 现在不在等待审定",
        "APPROVE, 同意, 3, 中心没有建议类别"
    })
    void a_decision_that_says_too_little_is_refused(String decision, String reason, int which, String sentence) {
        String call = recruiting.opened();
        String opposed = recruiting.applied(call, "方琳");
        recruiting.complete("center", opposed, "center-check", Map.of("check", "OPPOSE", "centerOpinion", "不符合要求。"));
        List<String> numbers = switch (which) {
            case 0 -> List.of();
            case 1 -> List.of(proposed(call, "王小明", "PUBLIC"));
            case 2 -> List.of(recruiting.applied(call, "王小明"));
            default -> List.of(opposed);
        };
        var refused = decide(Browser.of(port, "leader"), call, numbers, Map.of("decision", decision, "reason", reason));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(sentence);
    }

    @Test
    void several_are_refused_or_sent_back_at_once() {
        String call = recruiting.opened();
        String first = proposed(call, "王小明", "PUBLIC");
        String second = proposed(call, "李小红", "PUBLIC");
        Browser leader = Browser.of(port, "leader");
        decide(leader, call, List.of(first), Map.of("decision", "REFUSE", "reason", "名额有限"));
        decide(leader, call, List.of(second), Map.of("decision", "BACK", "reason", "请再核实"));
        assertThat(applications.application(first).state()).isEqualTo(ApplicationState.REFUSED);
        assertThat(applications.application(first).reason()).isEqualTo("名额有限");
        assertThat(applications.application(second).state()).isEqualTo(ApplicationState.CHECK);
    }

    @Test
    void only_the_leader_decides() {
        String call = recruiting.opened();
        String number = proposed(call, "王小明", "PUBLIC");
        assertThat(Browser.of(port, "center").get("/applications?call=" + call).body())
                .doesNotContain("审定所选的申请");
        for (String user : List.of("center", "unit"))
            assertThat(decide(
                                    Browser.of(port, user),
                                    call,
                                    List.of(number),
                                    Map.of("decision", "APPROVE", "reason", "同意"))
                            .statusCode())
                    .isEqualTo(403);
    }

    private String proposed(String call, String name, String category) {
        String number = recruiting.applied(call, name);
        recruiting.complete(
                "center",
                number,
                "center-check",
                Map.of("check", "PROPOSE", "category", category, "centerOpinion", "材料齐全，建议入选。"));
        return number;
    }

    static java.net.http.HttpResponse<String> decide(
            Browser browser, String call, List<String> numbers, Map<String, String> form) {
        Map<String, String> fields = new HashMap<>(form);
        fields.put("call", call);
        fields.put("number", String.join(",", numbers));
        return browser.postForm("/applications/decisions", fields);
    }
}

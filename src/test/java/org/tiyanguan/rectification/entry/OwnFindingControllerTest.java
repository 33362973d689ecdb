package org.tiyanguan.rectification.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.rectification.Loop;

/** What an officer follows and says to the answer, over real HTTP. */
@IntegrationTest
class OwnFindingControllerTest {

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    JdbcClient jdbc;

    private Browser officer;

    @BeforeEach
    void monday_morning() {
        Loop.now("2026-03-02T10:00:00");
        officer = Browser.of(port, "officer");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    // ---- following

    @Test
    void the_officer_follows_each_step_in_plain_words_and_learns_nothing_internal() {
        String number = loop.report();
        loop.complete("center", number, "center-triage", Map.of("triage", "ACCEPT", "triageReason", "内部理由不外传"));
        loop.complete("center", number, "center-assign", Map.of("department1", "gongan", "instruction1", "增开窗口"));
        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        assertThat(officer.get("/officer/" + number).body())
                .contains("责任单位正在整改", "中心已受理", "转给责任单位", "责任单位已接收", "市公安局", "整改时限 2026-03")
                .doesNotContain("内部理由", "李强", "张敏");
    }

    @Test
    void the_officer_is_told_of_each_step_that_matters() {
        String number = loop.confirming();
        confirm(number, Map.of("confirmation", "CONFIRM", "rating", "5"));
        assertThat(jdbc.sql("select template from notice where recipient = 'officer' and number = ? order by id")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("received", "triaged", "sent-on", "submitted", "confirm", "answer");
        assertThat(jdbc.sql("select data from notice where template = 'sent-on' and number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .contains("市公安局", "2026-03");
    }

    @Test
    void nobody_sees_anothers_report_and_others_have_no_such_pages() {
        String number = loop.report();
        assertThat(Browser.of(port, "officer2").get("/officer/" + number).statusCode())
                .isEqualTo(404);
        assertThat(Browser.of(port, "officer2").get("/officer").body()).doesNotContain(number);
        assertThat(Browser.of(port, "officer2")
                        .postForm("/officer/" + number + "/confirm", Map.of("confirmation", "CONFIRM", "rating", "5"))
                        .statusCode())
                .isEqualTo(404);
        for (String user : List.of("center", "gongan", "leader", "admin", "unit"))
            assertThat(Browser.of(port, user).get("/officer").statusCode())
                    .as(user)
                    .isEqualTo(403);
        assertThat(new Browser(port)
                        .get("/officer/" + number)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login");
    }

    @Test
    void the_links_in_an_officers_mails_lead_to_the_report() {
        String number = loop.confirming();
        assertThat(officer.get("/ledger/" + number + "/task")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/officer/" + number);
    }

    // ---- confirming

    @Test
    void the_officer_agrees_and_rates() {
        String number = loop.confirming();
        assertThat(officer.get("/officer").body()).contains("已核验，请您评价");
        assertThat(officer.get("/officer/" + number).body()).contains("给您的答复", "整改得怎么样");
        assertThat(confirm(number, Map.of("confirmation", "CONFIRM", "rating", "4", "objection", "先写了又改主意的话"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(loop.ended(number)).isTrue();
        assertThat(jdbc.sql("select rating from ledger_entry where number = ?")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
        assertThat(officer.get("/officer/" + number).body())
                .contains("您已评价", "已办结")
                .doesNotContain("整改得怎么样");
    }

    @Test
    void the_officer_objects_once_with_a_reason() {
        String number = loop.confirming();
        assertThat(confirm(number, Map.of("confirmation", "OBJECT", "objection", "我昨天去仍然只有一个窗口", "rating", "1"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(loop.openTasks(number)).containsExactly("center-verify");
        loop.verifyGood(number);
        assertThat(officer.get("/officer/" + number).body()).contains("整改得怎么样").doesNotContain("value=\"OBJECT\"");
        assertThat(confirm(number, Map.of("confirmation", "OBJECT", "objection", "还是只有一个窗口"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_objection_that_names_the_officer_is_asked_about_before_it_is_sent() {
        String number = loop.confirming();
        Map<String, String> objection = Map.of("confirmation", "OBJECT", "objection", "我是周晓明，请打13912345678再核实");
        HttpResponse<String> asked = confirm(number, objection);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("<mark", "周晓明", "我是周晓明，请打13912345678再核实", "name=\"sure\"");
        assertThat(loop.openTasks(number)).containsExactly("officer-confirm");
        Map<String, String> sure = new HashMap<>(objection);
        sure.put("sure", "周晓明");
        assertThat(confirm(number, sure).body()).as("the number was not shown").contains("还没有提交");
        sure.put("sure", asked.body().replaceAll("(?s).*name=\"sure\" value=\"([^\"]+)\".*", "$1"));
        assertThat(confirm(number, sure).statusCode()).isEqualTo(302);
        assertThat(Browser.of(port, "center").get("/ledger/" + number).body()).contains("我是周晓明");
        assertThat(Browser.of(port, "gongan").get("/ledger/" + number).body())
                .contains("我是〔姓名〕，请打〔电话〕再核实")
                .doesNotContain("周晓明");
    }

    @ParameterizedTest
    @CsvSource({"'', '', ''", "CONFIRM, '', ''", "CONFIRM, 6, ''", "OBJECT, '', 短", "MAYBE, 5, ''"})
    void half_an_answer_is_refused(String confirmation, String rating, String objection) {
        String number = loop.confirming();
        HttpResponse<String> answer =
                confirm(number, Map.of("confirmation", confirmation, "rating", rating, "objection", objection));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("class=\"error box\"", "整改得怎么样");
        assertThat(loop.openTasks(number)).containsExactly("officer-confirm");
    }

    @Test
    void whoever_confirms_twice_is_told() {
        String number = loop.confirming();
        confirm(number, Map.of("confirmation", "CONFIRM", "rating", "5"));
        assertThat(confirm(number, Map.of("confirmation", "CONFIRM", "rating", "1"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(jdbc.sql("select rating from ledger_entry where number = ?")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    // ----

    private HttpResponse<String> confirm(String number, Map<String, String> form) {
        return officer.postForm("/officer/" + number + "/confirm", form);
    }
}

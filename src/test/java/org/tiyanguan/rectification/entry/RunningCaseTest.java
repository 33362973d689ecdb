package org.tiyanguan.rectification.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tiyanguan.ledger.LedgerRows.number;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ledger.list.LedgerPages;
import org.tiyanguan.rectification.Loop;

/** The page of an entry whose case is under way: where it stands, and what the centre does with it. */
@IntegrationTest
@AtTime("2026-03-12T10:00")
class RunningCaseTest {

    @Autowired
    Loop loop;

    @Autowired
    LedgerPages ledger;

    @Test
    void a_page_says_where_a_case_stands_and_who_acts_until_when() throws Exception {
        String number = loop.assigned("gongan");

        assertThat(LedgerPages.text(ledger.page("center", "/ledger/" + number))).contains("接收转办 由 市公安局 办理");
        assertThat(LedgerPages.text(ledger.page("dept-gongan", "/ledger/" + number)))
                .contains("接收转办 由 市公安局 办理");
        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.finish(number);
        assertThat(LedgerPages.text(ledger.page("center", "/ledger/" + number))).contains("核验整改 由 市行政服务中心 办理");
        assertThat(LedgerPages.text(ledger.page("dept-gongan", "/ledger/" + number)))
                .contains("已提交整改，等待中心核验")
                .doesNotContain("核验整改");
        loop.verifyGood(number);
        assertThat(LedgerPages.text(ledger.page("center", "/ledger/" + number))).contains("回访评价 由 体验官 办理");
    }

    @Test
    void the_link_of_a_mail_leads_to_ones_own_task() throws Exception {
        String number = loop.assigned("gongan");
        String task = loop.task(number, "department-accept").getId();

        assertThat(ledger.perform("dept-gongan", get("/ledger/" + number + "/task"))
                        .getRedirectedUrl())
                .isEqualTo("/camunda/app/tasklist/default/#/?task=" + task);
        assertThat(ledger.perform("dept-shebao", get("/ledger/" + number + "/task"))
                        .getRedirectedUrl())
                .isEqualTo("/ledger");
        assertThat(ledger.perform("center", get("/ledger/" + number + "/task")).getRedirectedUrl())
                .isEqualTo("/ledger/" + number);
        assertThat(ledger.perform("officer", get("/ledger/" + number + "/task")).getRedirectedUrl())
                .isEqualTo("/officer/" + number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"urge", "supervise"})
    void the_centre_urges_and_supervises_with_a_reason(String act) throws Exception {
        String number = loop.rectifying();

        MockHttpServletResponse done =
                ledger.perform("center", post("/ledger/" + number + "/" + act).param("reason", "群众多次来问进展"));

        assertThat(done.getRedirectedUrl()).isEqualTo("/ledger/" + number);
        assertThat(ledger.page("center", "/ledger/" + number)).contains("群众多次来问进展");
    }

    @Test
    void the_centre_withdraws_a_case() throws Exception {
        String number = loop.rectifying();

        ledger.perform("center", post("/ledger/" + number + "/withdraw").param("reason", "经核实属于重复登记"));

        assertThat(LedgerPages.text(ledger.page("center", "/ledger/" + number)))
                .contains("办结（已撤回）", "经核实属于重复登记")
                .doesNotContain("中心操作");
    }

    @Test
    void the_centre_transfers_a_part_and_moves_its_deadline() throws Exception {
        String number = loop.rectifying();
        String part = "/ledger/" + number + "/parts/" + loop.part(number).id();

        ledger.perform(
                "center",
                post(part + "/reschedule").param("until", "2026-04-15").param("reason", "需要采购新的设备"));
        assertThat(loop.part(number).deadline()).isEqualTo("2026-04-15T17:30");

        ledger.perform(
                "center", post(part + "/transfer").param("department", "shebao").param("reason", "职责已经划转"));
        assertThat(loop.part(number).department()).isEqualTo("shebao");
    }

    @ParameterizedTest
    @ValueSource(strings = {"urge", "supervise", "withdraw"})
    void an_act_without_a_reason_is_refused_at_the_field(String act) throws Exception {
        String number = loop.rectifying();

        MockHttpServletResponse refused =
                ledger.perform("center", post("/ledger/" + number + "/" + act).param("reason", "急"));

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
                .contains("请填写 5 至 500 个字。", act + "-reason-fault", ">急</textarea>");
        assertThat(loop.ended(number)).isFalse();
    }

    @Test
    void a_bad_department_or_day_is_refused_at_the_field_and_what_was_typed_is_kept() throws Exception {
        String number = loop.rectifying();
        long id = loop.part(number).id();
        String part = "/ledger/" + number + "/parts/" + id;

        MockHttpServletResponse day = ledger.perform(
                "center", post(part + "/reschedule").param("until", "明天").param("reason", "需要采购新的设备"));
        MockHttpServletResponse department = ledger.perform(
                "center", post(part + "/transfer").param("department", "").param("reason", "职责已经划转"));

        assertThat(day.getStatus()).isEqualTo(400);
        assertThat(day.getContentAsString(StandardCharsets.UTF_8))
                .contains("请填写日期，例如 2026-11-30。", "reschedule-" + id + "-fault", "需要采购新的设备");
        assertThat(department.getStatus()).isEqualTo(400);
        assertThat(department.getContentAsString(StandardCharsets.UTF_8)).contains("请从列表中选择", "职责已经划转");
    }

    @Test
    void only_the_centre_acts_and_only_on_what_belongs_together() throws Exception {
        String number = loop.rectifying();
        String other = loop.rectifying();
        String act = "/ledger/" + number + "/urge";

        for (String role : List.of("center-leader", "dept-gongan", "officer", "camunda-admin"))
            assertThat(ledger.perform(role, post(act).param("reason", "群众多次来问进展"))
                            .getStatus())
                    .isEqualTo(403);
        assertThat(ledger.page("center-leader", "/ledger/" + number)).doesNotContain("中心操作");
        assertThat(ledger.page("dept-gongan", "/ledger/" + number)).doesNotContain("中心操作");
        String foreign = "/ledger/" + number + "/parts/" + loop.part(other).id() + "/transfer";
        assertThat(ledger.perform(
                                "center",
                                post(foreign).param("department", "shebao").param("reason", "职责已经划转"))
                        .getStatus())
                .isEqualTo(404);
    }
}

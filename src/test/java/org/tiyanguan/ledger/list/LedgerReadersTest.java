package org.tiyanguan.ledger.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tiyanguan.ledger.LedgerRows.entry;
import static org.tiyanguan.ledger.LedgerRows.number;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.EmptyLedger;
import org.tiyanguan.ledger.LedgerRows;
import org.tiyanguan.rectification.Loop;

/** Who sees what of the list and of an entry. */
@IntegrationTest
@OnH2Too
@EmptyLedger
@AtTime("2026-03-12T10:00")
class LedgerReadersTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Loop loop;

    @Autowired
    MockMvc mvc;

    @Autowired
    LedgerPages ledger;

    @Test
    void a_department_sees_only_entries_in_which_it_has_a_part() throws Exception {
        entry(jdbc, 1).insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);
        entry(jdbc, 2).insert().part("shebao", "RECTIFY", "2026-03-20T17:30", null);
        entry(jdbc, 3).insert().part("gongan", "SENT_BACK", "2026-03-20T17:30", null);
        entry(jdbc, 4).with("state", "TRIAGE").insert();

        assertThat(ledger.numbers("dept-gongan", "")).containsExactly(number(1));
        assertThat(ledger.numbers("dept-gongan", "department=shebao")).containsExactly(number(1));
        for (int foreign : new int[] {2, 3, 4, 99})
            assertThat(ledger.perform("dept-gongan", get("/ledger/" + number(foreign)))
                            .getStatus())
                    .isEqualTo(404);
    }

    @Test
    void a_department_sees_only_its_own_part_of_an_entry() throws Exception {
        LedgerRows both = entry(jdbc, 1).insert();
        long own = both.part("gongan", "ACCEPT", "2026-03-20T17:30", null);
        long other = both.part("shebao", "RECTIFY", "2026-03-06T17:30", "RED");
        both.event("ASSIGN", "CENTER", "张敏", "给公安局的要求", own).event("RED_CARD", "SYSTEM", "系统", "社保局的红牌", other);

        String list = LedgerPages.text(ledger.page("dept-gongan", "/ledger"));
        String entry = LedgerPages.text(ledger.page("dept-gongan", "/ledger/" + number(1)));

        assertThat(list)
                .contains("待接收", "2026-03-20 17:30")
                .doesNotContain("红牌 2026", "超期 1 件", "个工作日", "社会保险", "2026-03-06");
        assertThat(ledger.numbers("dept-gongan", "overdue=true")).isEmpty();
        assertThat(ledger.numbers("dept-gongan", "state=RECTIFY")).isEmpty();
        assertThat(ledger.numbers("dept-gongan", "state=ACCEPT")).containsExactly(number(1));
        assertThat(entry).contains("请gongan核实", "给公安局的要求").doesNotContain("shebao", "社保局的红牌", "社会保险");
        assertThat(LedgerPages.text(ledger.page("center", "/ledger/" + number(1))))
                .contains("请gongan核实", "请shebao核实", "社保局的红牌");
    }

    @Test
    void what_was_transferred_away_is_no_longer_the_departments() throws Exception {
        String number = loop.rectifying();
        String address = "/ledger/" + number;
        String task = loop.task(number, "department-rectify").getId();
        ledger.perform(
                "center",
                post(address + "/parts/" + loop.part(number).id() + "/transfer")
                        .param("department", "shebao")
                        .param("reason", "职责已经划转"));

        assertThat(ledger.numbers("dept-gongan", "")).isEmpty();
        assertThat(ledger.numbers("dept-gongan", "q=" + number)).isEmpty();
        assertThat(ledger.perform("dept-gongan", get(address)).getStatus()).isEqualTo(404);
        assertThat(loop.openTasks(number)).containsExactly("department-accept");
        assertThat(loop.task(number, "department-accept").getId()).isNotEqualTo(task);
        assertThat(ledger.numbers("dept-shebao", "")).containsExactly(number);
        assertThat(LedgerPages.text(ledger.page("center", address))).contains("已改派", "职责已经划转");
    }

    @Test
    void a_mails_link_to_a_case_that_is_not_ones_own_says_so_and_tells_nothing_about_it() throws Exception {
        String number = loop.rectifying();
        ledger.perform(
                "center",
                post("/ledger/" + number + "/parts/" + loop.part(number).id() + "/transfer")
                        .param("department", "shebao")
                        .param("reason", "职责已经划转"));

        for (String foreign : List.of(number, number(99))) {
            MvcResult led = mvc.perform(LedgerPages.as("dept-gongan", get("/ledger/" + foreign + "/task")))
                    .andReturn();
            assertThat(led.getResponse().getRedirectedUrl()).isEqualTo("/ledger");
            String page = mvc.perform(
                            LedgerPages.as("dept-gongan", get("/ledger")).flashAttrs(led.getFlashMap()))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(page).contains("这一件不在您的台账里，可能已改由其他单位办理，您不需要再做什么。");
        }
    }

    @Test
    void what_comes_back_by_another_transfer_is_the_departments_again() throws Exception {
        String number = loop.rectifying();
        for (String department : List.of("shebao", "gongan"))
            ledger.perform(
                    "center",
                    post("/ledger/" + number + "/parts/" + loop.part(number).id() + "/transfer")
                            .param("department", department)
                            .param("reason", "职责已经划转" + department));

        assertThat(ledger.numbers("dept-gongan", "")).containsExactly(number);
        assertThat(ledger.numbers("dept-shebao", "")).isEmpty();
        assertThat(LedgerPages.text(ledger.page("dept-gongan", "/ledger/" + number)))
                .contains("职责已经划转gongan")
                .doesNotContain("职责已经划转shebao", "已改派");
    }

    @ParameterizedTest
    @ValueSource(strings = {"center", "dept-gongan"})
    void an_entry_says_what_it_is_about_once_the_centre_has_said_it(String role) throws Exception {
        entry(jdbc, 1).insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);
        entry(jdbc, 2).with("topic", null).insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);

        assertThat(LedgerPages.text(ledger.page(role, "/ledger/" + number(1)))).contains("问题类型 办事效率");
        assertThat(LedgerPages.text(ledger.page(role, "/ledger/" + number(2)))).doesNotContain("问题类型");
    }

    @Test
    void what_the_centre_withdrew_stays_the_departments() throws Exception {
        String number = loop.rectifying();
        ledger.perform("center", post("/ledger/" + number + "/withdraw").param("reason", "经核实属于重复登记"));

        assertThat(ledger.numbers("dept-gongan", "state=CLOSED")).containsExactly(number);
        assertThat(LedgerPages.text(ledger.page("dept-gongan", "/ledger/" + number)))
                .contains("办结（已撤回）", "经核实属于重复登记");
    }

    @Test
    void a_department_never_learns_who_reported() throws Exception {
        LedgerRows row =
                entry(jdbc, 1).with("state", "CLOSED").reportedBy("欧阳青").insert();
        row.part("gongan", "DONE", "2026-03-20T17:30", null);
        row.event("CONFIRM", "OFFICER", "欧阳青", "5 星", null);

        String entry = ledger.page("dept-gongan", "/ledger/" + number(1));

        assertThat(entry).contains("体验官</span>", "5 星", "窗口已增开两个");
        for (String shielded : List.of("欧阳", "138", "1234", "zhou", "反映人</h2>", "来源"))
            assertThat(LedgerPages.text(entry).replace("12345", "")).doesNotContain(shielded);
        assertThat(LedgerPages.text(entry)).contains("登记 2026-03-02");
        assertThat(ledger.numbers("dept-gongan", "q=欧阳")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"center", "center-leader"})
    void centre_and_leader_see_who_reported_with_phone_and_mail_masked(String role) throws Exception {
        entry(jdbc, 1).reportedBy("欧阳青").insert();

        String entry = ledger.page(role, "/ledger/" + number(1));

        assertThat(entry)
                .contains("反映人</h2>", "欧阳青", "138＊＊＊＊1234", "z＊＊＊@example.org", "体验官")
                .doesNotContain("13812341234", "zhou@example.org", "zhou-officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "designer", "camunda-admin", "unit-zgh", "dept-gongan-head"})
    void nobody_else_sees_the_ledger(String role) throws Exception {
        entry(jdbc, 1).insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);

        assertThat(ledger.perform(role, get("/ledger")).getStatus()).isEqualTo(403);
        assertThat(ledger.perform(role, get("/ledger/" + number(1))).getStatus())
                .isEqualTo(403);
    }

    @Test
    void what_people_wrote_is_shown_as_written() throws Exception {
        String script = "<script>alert(1)</script>";
        LedgerRows row = entry(jdbc, 1)
                .with("title", script)
                .with("description", script)
                .reportedBy(script)
                .insert();
        row.event("TRIAGE_ACCEPT", "CENTER", script, script, null);

        assertThat(ledger.page("center", "/ledger?q=" + script))
                .doesNotContain(script)
                .contains("&lt;script&gt;");
        assertThat(ledger.page("center", "/ledger/" + number(1)))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
    }
}

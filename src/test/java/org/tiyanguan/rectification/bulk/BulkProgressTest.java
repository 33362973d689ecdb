package org.tiyanguan.rectification.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tiyanguan.ledger.LedgerRows.number;
import static org.tiyanguan.ledger.list.LedgerPages.text;
import static org.tiyanguan.rectification.bulk.BulkPages.hand;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.EmptyLedger;
import org.tiyanguan.ledger.list.LedgerPages;
import org.tiyanguan.rectification.Loop;

/** What people see of an act on many entries while it is worked off and afterwards. */
@IntegrationTest
@EmptyLedger
@AtTime("2026-03-12T10:00")
class BulkProgressTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Loop loop;

    @Autowired
    ManagementService management;

    @Autowired
    LedgerPages ledger;

    @Autowired
    BulkPages bulk;

    @AfterEach
    void forget() {
        bulk.forgetAll();
    }

    // ---- watching

    @Test
    void the_page_shows_how_far_it_is_and_what_was_refused() throws Exception {
        String first = loop.rectifying();
        String untriaged = loop.report();
        String last = loop.rectifying();
        String address = bulk.begin(hand("").param("number", first, untriaged, last)
                .param("act", "EXTEND")
                .param("untilDay", "2026-04-30")
                .param("reason", "设备采购需要时间"));

        assertThat(ledger.page("center", address)).contains("data-bulk-running", "max=\"3\" value=\"0\"");
        for (int i = 0; i < 2; i++) management.executeJob(bulk.jobs().get(0).getId());
        assertThat(text(ledger.page("center", address)))
                .contains("已处理 2 / 3", "1 件未办成", "已过 50%", untriaged, "没有单位正在办理这一件")
                .doesNotContain("已全部处理完");
        bulk.finish();

        String page = ledger.page("center-leader", address);
        assertThat(page)
                .contains("max=\"3\" value=\"3\"", "href=\"/ledger/" + untriaged + "\"")
                .doesNotContain("data-bulk-running");
        assertThat(text(page)).contains("已全部处理完", "2026-04-30", "批量延长时限");
        assertThat(text(ledger.page("center-leader", "/ledger/bulk")))
                .contains("PL-2026-", "延长时限 至 2026-04-30", "已处理完", "3 / 3", "1 件未办成");
    }

    @Test
    void the_acts_of_four_weeks_are_listed() throws Exception {
        assertThat(text(ledger.page("center", "/ledger/bulk"))).contains("这段时间没有批量处理");
        bulk.begin(hand("").param("number", loop.assigned("gongan"))
                .param("act", "TRANSFER")
                .param("toDepartment", "shebao")
                .param("reason", "职责已经划转"));
        assertThat(text(ledger.page("center", "/ledger/bulk"))).contains("改派 给市社会保险基金管理局", "职责已经划转", "0 / 1", "处理中");
        bulk.finish();
        Loop.now("2026-04-10T10:00");
        assertThat(text(ledger.page("center", "/ledger/bulk"))).contains("这段时间没有批量处理");
    }

    @Test
    void the_bell_leads_to_the_outcome() throws Exception {
        String address = bulk.begin(
                hand("").param("number", loop.rectifying()).param("act", "URGE").param("reason", "群众多次来问进展"));
        bulk.finish();

        assertThat(text(ledger.page("center", "/notices"))).contains("批量处理已完成", "批量处理：催办", "办成（件）：1", "未办成（件）：0");
        long notice = jdbc.sql("select max(id) from notice where template = 'bulk-ended'")
                .query(Long.class)
                .single();
        assertThat(ledger.perform("center", get("/notices/" + notice)).getRedirectedUrl())
                .isEqualTo(address);
    }

    @Test
    void nobody_but_the_centre_begins_one_and_nobody_but_centre_and_leader_sees_one() throws Exception {
        String number = loop.rectifying();
        String address =
                bulk.begin(hand("").param("number", number).param("act", "URGE").param("reason", "群众多次来问进展"));
        bulk.finish();

        for (String role :
                List.of("center-leader", "dept-gongan", "dept-gongan-head", "officer", "unit-zgh", "camunda-admin"))
            assertThat(ledger.perform(
                                    role,
                                    hand("").param("number", number)
                                            .param("act", "URGE")
                                            .param("reason", "群众多次来问进展"))
                            .getStatus())
                    .as(role)
                    .isEqualTo(403);
        for (String role : List.of("dept-gongan", "officer", "unit-zgh", "camunda-admin"))
            for (String page : List.of("/ledger/bulk", address))
                assertThat(ledger.perform(role, get(page)).getStatus()).as(role).isEqualTo(403);
        assertThat(loop.count(number, Act.URGE)).isOne();
        assertThat(ledger.perform("center", get("/ledger/bulk/PL-2026-9999")).getStatus())
                .isEqualTo(404);
        assertThat(ledger.perform("center", get("/ledger/bulk/task")).getRedirectedUrl())
                .isEqualTo("/ledger");
        assertThat(mvc.perform(post("/ledger/bulk")
                                .with(user("center").authorities(new SimpleGrantedAuthority("center"))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("forged")
                .isEqualTo(403);
    }
}

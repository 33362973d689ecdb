package org.tiyanguan.ledger.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tiyanguan.ledger.LedgerRows.entry;
import static org.tiyanguan.ledger.LedgerRows.number;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.EmptyLedger;

/** Which columns the list shows, and lists that are saved under a name. */
@IntegrationTest
@OnH2Too
@EmptyLedger
@AtTime("2026-03-12T10:00")
class LedgerColumnsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LedgerPages ledger;

    @Test
    void an_entry_shows_the_columns_that_somebody_chose() throws Exception {
        entry(jdbc, 1).with("state", "CLOSED").insert();

        assertThat(ledger.columns("center", "")).containsExactly("编号", "标题", "类型", "责任单位", "状态", "时限", "红黄牌", "反映时间");
        assertThat(ledger.columns("center", "cols=CLOSED,MODE,ITEM")).containsExactly("编号", "办理事项", "体验方式", "办结时间");
        assertThat(LedgerPages.text(ledger.page("center", "/ledger?cols=CLOSED,ITEM")))
                .contains("户口迁移", "2026-03-02 10:00");
    }

    @Test
    void columns_say_what_came_back_and_what_was_looked_at_again() throws Exception {
        entry(jdbc, 1).with("state", "CLOSED").insert().part("gongan", "DONE", "2026-03-20T17:30", null);
        entry(jdbc, 2).insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);
        jdbc.sql("update ledger_entry set relapse_of = :first where number = :second")
                .param("first", number(1))
                .param("second", number(2))
                .update();
        jdbc.sql("update ledger_entry set look_back = 'STILL', looked_back_at = timestamp '2026-03-10 09:00:00' "
                        + "where number = :first")
                .param("first", number(1))
                .update();

        for (String role : List.of("center", "dept-gongan")) {
            assertThat(ledger.columns(role, "cols=RELAPSE,LOOK_BACK")).containsExactly("编号", "复发", "回头看");
            assertThat(LedgerPages.text(ledger.page(role, "/ledger?cols=RELAPSE,LOOK_BACK")))
                    .contains("办结后复发", "由复发立案", "2026-03-10 仍在");
        }
        assertThat(ledger.page("center", "/ledger.csv")).contains("复发,原件,回头看", "由复发立案," + number(1));
        assertThat(ledger.page("dept-gongan", "/ledger.csv")).contains("复发,回头看").doesNotContain("原件");
    }

    /** They would tell what it may not know. */
    @Test
    void a_department_cannot_choose_columns_about_who_reported() throws Exception {
        entry(jdbc, 1).insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);

        assertThat(ledger.columns("dept-gongan", "cols=TITLE,MODE,CHANNEL,CATEGORY"))
                .containsExactly("编号", "标题");
    }

    @Test
    void a_list_is_saved_under_a_name_and_forgotten() throws Exception {
        entry(jdbc, 1).insert();
        String query = "state=RECTIFY&sort=DEADLINE&dir=ASC&cols=NUMBER,ITEM";

        MockHttpServletResponse saved = ledger.perform(
                "center", post("/ledger/views").param("name", " 正在整改 ").param("query", query));

        assertThat(saved.getRedirectedUrl()).isEqualTo("/ledger?" + query);
        assertThat(ledger.page("center", "/ledger"))
                .contains(">正在整改</a>")
                .contains("/ledger?" + query.replace("&", "&amp;"));
        long id = jdbc.sql("select id from ledger_view").query(Long.class).single();
        mvc.perform(post("/ledger/views/remove")
                .param("id", "" + id)
                .with(csrf())
                .with(user("leader").authorities(new SimpleGrantedAuthority("center-leader"))));
        assertThat(ledger.page("center", "/ledger"))
                .as("somebody else's is not theirs to remove")
                .contains(">正在整改</a>");
        ledger.perform("center", post("/ledger/views/remove").param("id", "" + id));
        assertThat(ledger.page("center", "/ledger")).doesNotContain("正在整改</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|state=RECTIFY", "名|//evil", "名|a=b\r\nSet-Cookie: x", "名|<script>"})
    void a_view_without_a_name_or_with_another_address_is_not_saved(String typed) throws Exception {
        ledger.perform(
                "center",
                post("/ledger/views").param("name", typed.split("\\|")[0]).param("query", typed.split("\\|")[1]));

        assertThat(jdbc.sql("select count(*) from ledger_view")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}

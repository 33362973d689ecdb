package org.tiyanguan.ledger.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.LedgerRows;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.People;

/** The list: what it finds, how it is sorted and paged, and what of it is saved. */
@IntegrationTest
@OnH2Too
class LedgerControllerTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    private LedgerPages ledger;

    @BeforeEach
    void emptyLedgerOnAThursday(@Autowired MockMvc mvc) {
        ledger = new LedgerPages(mvc);
        Loop.now("2026-03-12T10:00");
        LedgerRows.clear(jdbc);
    }

    @AfterEach
    void clear() {
        LedgerRows.clear(jdbc);
        ClockUtil.reset();
    }

    @Test
    void the_centre_finds_entries_by_number_title_description_item_and_reporter() throws Exception {
        entry(1).with("title", "叫号屏不亮").insert();
        entry(2).with("description", "Wi-Fi 连不上").insert();
        entry(3).with("serviceItem", "社保转移").insert();
        entry(4).reportedBy("欧阳青").insert();

        assertThat(ledger.numbers("center", "q=000001")).containsExactly(number(1));
        assertThat(ledger.numbers("center", "q=叫号")).containsExactly(number(1));
        assertThat(ledger.numbers("center", "q=wi-fi")).containsExactly(number(2));
        assertThat(ledger.numbers("center", "q=社保")).containsExactly(number(3));
        assertThat(ledger.numbers("center", "q=欧阳")).containsExactly(number(4));
        assertThat(ledger.numbers("center", "q=没有这个")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"center", "center-leader"})
    void centre_and_leader_find_what_an_officer_reported_by_the_name_of_the_account(String role) throws Exception {
        entry(1).reportedByAccount("officer").insert();
        entry(2).reportedBy("欧阳青").insert();
        String name = people.nameOf("officer");

        assertThat(ledger.numbers(role, "q=" + name)).containsExactly(number(1));
        assertThat(ledger.numbers(role, "q=" + name.substring(1))).containsExactly(number(1));
        assertThat(ledger.numbers(role, "q=" + name + "x")).isEmpty();
    }

    @Test
    void a_departments_search_never_matches_who_reported() throws Exception {
        entry(1).reportedByAccount("officer").insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);
        entry(2).reportedBy("欧阳青").insert().part("gongan", "DONE", "2026-03-20T17:30", null);

        for (String who : List.of(people.nameOf("officer"), "officer", "zhou-officer", "欧阳", "1381234", "zhou@"))
            assertThat(ledger.numbers("dept-gongan", "q=" + who)).as(who).isEmpty();
        assertThat(ledger.numbers("dept-gongan", "q=户口")).hasSize(2);
    }

    @Test
    void wildcards_in_a_search_are_plain_signs() throws Exception {
        entry(1).with("title", "满意度只有50%").insert();
        entry(2).with("title", "文件名a_b").insert();
        entry(3).with("title", "别的！").insert();

        assertThat(ledger.numbers("center", "q=%25")).containsExactly(number(1));
        assertThat(ledger.numbers("center", "q=_")).containsExactly(number(2));
        assertThat(ledger.numbers("center", "q=!")).isEmpty();
        assertThat(ledger.numbers("center", "q='")).isEmpty();
    }

    @Test
    void each_filter_narrows_the_list() throws Exception {
        entry(1).with("state", "TRIAGE").insert();
        entry(2).with("kind", "SUGGESTION").insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);
        entry(3).insert().part("shebao", "RECTIFY", "2026-03-10T17:30", "YELLOW");
        entry(4).with("state", "CLOSED").insert().part("shebao", "DONE", "2026-03-01T17:30", null);

        assertThat(ledger.numbers("center", "state=TRIAGE")).containsExactly(number(1));
        assertThat(ledger.numbers("center", "kind=SUGGESTION")).containsExactly(number(2));
        assertThat(ledger.numbers("center", "department=shebao")).containsExactly(number(4), number(3));
        assertThat(ledger.numbers("center", "overdue=true")).containsExactly(number(3));
        assertThat(ledger.numbers("center", "department=shebao&state=CLOSED")).containsExactly(number(4));
        assertThat(ledger.numbers("center", "")).hasSize(4);
    }

    @Test
    void the_list_shows_what_is_late_by_working_days_and_the_card() throws Exception {
        entry(1).insert().part("gongan", "RECTIFY", "2026-03-06T17:30", "RED");

        String page = LedgerPages.text(ledger.page("center", "/ledger"));

        assertThat(page).contains("户籍窗口排队过久", "市公安局", "整改中", "超期4个工作日", "红牌", "超期 1 件");
    }

    @Test
    void the_list_is_sorted_by_time_deadline_or_number_either_way() throws Exception {
        entry(1).with("reportedAt", at("2026-03-03T10:00"))
                .insert()
                .part("gongan", "RECTIFY", "2026-03-20T17:30", null);
        entry(2).with("reportedAt", at("2026-03-01T10:00"))
                .insert()
                .part("gongan", "RECTIFY", "2026-03-18T17:30", null);
        entry(3).with("reportedAt", at("2026-03-02T10:00")).insert();

        assertThat(ledger.numbers("center", "")).containsExactly(number(1), number(3), number(2));
        assertThat(ledger.numbers("center", "sort=REPORTED&dir=ASC")).containsExactly(number(2), number(3), number(1));
        assertThat(ledger.numbers("center", "sort=DEADLINE&dir=ASC")).containsExactly(number(2), number(1), number(3));
        assertThat(ledger.numbers("center", "sort=DEADLINE&dir=DESC")).containsExactly(number(1), number(2), number(3));
        assertThat(ledger.numbers("center", "sort=NUMBER&dir=DESC")).containsExactly(number(3), number(2), number(1));
    }

    @Test
    void pages_hold_fifty_and_keep_the_filters() throws Exception {
        for (int i = 1; i <= 105; i++) entry(i).with("title", "排队&等候").insert();
        entry(106).with("title", "别的").insert();

        String first = ledger.page("center", "/ledger?q=%E6%8E%92%E9%98%9F%26&sort=NUMBER&dir=ASC");

        assertThat(LedgerPages.text(first)).contains("共 105 件");
        assertThat(first)
                .contains("/ledger?q=%E6%8E%92%E9%98%9F%26&amp;sort=NUMBER&amp;dir=ASC&amp;at=after~~" + number(50));
        assertThat(ledger.numbers("center", "q=排队&sort=NUMBER&dir=ASC"))
                .hasSize(50)
                .startsWith(number(1));
        assertThat(ledger.numbers("center", "q=排队&sort=NUMBER&dir=ASC&at=last"))
                .hasSize(50)
                .startsWith(number(56));
    }

    /** Many have the same time, or no deadline: the number tells them apart. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sort=REPORTED&dir=ASC",
                "sort=NUMBER&dir=ASC",
                "sort=NUMBER",
                "sort=DEADLINE&dir=ASC",
                "sort=DEADLINE",
                "department=gongan&sort=DEADLINE"
            })
    void turning_the_pages_shows_each_entry_once_there_and_back(String list) throws Exception {
        for (int i = 1; i <= 130; i++) {
            LedgerRows row = entry(i).with("reportedAt", at("2026-03-0" + (1 + i / 20) + "T10:00"))
                    .insert();
            if (i % 3 == 0) row.part("gongan", "RECTIFY", "2026-03-1" + i / 20 + "T17:30", null);
            if (i % 3 == 1) row.part("gongan", "DONE", "2026-03-10T17:30", null);
        }

        List<String> there = new ArrayList<>(), back = new ArrayList<>();
        String last = null;
        for (String at = list; at != null; at = LedgerPages.link(last, "next")) {
            last = ledger.page("center", "/ledger?" + at);
            there.addAll(LedgerPages.numbersOn(last));
        }
        for (String page = last;
                page != null;
                page = LedgerPages.link(page, "prev") == null
                        ? null
                        : ledger.page("center", "/ledger?" + LedgerPages.link(page, "prev")))
            back.addAll(0, LedgerPages.numbersOn(page));

        assertThat(there).doesNotHaveDuplicates().hasSize(list.contains("gongan") ? 87 : 130);
        assertThat(back).isEqualTo(there);
        assertThat(ledger.numbers("center", list + "&at=last"))
                .isEqualTo(there.subList(there.size() - 50, there.size()));
    }

    @Test
    void what_comes_in_meanwhile_moves_no_page() throws Exception {
        for (int i = 1; i <= 60; i++) entry(i).insert();
        String next = LedgerPages.link(ledger.page("center", "/ledger?"), "next");

        entry(61).insert();

        assertThat(ledger.numbers("center", next)).startsWith(number(10)).hasSize(10);
    }

    @Test
    void an_entry_shows_the_columns_that_somebody_chose() throws Exception {
        entry(1).with("state", "CLOSED").insert();

        assertThat(ledger.columns("center", "")).containsExactly("编号", "标题", "类型", "责任单位", "状态", "时限", "红黄牌", "反映时间");
        assertThat(ledger.columns("center", "cols=CLOSED,MODE,ITEM")).containsExactly("编号", "办理事项", "体验方式", "办结时间");
        assertThat(LedgerPages.text(ledger.page("center", "/ledger?cols=CLOSED,ITEM")))
                .contains("户口迁移", "2026-03-02 10:00");
    }

    /** They would tell what it may not know. */
    @Test
    void a_department_cannot_choose_columns_about_who_reported() throws Exception {
        entry(1).insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);

        assertThat(ledger.columns("dept-gongan", "cols=TITLE,MODE,CHANNEL,CATEGORY"))
                .containsExactly("编号", "标题");
    }

    @Test
    void a_list_is_saved_under_a_name_and_forgotten() throws Exception {
        entry(1).insert();
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at=abc",
                "at=after~yesterday~TYG-1",
                "at=after~~TYG-2026-000001",
                "sort=NUMBER&at=after~2026-01-01T00:00~TYG-1",
                "mode=FOO",
                "topic=FOO",
                "rating=6",
                "cols=FOO",
                "to=%2B999999999-12-31",
                "closedFrom=1066-10-14",
                "timely=MAYBE",
                "sort=xyz",
                "sort=reported_at;drop",
                "dir=up",
                "state=FOO",
                "kind=1x",
                "overdue=maybe"
            })
    void an_address_that_makes_no_sense_is_a_bad_request(String query) throws Exception {
        assertThat(ledger.perform("center", get("/ledger?" + query)).getStatus())
                .isEqualTo(400);
    }

    @Test
    void fields_left_empty_filter_nothing() throws Exception {
        entry(1).insert();

        assertThat(
                        ledger.numbers(
                                "center",
                                "q=&state=&department=&kind=&topic=&mode=&category=&item=&rating=&from=&to=&timely=&overdueBy=&reached=&sort=&dir=&at=&cols="))
                .containsExactly(number(1));
    }

    private LedgerRows entry(int count) {
        return LedgerRows.entry(jdbc, number(count));
    }

    /** Numbers that the counter does not reach here. */
    private static String number(int count) {
        return "TYG-2025-%06d".formatted(count);
    }

    private static LocalDateTime at(String time) {
        return LocalDateTime.parse(time);
    }
}

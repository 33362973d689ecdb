package org.tiyanguan.ledger.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.LedgerRows;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.People;

@IntegrationTest
@OnH2Too
class LedgerControllerTest {

    private static final Pattern NUMBER = Pattern.compile("class=\"nowrap\">\\s*<a href=\"/ledger/(TYG-[0-9-]+)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Loop loop;

    @Autowired
    People people;

    @BeforeEach
    void emptyLedgerOnAThursday() {
        Loop.now("2026-03-12T10:00");
        LedgerRows.clear(jdbc);
    }

    @AfterEach
    void clear() {
        LedgerRows.clear(jdbc);
        ClockUtil.reset();
    }

    // ---- the list

    @Test
    void the_centre_finds_entries_by_number_title_description_item_and_reporter() throws Exception {
        entry(1).with("title", "叫号屏不亮").insert();
        entry(2).with("description", "Wi-Fi 连不上").insert();
        entry(3).with("serviceItem", "社保转移").insert();
        entry(4).reportedBy("欧阳青").insert();

        assertThat(numbers("center", "q=000001")).containsExactly(number(1));
        assertThat(numbers("center", "q=叫号")).containsExactly(number(1));
        assertThat(numbers("center", "q=wi-fi")).containsExactly(number(2));
        assertThat(numbers("center", "q=社保")).containsExactly(number(3));
        assertThat(numbers("center", "q=欧阳")).containsExactly(number(4));
        assertThat(numbers("center", "q=没有这个")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"center", "center-leader"})
    void centre_and_leader_find_what_an_officer_reported_by_the_name_of_the_account(String role) throws Exception {
        entry(1).reportedByAccount("officer").insert();
        entry(2).reportedBy("欧阳青").insert();
        String name = people.nameOf("officer");

        assertThat(numbers(role, "q=" + name)).containsExactly(number(1));
        assertThat(numbers(role, "q=" + name.substring(1))).containsExactly(number(1));
        assertThat(numbers(role, "q=" + name + "x")).isEmpty();
    }

    @Test
    void a_departments_search_never_matches_who_reported() throws Exception {
        entry(1).reportedByAccount("officer").insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);
        entry(2).reportedBy("欧阳青").insert().part("gongan", "DONE", "2026-03-20T17:30", null);

        for (String who : List.of(people.nameOf("officer"), "officer", "zhou-officer", "欧阳", "1381234", "zhou@"))
            assertThat(numbers("dept-gongan", "q=" + who)).as(who).isEmpty();
        assertThat(numbers("dept-gongan", "q=户口")).hasSize(2);
    }

    @Test
    void wildcards_in_a_search_are_plain_signs() throws Exception {
        entry(1).with("title", "满意度只有50%").insert();
        entry(2).with("title", "文件名a_b").insert();
        entry(3).with("title", "别的！").insert();

        assertThat(numbers("center", "q=%25")).containsExactly(number(1));
        assertThat(numbers("center", "q=_")).containsExactly(number(2));
        assertThat(numbers("center", "q=!")).isEmpty();
        assertThat(numbers("center", "q='")).isEmpty();
    }

    @Test
    void each_filter_narrows_the_list() throws Exception {
        entry(1).with("state", "TRIAGE").insert();
        entry(2).with("kind", "SUGGESTION").insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);
        entry(3).insert().part("shebao", "RECTIFY", "2026-03-10T17:30", "YELLOW");
        entry(4).with("state", "CLOSED").insert().part("shebao", "DONE", "2026-03-01T17:30", null);

        assertThat(numbers("center", "state=TRIAGE")).containsExactly(number(1));
        assertThat(numbers("center", "kind=SUGGESTION")).containsExactly(number(2));
        assertThat(numbers("center", "department=shebao")).containsExactly(number(4), number(3));
        assertThat(numbers("center", "overdue=true")).containsExactly(number(3));
        assertThat(numbers("center", "department=shebao&state=CLOSED")).containsExactly(number(4));
        assertThat(numbers("center", "")).hasSize(4);
    }

    @Test
    void the_list_shows_what_is_late_by_working_days_and_the_card() throws Exception {
        entry(1).insert().part("gongan", "RECTIFY", "2026-03-06T17:30", "RED");

        String page = text(page("center", "/ledger"));

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

        assertThat(numbers("center", "")).containsExactly(number(1), number(3), number(2));
        assertThat(numbers("center", "sort=REPORTED&dir=ASC")).containsExactly(number(2), number(3), number(1));
        assertThat(numbers("center", "sort=DEADLINE&dir=ASC")).containsExactly(number(2), number(1), number(3));
        assertThat(numbers("center", "sort=DEADLINE&dir=DESC")).containsExactly(number(1), number(2), number(3));
        assertThat(numbers("center", "sort=NUMBER&dir=DESC")).containsExactly(number(3), number(2), number(1));
    }

    @Test
    void pages_hold_fifty_and_keep_the_filters() throws Exception {
        for (int i = 1; i <= 105; i++) entry(i).with("title", "排队&等候").insert();
        entry(106).with("title", "别的").insert();

        String first = page("center", "/ledger?q=%E6%8E%92%E9%98%9F%26&sort=NUMBER&dir=ASC");

        assertThat(text(first)).contains("共 105 件");
        assertThat(first)
                .contains("/ledger?q=%E6%8E%92%E9%98%9F%26&amp;sort=NUMBER&amp;dir=ASC&amp;at=after~~" + number(50));
        assertThat(numbers("center", "q=排队&sort=NUMBER&dir=ASC")).hasSize(50).startsWith(number(1));
        assertThat(numbers("center", "q=排队&sort=NUMBER&dir=ASC&at=last"))
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
        for (String at = list; at != null; at = link(last, "next")) {
            last = page("center", "/ledger?" + at);
            there.addAll(numbersOn(last));
        }
        for (String page = last;
                page != null;
                page = link(page, "prev") == null ? null : page("center", "/ledger?" + link(page, "prev")))
            back.addAll(0, numbersOn(page));

        assertThat(there).doesNotHaveDuplicates().hasSize(list.contains("gongan") ? 87 : 130);
        assertThat(back).isEqualTo(there);
        assertThat(numbers("center", list + "&at=last")).isEqualTo(there.subList(there.size() - 50, there.size()));
    }

    @Test
    void what_comes_in_meanwhile_moves_no_page() throws Exception {
        for (int i = 1; i <= 60; i++) entry(i).insert();
        String next = link(page("center", "/ledger?"), "next");

        entry(61).insert();

        assertThat(numbers("center", next)).startsWith(number(10)).hasSize(10);
    }

    @Test
    void an_entry_shows_the_columns_that_somebody_chose() throws Exception {
        entry(1).with("state", "CLOSED").insert();

        assertThat(columns("center", "")).containsExactly("编号", "标题", "类型", "责任单位", "状态", "时限", "红黄牌", "反映时间");
        assertThat(columns("center", "cols=CLOSED,MODE,ITEM")).containsExactly("编号", "办理事项", "体验方式", "办结时间");
        assertThat(text(page("center", "/ledger?cols=CLOSED,ITEM"))).contains("户口迁移", "2026-03-02 10:00");
    }

    /** They would tell what it may not know. */
    @Test
    void a_department_cannot_choose_columns_about_who_reported() throws Exception {
        entry(1).insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);

        assertThat(columns("dept-gongan", "cols=TITLE,MODE,CHANNEL,CATEGORY")).containsExactly("编号", "标题");
    }

    @Test
    void a_list_is_saved_under_a_name_and_forgotten() throws Exception {
        entry(1).insert();
        String query = "state=RECTIFY&sort=DEADLINE&dir=ASC&cols=NUMBER,ITEM";

        MockHttpServletResponse saved =
                perform("center", post("/ledger/views").param("name", " 正在整改 ").param("query", query));

        assertThat(saved.getRedirectedUrl()).isEqualTo("/ledger?" + query);
        assertThat(page("center", "/ledger")).contains(">正在整改</a>").contains("/ledger?" + query.replace("&", "&amp;"));
        long id = jdbc.sql("select id from ledger_view").query(Long.class).single();
        mvc.perform(post("/ledger/views/remove")
                .param("id", "" + id)
                .with(csrf())
                .with(user("leader").authorities(new SimpleGrantedAuthority("center-leader"))));
        assertThat(page("center", "/ledger"))
                .as("somebody else's is not theirs to remove")
                .contains(">正在整改</a>");
        perform("center", post("/ledger/views/remove").param("id", "" + id));
        assertThat(page("center", "/ledger")).doesNotContain("正在整改</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|state=RECTIFY", "名|//evil", "名|a=b\r\nSet-Cookie: x", "名|<script>"})
    void a_view_without_a_name_or_with_another_address_is_not_saved(String typed) throws Exception {
        perform(
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
        assertThat(perform("center", get("/ledger?" + query)).getStatus()).isEqualTo(400);
    }

    @Test
    void fields_left_empty_filter_nothing() throws Exception {
        entry(1).insert();

        assertThat(
                        numbers(
                                "center",
                                "q=&state=&department=&kind=&topic=&mode=&category=&item=&rating=&from=&to=&timely=&overdueBy=&reached=&sort=&dir=&at=&cols="))
                .containsExactly(number(1));
    }

    // ---- who sees what

    @Test
    void a_department_sees_only_entries_in_which_it_has_a_part() throws Exception {
        entry(1).insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);
        entry(2).insert().part("shebao", "RECTIFY", "2026-03-20T17:30", null);
        entry(3).insert().part("gongan", "SENT_BACK", "2026-03-20T17:30", null);
        entry(4).with("state", "TRIAGE").insert();

        assertThat(numbers("dept-gongan", "")).containsExactly(number(1));
        assertThat(numbers("dept-gongan", "department=shebao")).containsExactly(number(1));
        for (int foreign : new int[] {2, 3, 4, 99})
            assertThat(perform("dept-gongan", get("/ledger/" + number(foreign))).getStatus())
                    .isEqualTo(404);
    }

    @Test
    void a_department_sees_only_its_own_part_of_an_entry() throws Exception {
        LedgerRows both = entry(1).insert();
        long own = both.part("gongan", "ACCEPT", "2026-03-20T17:30", null);
        long other = both.part("shebao", "RECTIFY", "2026-03-06T17:30", "RED");
        both.event("ASSIGN", "CENTER", "张敏", "给公安局的要求", own).event("RED_CARD", "SYSTEM", "系统", "社保局的红牌", other);

        String list = text(page("dept-gongan", "/ledger"));
        String entry = text(page("dept-gongan", "/ledger/" + number(1)));

        assertThat(list)
                .contains("待接收", "2026-03-20 17:30")
                .doesNotContain("红牌 2026", "超期 1 件", "个工作日", "社会保险", "2026-03-06");
        assertThat(numbers("dept-gongan", "overdue=true")).isEmpty();
        assertThat(numbers("dept-gongan", "state=RECTIFY")).isEmpty();
        assertThat(numbers("dept-gongan", "state=ACCEPT")).containsExactly(number(1));
        assertThat(entry).contains("请gongan核实", "给公安局的要求").doesNotContain("shebao", "社保局的红牌", "社会保险");
        assertThat(text(page("center", "/ledger/" + number(1)))).contains("请gongan核实", "请shebao核实", "社保局的红牌");
    }

    @Test
    void what_was_transferred_away_is_no_longer_the_departments() throws Exception {
        String number = loop.rectifying();
        String address = "/ledger/" + number;
        String task = loop.task(number, "department-rectify").getId();
        perform(
                "center",
                post(address + "/parts/" + loop.part(number).id() + "/transfer")
                        .param("department", "shebao")
                        .param("reason", "职责已经划转"));

        assertThat(numbers("dept-gongan", "")).isEmpty();
        assertThat(numbers("dept-gongan", "q=" + number)).isEmpty();
        assertThat(perform("dept-gongan", get(address)).getStatus()).isEqualTo(404);
        assertThat(loop.openTasks(number)).containsExactly("department-accept");
        assertThat(loop.task(number, "department-accept").getId()).isNotEqualTo(task);
        assertThat(numbers("dept-shebao", "")).containsExactly(number);
        assertThat(text(page("center", address))).contains("已改派", "职责已经划转");
    }

    @Test
    void a_mails_link_to_a_case_that_is_not_ones_own_says_so_and_tells_nothing_about_it() throws Exception {
        String number = loop.rectifying();
        perform(
                "center",
                post("/ledger/" + number + "/parts/" + loop.part(number).id() + "/transfer")
                        .param("department", "shebao")
                        .param("reason", "职责已经划转"));

        for (String foreign : List.of(number, number(99))) {
            MvcResult led = mvc.perform(as("dept-gongan", get("/ledger/" + foreign + "/task")))
                    .andReturn();
            assertThat(led.getResponse().getRedirectedUrl()).isEqualTo("/ledger");
            String page = mvc.perform(as("dept-gongan", get("/ledger")).flashAttrs(led.getFlashMap()))
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
            perform(
                    "center",
                    post("/ledger/" + number + "/parts/" + loop.part(number).id() + "/transfer")
                            .param("department", department)
                            .param("reason", "职责已经划转" + department));

        assertThat(numbers("dept-gongan", "")).containsExactly(number);
        assertThat(numbers("dept-shebao", "")).isEmpty();
        assertThat(text(page("dept-gongan", "/ledger/" + number)))
                .contains("职责已经划转gongan")
                .doesNotContain("职责已经划转shebao", "已改派");
    }

    @ParameterizedTest
    @ValueSource(strings = {"center", "dept-gongan"})
    void an_entry_says_what_it_is_about_once_the_centre_has_said_it(String role) throws Exception {
        entry(1).insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);
        entry(2).with("topic", null).insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);

        assertThat(text(page(role, "/ledger/" + number(1)))).contains("问题类型 办事效率");
        assertThat(text(page(role, "/ledger/" + number(2)))).doesNotContain("问题类型");
    }

    @Test
    void what_the_centre_withdrew_stays_the_departments() throws Exception {
        String number = loop.rectifying();
        perform("center", post("/ledger/" + number + "/withdraw").param("reason", "经核实属于重复登记"));

        assertThat(numbers("dept-gongan", "state=CLOSED")).containsExactly(number);
        assertThat(text(page("dept-gongan", "/ledger/" + number))).contains("办结（已撤回）", "经核实属于重复登记");
    }

    @Test
    void a_department_never_learns_who_reported() throws Exception {
        LedgerRows row = entry(1).with("state", "CLOSED").reportedBy("欧阳青").insert();
        row.part("gongan", "DONE", "2026-03-20T17:30", null);
        row.event("CONFIRM", "OFFICER", "欧阳青", "5 星", null);

        String entry = page("dept-gongan", "/ledger/" + number(1));

        assertThat(entry).contains("体验官</span>", "5 星", "窗口已增开两个");
        for (String shielded : List.of("欧阳", "138", "1234", "zhou", "反映人</h2>", "来源"))
            assertThat(text(entry).replace("12345", "")).doesNotContain(shielded);
        assertThat(text(entry)).contains("登记 2026-03-02");
        assertThat(numbers("dept-gongan", "q=欧阳")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"center", "center-leader"})
    void centre_and_leader_see_who_reported_with_phone_and_mail_masked(String role) throws Exception {
        entry(1).reportedBy("欧阳青").insert();

        String entry = page(role, "/ledger/" + number(1));

        assertThat(entry)
                .contains("反映人</h2>", "欧阳青", "138＊＊＊＊1234", "z＊＊＊@example.org", "体验官")
                .doesNotContain("13812341234", "zhou@example.org", "zhou-officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "designer", "camunda-admin", "unit-zgh", "dept-gongan-head"})
    void nobody_else_sees_the_ledger(String role) throws Exception {
        entry(1).insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);

        assertThat(perform(role, get("/ledger")).getStatus()).isEqualTo(403);
        assertThat(perform(role, get("/ledger/" + number(1))).getStatus()).isEqualTo(403);
    }

    @Test
    void what_people_wrote_is_shown_as_written() throws Exception {
        String script = "<script>alert(1)</script>";
        LedgerRows row = entry(1).with("title", script)
                .with("description", script)
                .reportedBy(script)
                .insert();
        row.event("TRIAGE_ACCEPT", "CENTER", script, script, null);

        assertThat(page("center", "/ledger?q=" + script)).doesNotContain(script).contains("&lt;script&gt;");
        assertThat(page("center", "/ledger/" + number(1)))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
    }

    // ---- a running case

    @Test
    void a_page_says_where_a_case_stands_and_who_acts_until_when() throws Exception {
        String number = loop.assigned("gongan");

        assertThat(text(page("center", "/ledger/" + number))).contains("接收转办 由 市公安局 办理");
        assertThat(text(page("dept-gongan", "/ledger/" + number))).contains("接收转办 由 市公安局 办理");
        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.finish(number);
        assertThat(text(page("center", "/ledger/" + number))).contains("核验整改 由 市行政服务中心 办理");
        assertThat(text(page("dept-gongan", "/ledger/" + number)))
                .contains("已提交整改，等待中心核验")
                .doesNotContain("核验整改");
        loop.verifyGood(number);
        assertThat(text(page("center", "/ledger/" + number))).contains("回访评价 由 体验官 办理");
    }

    @Test
    void the_link_of_a_mail_leads_to_ones_own_task() throws Exception {
        String number = loop.assigned("gongan");
        String task = loop.task(number, "department-accept").getId();

        assertThat(perform("dept-gongan", get("/ledger/" + number + "/task")).getRedirectedUrl())
                .isEqualTo("/camunda/app/tasklist/default/#/?task=" + task);
        assertThat(perform("dept-shebao", get("/ledger/" + number + "/task")).getRedirectedUrl())
                .isEqualTo("/ledger");
        assertThat(perform("center", get("/ledger/" + number + "/task")).getRedirectedUrl())
                .isEqualTo("/ledger/" + number);
        assertThat(perform("officer", get("/ledger/" + number + "/task")).getRedirectedUrl())
                .isEqualTo("/officer/" + number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"urge", "supervise"})
    void the_centre_urges_and_supervises_with_a_reason(String act) throws Exception {
        String number = loop.rectifying();

        MockHttpServletResponse done =
                perform("center", post("/ledger/" + number + "/" + act).param("reason", "群众多次来问进展"));

        assertThat(done.getRedirectedUrl()).isEqualTo("/ledger/" + number);
        assertThat(page("center", "/ledger/" + number)).contains("群众多次来问进展");
    }

    @Test
    void the_centre_withdraws_a_case() throws Exception {
        String number = loop.rectifying();

        perform("center", post("/ledger/" + number + "/withdraw").param("reason", "经核实属于重复登记"));

        assertThat(text(page("center", "/ledger/" + number)))
                .contains("办结（已撤回）", "经核实属于重复登记")
                .doesNotContain("中心操作");
    }

    @Test
    void the_centre_transfers_a_part_and_moves_its_deadline() throws Exception {
        String number = loop.rectifying();
        String part = "/ledger/" + number + "/parts/" + loop.part(number).id();

        perform(
                "center",
                post(part + "/reschedule").param("until", "2026-04-15").param("reason", "需要采购新的设备"));
        assertThat(loop.part(number).deadline()).isEqualTo("2026-04-15T17:30");

        perform("center", post(part + "/transfer").param("department", "shebao").param("reason", "职责已经划转"));
        assertThat(loop.part(number).department()).isEqualTo("shebao");
    }

    @ParameterizedTest
    @ValueSource(strings = {"urge", "supervise", "withdraw"})
    void an_act_without_a_reason_is_refused_at_the_field(String act) throws Exception {
        String number = loop.rectifying();

        MockHttpServletResponse refused =
                perform("center", post("/ledger/" + number + "/" + act).param("reason", "急"));

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

        MockHttpServletResponse day = perform(
                "center", post(part + "/reschedule").param("until", "明天").param("reason", "需要采购新的设备"));
        MockHttpServletResponse department = perform(
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
            assertThat(perform(role, post(act).param("reason", "群众多次来问进展")).getStatus())
                    .isEqualTo(403);
        assertThat(page("center-leader", "/ledger/" + number)).doesNotContain("中心操作");
        assertThat(page("dept-gongan", "/ledger/" + number)).doesNotContain("中心操作");
        String foreign = "/ledger/" + number + "/parts/" + loop.part(other).id() + "/transfer";
        assertThat(perform("center", post(foreign).param("department", "shebao").param("reason", "职责已经划转"))
                        .getStatus())
                .isEqualTo(404);
    }

    // ---- how the tests look

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

    private List<String> numbers(String role, String query) throws Exception {
        return numbersOn(page(role, "/ledger?" + query));
    }

    private static List<String> numbersOn(String page) {
        return NUMBER.matcher(page).results().map(found -> found.group(1)).toList();
    }

    /** What stands behind the question mark of the page's link of that kind, null if there is none. */
    private static String link(String page, String rel) {
        Matcher link = Pattern.compile("href=\"/ledger\\?([^\"]+)\" rel=\"" + rel + "\"")
                .matcher(page);
        return link.find() ? link.group(1).replace("&amp;", "&") : null;
    }

    private List<String> columns(String role, String query) throws Exception {
        return Pattern.compile("<th scope=\"col\"[^>]*>([^<]+)<")
                .matcher(page(role, "/ledger?" + query))
                .results()
                .map(head -> head.group(1))
                .toList();
    }

    private String page(String role, String address) throws Exception {
        MockHttpServletResponse response = perform(role, get(URI.create(encoded(address))));
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder();
        for (char c : address.toCharArray())
            encoded.append(
                    c < 128 && c != '<' && c != '>' && c != '\''
                            ? String.valueOf(c)
                            : URLEncoder.encode(String.valueOf(c), StandardCharsets.UTF_8));
        return encoded.toString();
    }

    private MockHttpServletResponse perform(String role, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(as(role, request)).andReturn().getResponse();
    }

    /** The user of a role is called as in the demo's people. */
    private static MockHttpServletRequestBuilder as(String role, MockHttpServletRequestBuilder request) {
        String name = role.equals("center-leader") ? "leader" : role.replaceFirst("^dept-", "");
        return request.with(user(name).authorities(new SimpleGrantedAuthority(role)))
                .with(csrf())
                .accept(MediaType.TEXT_HTML);
    }

    /** What a reader sees of a page's body. */
    private static String text(String page) {
        return page.replaceAll("(?s)^.*<main", "<main")
                .replaceAll("(?s)<(style|title).*?</\\1>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}

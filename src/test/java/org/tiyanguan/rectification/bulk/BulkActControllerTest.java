package org.tiyanguan.rectification.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.LedgerRows;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.rectification.Loop;

/** Acts on many entries: what the centre hands in, and what it sees of it. */
@IntegrationTest
class BulkActControllerTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Loop loop;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void emptyLedgerOnAThursday() {
        clear();
        Loop.now("2026-03-12T10:00");
    }

    @AfterEach
    void clear() {
        jdbc.sql("delete from bulk_act_entry").update();
        jdbc.sql("delete from bulk_act").update();
        LedgerRows.clear(jdbc);
        ClockUtil.reset();
    }

    // ---- handing in

    @Test
    void the_list_offers_the_centre_a_box_for_each_entry_and_the_form() throws Exception {
        entry(1).insert();

        assertThat(page("center", "/ledger?kind=PROBLEM"))
                .contains(
                        "name=\"number\" form=\"bulk\" value=\"" + number(1) + "\" aria-label=\"选择 " + number(1) + "\"")
                .contains("action=\"/ledger/bulk?kind=PROBLEM\"", "符合当前条件的全部 1 件");
        for (String other : List.of("center-leader", "dept-gongan"))
            assertThat(page(other, "/ledger")).doesNotContain("form=\"bulk\"", "<summary>批量处理", "bulk.js");
        assertThat(page("center-leader", "/ledger")).contains("href=\"/ledger/bulk\"");
    }

    @Test
    void the_chosen_entries_and_no_others_are_worked_on() throws Exception {
        String chosen = loop.rectifying();
        String other = loop.rectifying();

        String bulk = begin(hand("").param("which", "CHOSEN")
                .param("number", chosen, chosen)
                .param("act", "URGE")
                .param("reason", " 群众多次来问进展 "));
        finish();

        assertThat(loop.count(chosen, Act.URGE)).isOne();
        assertThat(loop.count(other, Act.URGE)).isZero();
        assertThat(text(page("center", bulk))).contains("批量催办", "已处理 1 / 1", "已全部处理完", "群众多次来问进展", "2026-03-12 10:00");
    }

    @Test
    void all_that_match_the_filter_in_the_address_are_worked_on() throws Exception {
        String of = loop.assigned("gongan", "shebao");
        String other = loop.assigned("shebao");

        begin(hand("?department=gongan&state=RECTIFY")
                .param("which", "ALL")
                .param("matching", "1")
                .param("act", "TRANSFER")
                .param("toDepartment", "gongjijin")
                .param("reason", "职责已经划转"));
        finish();

        assertThat(loop.parts(of).stream().filter(Part::isOpen))
                .extracting(Part::department)
                .containsOnly("gongjijin")
                .hasSize(2);
        assertThat(loop.part(other).department()).isEqualTo("shebao");
    }

    @Test
    void what_came_into_the_list_meanwhile_is_not_swept_along() throws Exception {
        entry(1).insert();
        entry(2).insert();

        String refused = refused(hand("?kind=PROBLEM")
                .param("which", "ALL")
                .param("matching", "1")
                .param("act", "URGE")
                .param("reason", "群众多次来问进展"));

        assertThat(text(refused)).contains("现在符合条件的有 2 件");
        assertThat(refused).contains("name=\"matching\" value=\"2\"", "value=\"ALL\" checked");
        assertThat(refused(hand("").param("which", "ALL").param("act", "URGE").param("reason", "群众多次来问进展")))
                .contains("现在符合条件的有 2 件");
    }

    @Test
    void two_thousand_are_taken_and_one_more_is_refused() throws Exception {
        jdbc.sql("""
                insert into ledger_entry (number, kind, title, description, place, occurred_on, service_item, urgency, channel, state, reported_at,
                    public_title, public_description, public_place, public_service_item)
                select 'TYG-2025-' || (100000 + n), 'PROBLEM', '排队过久', '等了两个小时', '二楼', date '2025-01-01', '户口迁移', 'NORMAL', 'VISIT',
                    'TRIAGE', timestamp '2025-01-02 10:00:00', '排队过久', '等了两个小时', '二楼', '户口迁移'
                from (select row_number() over () as n from ledger_counter a cross join number_counter b limit 2001) numbers""").update();

        String refused = refused(hand("").param("which", "ALL")
                .param("matching", "2001")
                .param("act", "URGE")
                .param("reason", "群众多次来问进展"));
        assertThat(text(refused)).contains("一次最多处理 2000 件，请缩小范围，分几次处理。");
        refused = refused(hand("").param("which", "CHOSEN")
                .param("number", numbers(2001))
                .param("act", "URGE")
                .param("reason", "群众多次来问进展"));
        assertThat(text(refused)).contains("一次最多处理 2000 件");
        assertThat(acts()).isZero();

        jdbc.sql("delete from ledger_entry where number = 'TYG-2025-102001'").update();
        String bulk = begin(hand("").param("which", "ALL")
                .param("matching", "2000")
                .param("act", "URGE")
                .param("reason", "群众多次来问进展"));
        assertThat(text(page("center", bulk))).contains("已处理 0 / 2000", "正在逐件处理");
        drop();
    }

    @ParameterizedTest
    @CsvSource({
        "which,'',               bulk-which-fault,      请先在列表里勾选要处理的办件。",
        "number,TYG-2025-999999, bulk-which-fault,      台账里没有 TYG-2025-999999",
        "act,'',                 bulk-act-fault,        请选择做什么。",
        "act,WITHDRAW,           bulk-act-fault,        请选择做什么。",
        "toDepartment,'',        bulk-department-fault, 请从列表中选择新的责任单位。",
        "toDepartment,nowhere,   bulk-department-fault, 请从列表中选择新的责任单位。",
        "reason,急,              bulk-reason-fault,     请填写 5 至 500 个字。",
        "reason,'',              bulk-reason-fault,     请填写 5 至 500 个字。"
    })
    void what_is_wrong_is_said_at_its_field_and_nothing_is_begun(
            String field, String value, String fault, String sentence) throws Exception {
        String number = inserted(1);
        MockHttpServletRequestBuilder hand = hand("");
        if (!field.equals("which") && !field.equals("number")) hand.param("number", number);
        if (!field.equals("act")) hand.param("act", "TRANSFER");
        if (!field.equals("toDepartment")) hand.param("toDepartment", "shebao");
        if (!field.equals("reason")) hand.param("reason", "职责已经划转");

        String refused = refused(hand.param(field, value));

        assertThat(refused.replaceAll("\\s+", " ")).containsPattern("id=\"" + fault + "\"[^>]*>" + sentence);
        assertThat(refused)
                .contains("aria-describedby=\"" + (fault.contains("reason") ? "bulk-reason-hint " : "") + fault + "\"");
        assertThat(acts()).isZero();
        assertThat(jobs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',请填写日期", "明天,请填写日期", "2026-03-11,已过", "2026-03-14,2026-03-14 不是工作日", "+999999999-12-31,请填写日期"})
    void a_day_that_cannot_be_is_refused_at_its_field(String day, String sentence) throws Exception {
        String refused = refused(hand("").param("number", inserted(1))
                .param("act", "EXTEND")
                .param("untilDay", day)
                .param("reason", "设备采购需要时间"));

        assertThat(text(refused)).contains(sentence);
        assertThat(refused).contains("bulk-until-hint bulk-until-fault");
        assertThat(acts()).isZero();
    }

    @Test
    void all_faults_are_said_at_once_and_what_was_filled_in_and_chosen_stays() throws Exception {
        entry(1).with("title", "<b>排队</b>").insert();
        String number = number(1);

        String refused = refused(hand("?q=%E6%8E%92%E9%98%9F&sort=NUMBER")
                .param("which", "CHOSEN")
                .param("number", number)
                .param("act", "EXTEND")
                .param("untilDay", "2026-03-14")
                .param("toDepartment", "shebao")
                .param("reason", "<i>急"));

        assertThat(text(refused))
                .contains("2026-03-14 不是工作日", "请填写 5 至 500 个字。", "&lt;b&gt;排队&lt;/b&gt;", "&lt;i&gt;急");
        assertThat(refused)
                .contains(
                        "name=\"number\" value=\"" + number + "\" checked",
                        "value=\"EXTEND\" checked",
                        "value=\"2026-03-14\"")
                .contains(
                        "value=\"shebao\" selected",
                        "action=\"/ledger/bulk?q=%E6%8E%92%E9%98%9F&amp;sort=NUMBER&amp;dir=DESC\"")
                .contains("href=\"/ledger?q=%E6%8E%92%E9%98%9F&amp;sort=NUMBER&amp;dir=DESC\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?kind=1x", "?state=FOO", "?from=morgen", "?at=x"})
    void a_filter_that_makes_no_sense_is_a_bad_request(String filter) throws Exception {
        assertThat(perform("center", hand(filter)).getStatus()).isEqualTo(400);
        assertThat(perform("center", hand("").param("matching", "x")).getStatus())
                .isEqualTo(400);
    }

    @Test
    void nothing_found_is_nothing_to_do() throws Exception {
        assertThat(refused(hand("?q=x")
                        .param("which", "ALL")
                        .param("matching", "0")
                        .param("act", "URGE")
                        .param("reason", "群众多次来问进展")))
                .contains("没有符合条件的办件");
    }

    // ---- watching

    @Test
    void the_page_shows_how_far_it_is_and_what_was_refused() throws Exception {
        String first = loop.rectifying();
        String untriaged = loop.report();
        String last = loop.rectifying();
        String bulk = begin(hand("").param("number", first, untriaged, last)
                .param("act", "EXTEND")
                .param("untilDay", "2026-04-30")
                .param("reason", "设备采购需要时间"));

        assertThat(page("center", bulk)).contains("data-bulk-running", "max=\"3\" value=\"0\"");
        for (int i = 0; i < 2; i++) management.executeJob(jobs().get(0).getId());
        assertThat(text(page("center", bulk)))
                .contains("已处理 2 / 3", "1 件未办成", "已过 50%", untriaged, "没有单位正在办理这一件")
                .doesNotContain("已全部处理完");
        finish();

        String page = page("center-leader", bulk);
        assertThat(page)
                .contains("max=\"3\" value=\"3\"", "href=\"/ledger/" + untriaged + "\"")
                .doesNotContain("data-bulk-running");
        assertThat(text(page)).contains("已全部处理完", "2026-04-30", "批量延长时限");
        assertThat(text(page("center-leader", "/ledger/bulk")))
                .contains("PL-2026-", "延长时限 至 2026-04-30", "已处理完", "3 / 3", "1 件未办成");
    }

    @Test
    void the_acts_of_four_weeks_are_listed() throws Exception {
        assertThat(text(page("center", "/ledger/bulk"))).contains("这段时间没有批量处理");
        begin(hand("").param("number", loop.assigned("gongan"))
                .param("act", "TRANSFER")
                .param("toDepartment", "shebao")
                .param("reason", "职责已经划转"));
        assertThat(text(page("center", "/ledger/bulk"))).contains("改派 给市社会保险基金管理局", "职责已经划转", "0 / 1", "处理中");
        finish();
        Loop.now("2026-04-10T10:00");
        assertThat(text(page("center", "/ledger/bulk"))).contains("这段时间没有批量处理");
    }

    @Test
    void the_bell_leads_to_the_outcome() throws Exception {
        String bulk = begin(
                hand("").param("number", loop.rectifying()).param("act", "URGE").param("reason", "群众多次来问进展"));
        finish();

        assertThat(text(page("center", "/notices"))).contains("批量处理已完成", "批量处理：催办", "办成（件）：1", "未办成（件）：0");
        long notice = jdbc.sql("select max(id) from notice where template = 'bulk-ended'")
                .query(Long.class)
                .single();
        assertThat(perform("center", get("/notices/" + notice)).getRedirectedUrl())
                .isEqualTo(bulk);
    }

    @Test
    void nobody_but_the_centre_begins_one_and_nobody_but_centre_and_leader_sees_one() throws Exception {
        String number = loop.rectifying();
        String bulk =
                begin(hand("").param("number", number).param("act", "URGE").param("reason", "群众多次来问进展"));
        finish();

        for (String role :
                List.of("center-leader", "dept-gongan", "dept-gongan-head", "officer", "unit-zgh", "camunda-admin"))
            assertThat(perform(
                                    role,
                                    hand("").param("number", number)
                                            .param("act", "URGE")
                                            .param("reason", "群众多次来问进展"))
                            .getStatus())
                    .as(role)
                    .isEqualTo(403);
        for (String role : List.of("dept-gongan", "officer", "unit-zgh", "camunda-admin"))
            for (String address : List.of("/ledger/bulk", bulk))
                assertThat(perform(role, get(address)).getStatus()).as(role).isEqualTo(403);
        assertThat(loop.count(number, Act.URGE)).isOne();
        assertThat(perform("center", get("/ledger/bulk/PL-2026-9999")).getStatus())
                .isEqualTo(404);
        assertThat(perform("center", get("/ledger/bulk/task")).getRedirectedUrl())
                .isEqualTo("/ledger");
        assertThat(mvc.perform(post("/ledger/bulk")
                                .with(user("center").authorities(new SimpleGrantedAuthority("center"))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("forged")
                .isEqualTo(403);
    }

    // ---- how the tests act and look

    private MockHttpServletRequestBuilder hand(String filter) {
        return post(URI.create("/ledger/bulk" + filter));
    }

    /** @return the address of its page */
    private String begin(MockHttpServletRequestBuilder hand) throws Exception {
        MockHttpServletResponse response = perform("center", hand);
        assertThat(response.getStatus())
                .as(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(302);
        assertThat(response.getRedirectedUrl()).matches("/ledger/bulk/PL-2026-\\d{4}");
        return response.getRedirectedUrl();
    }

    private String refused(MockHttpServletRequestBuilder hand) throws Exception {
        MockHttpServletResponse response = perform("center", hand);
        assertThat(response.getStatus()).isEqualTo(400);
        String page = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("还没有开始处理。请改好下面标红的地方再提交，已填的内容都还在。");
        return page;
    }

    private void finish() {
        for (List<Job> jobs = jobs(); !jobs.isEmpty(); jobs = jobs())
            management.executeJob(jobs.get(0).getId());
    }

    private List<Job> jobs() {
        return management.createJobQuery().processDefinitionKey("bulk-act").list();
    }

    private void drop() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("bulk-act")
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "enough seen"));
    }

    private long acts() {
        return jdbc.sql("select count(*) from bulk_act").query(Long.class).single();
    }

    private LedgerRows entry(int count) {
        return LedgerRows.entry(jdbc, number(count));
    }

    private String inserted(int count) {
        entry(count).insert();
        return number(count);
    }

    private static String number(int count) {
        return "TYG-2025-%06d".formatted(count);
    }

    private static String[] numbers(int most) {
        return IntStream.rangeClosed(1, most)
                .mapToObj(n -> "TYG-2025-" + (100000 + n))
                .toArray(String[]::new);
    }

    private String page(String role, String address) throws Exception {
        MockHttpServletResponse response = perform(role, get(address));
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    /** The user of a role is called as in the demo's people. */
    private MockHttpServletResponse perform(String role, MockHttpServletRequestBuilder request) throws Exception {
        String name = role.equals("center-leader") ? "leader" : role.replaceFirst("^dept-", "");
        return mvc.perform(request.with(user(name).authorities(new SimpleGrantedAuthority(role)))
                        .with(csrf())
                        .accept(MediaType.TEXT_HTML))
                .andReturn()
                .getResponse();
    }

    /** What a reader sees of a page's body. */
    private static String text(String page) {
        return page.replaceAll("(?s)^.*<main", "<main")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}

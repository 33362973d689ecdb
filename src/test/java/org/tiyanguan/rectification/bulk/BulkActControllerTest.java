package org.tiyanguan.rectification.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.ledger.LedgerRows.entry;
import static org.tiyanguan.ledger.LedgerRows.number;
import static org.tiyanguan.ledger.list.LedgerPages.text;
import static org.tiyanguan.rectification.bulk.BulkPages.hand;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.EmptyLedger;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.list.LedgerPages;
import org.tiyanguan.rectification.Loop;

/** What the centre hands in as an act on many entries, and what is refused. */
@IntegrationTest
@EmptyLedger
@AtTime("2026-03-12T10:00")
class BulkActControllerTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Loop loop;

    @Autowired
    LedgerPages ledger;

    @Autowired
    BulkPages bulk;

    @AfterEach
    void forget() {
        bulk.forgetAll();
    }

    // ---- handing in

    @Test
    void the_list_offers_the_centre_a_box_for_each_entry_and_the_form() throws Exception {
        entry(jdbc, 1).insert();

        assertThat(ledger.page("center", "/ledger?kind=PROBLEM"))
                .contains(
                        "name=\"number\" form=\"bulk\" value=\"" + number(1) + "\" aria-label=\"选择 " + number(1) + "\"")
                .contains("action=\"/ledger/bulk?kind=PROBLEM\"", "符合当前条件的全部 1 件");
        for (String other : List.of("center-leader", "dept-gongan"))
            assertThat(ledger.page(other, "/ledger")).doesNotContain("form=\"bulk\"", "<summary>批量处理", "bulk.js");
        assertThat(ledger.page("center-leader", "/ledger")).contains("href=\"/ledger/bulk\"");
    }

    @Test
    void the_chosen_entries_and_no_others_are_worked_on() throws Exception {
        String chosen = loop.rectifying();
        String other = loop.rectifying();

        String address = bulk.begin(hand("").param("which", "CHOSEN")
                .param("number", chosen, chosen)
                .param("act", "URGE")
                .param("reason", " 群众多次来问进展 "));
        bulk.finish();

        assertThat(loop.count(chosen, Act.URGE)).isOne();
        assertThat(loop.count(other, Act.URGE)).isZero();
        assertThat(text(ledger.page("center", address)))
                .contains("批量催办", "已处理 1 / 1", "已全部处理完", "群众多次来问进展", "2026-03-12 10:00");
    }

    @Test
    void all_that_match_the_filter_in_the_address_are_worked_on() throws Exception {
        String of = loop.assigned("gongan", "shebao");
        String other = loop.assigned("shebao");

        bulk.begin(hand("?department=gongan&state=RECTIFY")
                .param("which", "ALL")
                .param("matching", "1")
                .param("act", "TRANSFER")
                .param("toDepartment", "gongjijin")
                .param("reason", "职责已经划转"));
        bulk.finish();

        assertThat(loop.parts(of).stream().filter(Part::isOpen))
                .extracting(Part::department)
                .containsOnly("gongjijin")
                .hasSize(2);
        assertThat(loop.part(other).department()).isEqualTo("shebao");
    }

    @Test
    void what_came_into_the_list_meanwhile_is_not_swept_along() throws Exception {
        entry(jdbc, 1).insert();
        entry(jdbc, 2).insert();

        String refused = bulk.refused(hand("?kind=PROBLEM")
                .param("which", "ALL")
                .param("matching", "1")
                .param("act", "URGE")
                .param("reason", "群众多次来问进展"));

        assertThat(text(refused)).contains("现在符合条件的有 2 件");
        assertThat(refused).contains("name=\"matching\" value=\"2\"", "value=\"ALL\" checked");
        assertThat(bulk.refused(
                        hand("").param("which", "ALL").param("act", "URGE").param("reason", "群众多次来问进展")))
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

        String refused = bulk.refused(hand("").param("which", "ALL")
                .param("matching", "2001")
                .param("act", "URGE")
                .param("reason", "群众多次来问进展"));
        assertThat(text(refused)).contains("一次最多处理 2000 件，请缩小范围，分几次处理。");
        refused = bulk.refused(hand("").param("which", "CHOSEN")
                .param("number", numbers(2001))
                .param("act", "URGE")
                .param("reason", "群众多次来问进展"));
        assertThat(text(refused)).contains("一次最多处理 2000 件");
        assertThat(bulk.acts()).isZero();

        jdbc.sql("delete from ledger_entry where number = 'TYG-2025-102001'").update();
        String address = bulk.begin(hand("").param("which", "ALL")
                .param("matching", "2000")
                .param("act", "URGE")
                .param("reason", "群众多次来问进展"));
        assertThat(text(ledger.page("center", address))).contains("已处理 0 / 2000", "正在逐件处理");
        bulk.drop();
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
        entry(jdbc, 1).insert();
        String number = number(1);
        MockHttpServletRequestBuilder hand = hand("");
        if (!field.equals("which") && !field.equals("number")) hand.param("number", number);
        if (!field.equals("act")) hand.param("act", "TRANSFER");
        if (!field.equals("toDepartment")) hand.param("toDepartment", "shebao");
        if (!field.equals("reason")) hand.param("reason", "职责已经划转");

        String refused = bulk.refused(hand.param(field, value));

        assertThat(refused.replaceAll("\\s+", " ")).containsPattern("id=\"" + fault + "\"[^>]*>" + sentence);
        assertThat(refused)
                .contains("aria-describedby=\"" + (fault.contains("reason") ? "bulk-reason-hint " : "") + fault + "\"");
        assertThat(bulk.acts()).isZero();
        assertThat(bulk.jobs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',请填写日期", "明天,请填写日期", "2026-03-11,已过", "2026-03-14,2026-03-14 不是工作日", "+999999999-12-31,请填写日期"})
    void a_day_that_cannot_be_is_refused_at_its_field(String day, String sentence) throws Exception {
        entry(jdbc, 1).insert();
        String refused = bulk.refused(hand("").param("number", number(1))
                .param("act", "EXTEND")
                .param("untilDay", day)
                .param("reason", "设备采购需要时间"));

        assertThat(text(refused)).contains(sentence);
        assertThat(refused).contains("bulk-until-hint bulk-until-fault");
        assertThat(bulk.acts()).isZero();
    }

    @Test
    void all_faults_are_said_at_once_and_what_was_filled_in_and_chosen_stays() throws Exception {
        entry(jdbc, 1).with("title", "<b>排队</b>").insert();
        String number = number(1);

        String refused = bulk.refused(hand("?q=%E6%8E%92%E9%98%9F&sort=NUMBER")
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
        assertThat(ledger.perform("center", hand(filter)).getStatus()).isEqualTo(400);
        assertThat(ledger.perform("center", hand("").param("matching", "x")).getStatus())
                .isEqualTo(400);
    }

    @Test
    void nothing_found_is_nothing_to_do() throws Exception {
        assertThat(bulk.refused(hand("?q=x")
                        .param("which", "ALL")
                        .param("matching", "0")
                        .param("act", "URGE")
                        .param("reason", "群众多次来问进展")))
                .contains("没有符合条件的办件");
    }

    // ---- how the tests act and look

    private static String[] numbers(int most) {
        return IntStream.rangeClosed(1, most)
                .mapToObj(n -> "TYG-2025-" + (100000 + n))
                .toArray(String[]::new);
    }
}

package org.tiyanguan.experience.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
import org.tiyanguan.experience.Experiencing;

/** Records on officers' pages, over real HTTP: what is reported without an assignment, and drafts. */
@IntegrationTest
class RecordControllerTest {

    @LocalServerPort
    int port;

    @Autowired
    Experiencing experiencing;

    @Autowired
    JdbcClient jdbc;

    private Browser officer;

    @BeforeEach
    void monday_morning() {
        Experiencing.now("2026-03-02T10:00:00");
        officer = Browser.of(port, "officer");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void findings_with_photos_start_the_loop_each_in_the_officers_own_name() {
        List<String> before = numbers();
        Map<String, String> form = report(2);
        form.putAll(Map.of(
                "f1-channel", "HOTLINE", "f1-officer", "officer2", "f1-reporterName", "别人", "f1-contactable", "true"));
        HttpResponse<String> answer = send(
                "/officer/report",
                form,
                RecordForms.photo("f1", 1),
                RecordForms.photo("f1", 2),
                RecordForms.photo("f2", 3));
        assertThat(RecordForms.location(answer)).endsWith("/officer");
        List<String> numbers =
                numbers().stream().filter(number -> !before.contains(number)).toList();
        assertThat(numbers).hasSize(2);
        assertThat(officer.get("/officer").body())
                .contains("已收到，编号 " + String.join("、", numbers), "第1处：户籍窗口排队过久", "已收到，中心正在梳理");
        assertThat(jdbc.sql(
                                "select user_id from reporter where number in (:n) and name is null and contactable = (number = :first)")
                        .param("n", numbers)
                        .param("first", numbers.get(0))
                        .query(String.class)
                        .list())
                .containsExactly("officer", "officer");
        assertThat(jdbc.sql("select distinct channel from ledger_entry where number in (:n)")
                        .param("n", numbers)
                        .query(String.class)
                        .list())
                .containsExactly("OFFICER");
        assertThat(jdbc.sql("select name from evidence where number = ? order by name")
                        .param(numbers.get(0))
                        .query(String.class)
                        .list())
                .containsExactly(numbers.get(0) + "-officer-01.jpg", numbers.get(0) + "-officer-02.jpg");
        assertThat(jdbc.sql("select count(*) from evidence where number = ?")
                        .param(numbers.get(1))
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(experiencing.openTasks(numbers.get(0))).containsExactly("center-triage");
    }

    @Test
    void the_page_asks_what_the_form_asks_but_not_who_reports() {
        String page = officer.get("/officer/report").body();
        for (String field :
                List.of("kind", "title", "description", "place", "occurredOn", "serviceItem", "urgency", "contactable"))
            assertThat(page).contains("name=\"f1-" + field + "\"");
        assertThat(page).contains("name=\"photos-f1\"");
        for (String field : List.of("channel", "officer", "reporterName", "reporterPhone", "reporterEmail"))
            assertThat(page).doesNotContain("-" + field + "\"");
    }

    @Test
    void who_would_name_themselves_is_asked_before_it_is_sent_and_may_send_it_all_the_same() {
        Map<String, String> form = report(1);
        form.put("f1-description", "我是周晓明，等了两个小时，请打13912345678。");
        form.remove("sure");
        int before = numbers().size();
        HttpResponse<String> asked = send("/officer/report", form);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body())
                .contains(
                        "还没有提交",
                        "<mark",
                        ">13912345678</span><small>电话</small>",
                        "我是周晓明，等了两个小时，请打13912345678。",
                        "name=\"sure\"");
        assertThat(numbers()).hasSize(before);
        form = RecordForms.fields(asked.body());
        form.putAll(Map.of("act", "send", "f1-description", "我是周晓明，等了两个小时，请打13912345678，或打13887654321。"));
        asked = send("/officer/report", form);
        assertThat(asked.body()).as("words typed since").contains("还没有提交", ">13887654321</span><small>电话</small>");
        assertThat(numbers()).hasSize(before);
        form = RecordForms.fields(asked.body());
        form.put("act", "send");
        String number = RecordForms.location(send("/officer/report", form)).replaceAll(".*/", "");
        assertThat(jdbc.sql("select description from ledger_entry where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .contains("周晓明");
        assertThat(jdbc.sql("select public_description from ledger_entry where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("我是〔姓名〕，等了两个小时，请打〔电话〕，或打〔电话〕。");
    }

    @Test
    void the_same_report_sent_twice_is_filed_once() {
        Map<String, String> form = report(1);
        String first = RecordForms.location(send("/officer/report", form, RecordForms.photo("f1", 1)));
        assertThat(RecordForms.location(send("/officer/report", form, RecordForms.photo("f1", 1))))
                .isEqualTo(first);
        assertThat(officer.get("/officer/arrived/" + form.get("token")).body())
                .contains("已收到，编号 " + first.replaceAll(".*/", ""));
        assertThat(Browser.of(port, "officer2")
                        .get("/officer/arrived/" + form.get("token"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(officer.get("/officer/arrived/none").statusCode()).isEqualTo(404);

        Map<String, String> other = report(2);
        int before = numbers().size();
        List<String> answers = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(() ->
                        RecordForms.location(RecordForms.send(Browser.of(port, "officer"), "/officer/report", other))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(numbers()).hasSize(before + 2);
    }

    @ParameterizedTest
    @CsvSource({
        "f1-title, '', f1-title",
        "f2-description, %LONG%, f2-description",
        "f1-occurredOn, 2026-03-03, f1-occurredOn",
        "f2-kind, WISH, f2-kind",
        "f1-urgency, '', f1-urgency"
    })
    void a_finding_that_makes_no_sense_is_refused_at_its_field_and_none_is_filed(
            String field, String value, String fault) {
        int before = numbers().size();
        Map<String, String> form = report(2);
        form.put(field, value.replace("%LONG%", "长".repeat(20_000)));
        HttpResponse<String> answer = send("/officer/report", form, RecordForms.photo("f1", 1));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "id=\"" + fault + "-fault\"",
                        "第1处：户籍窗口排队过久".substring(field.equals("f1-title") ? 3 : 0),
                        "/thumbnail");
        assertThat(numbers()).hasSize(before);
    }

    @Test
    void photos_that_are_none_or_too_many_are_refused_at_their_field_and_nothing_typed_is_lost() {
        int before = numbers().size();
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(send(
                                "/officer/report",
                                report(1),
                                RecordForms.photo("f1", 1),
                                new RecordForms.File("photos-f1", svg))
                        .body())
                .contains("id=\"photos-f1-fault\">第 2 个不是能读取的照片", "第1处：户籍窗口排队过久");
        RecordForms.File[] thirty =
                IntStream.range(0, 30).mapToObj(n -> RecordForms.photo("f1", n)).toArray(RecordForms.File[]::new);
        assertThat(send("/officer/report", report(1), thirty).body()).contains("id=\"photos-f1-fault\">一次最多上传 9 个");
        byte[] bomb = new byte[50 * 1024 * 1024];
        assertThat(send("/officer/report", report(1), new RecordForms.File("photos-f1", bomb))
                        .body())
                .contains("id=\"photos-f1-fault\"", "第1处：户籍窗口排队过久");
        assertThat(numbers()).hasSize(before);
    }

    @Test
    void nothing_written_is_nothing_to_send_but_may_be_a_draft() {
        Map<String, String> form = report(0);
        HttpResponse<String> answer = send("/officer/report", form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("请至少写一条");
    }

    @Test
    void colleagues_are_told_of_a_plan_that_is_handed_over() {
        String number = experiencing.registered();
        String task =
                experiencing.task("center", number, "center-plan-assignment").getId();
        assertThat(Browser.of(port, "center")
                        .postAsTasklist(
                                "/camunda/api/colleagues/" + task + "/hand-over",
                                "{\"colleague\":\"center2\",\"note\":\"请代为安排\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(jdbc.sql(
                                "select data from notice where number = ? and template = 'handed-over' and recipient = 'center2'")
                        .param(number)
                        .query(String.class)
                        .single())
                .contains("户籍窗口体验", "安排体验任务", "请代为安排");
    }

    @Test
    void markup_in_what_people_write_stays_text_on_pages_and_in_tasklist() {
        String markup = "**粗** <b>x</b><script>alert(1)</script>";
        Map<String, Object> plan = experiencing.plan("officer");
        plan.putAll(Map.of("title", "暗访 " + markup, "instruction", markup, "place", markup, "serviceItem", markup));
        String number = experiencing.planned(plan);
        assertThat(experiencing
                        .visibleTo(experiencing.task("officer", number, "officer-reply"))
                        .toString())
                .contains("＊＊粗＊＊")
                .doesNotContain("<b>", "<script>");
        long visit = experiencing.visit("officer", number).id();
        experiencing.reply("officer", number, "YES", null);
        Map<String, String> form = new HashMap<>(experiencing.filledIn(1));
        form.putAll(Map.of(
                "note-1",
                markup,
                "f1-title",
                "标题" + markup,
                "f1-description",
                "经过经过经过经过" + markup,
                "act",
                "draft",
                "token",
                "token-markup-1"));
        send("/officer/tasks/" + visit, form);
        for (String page : List.of("/officer", "/officer/tasks/" + visit))
            assertThat(officer.get(page).body())
                    .contains("&lt;b&gt;x&lt;/b&gt;")
                    .doesNotContain("<b>x", "<script>alert");
        assertThat(Browser.of(port, "center").get("/assignments/" + number).body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void a_draft_goes_on_on_another_device_with_its_photos_and_is_gone_once_it_is_sent() {
        Map<String, String> form = report(1);
        form.put("act", "draft");
        form.put("f1-description", "");
        String draft = RecordForms.location(send("/officer/report", form, RecordForms.photo("f1", 1)));
        assertThat(draft).contains("/officer/report/JL-2026-");
        Browser tablet = Browser.of(port, "officer");
        assertThat(tablet.get("/officer").body()).contains("接着填写随手拍");
        String page = tablet.get(RecordForms.path(draft)).body();
        assertThat(page).contains("第1处：户籍窗口排队过久", "/thumbnail", "name=\"drop-");
        assertThat(Browser.of(port, "officer2").get(RecordForms.path(draft)).statusCode())
                .isEqualTo(404);
        assertThat(Browser.of(port, "center").get(RecordForms.path(draft)).statusCode())
                .isEqualTo(403);

        Map<String, String> on = RecordForms.fields(page);
        on.putAll(Map.of("f1-description", "取号后等了两个小时，只开了一个窗口。", "act", "send", "sure", "yes"));
        String sent = RecordForms.location(RecordForms.send(tablet, RecordForms.path(draft), on));
        assertThat(sent).contains("/officer/TYG-2026-");
        assertThat(jdbc.sql("select count(*) from evidence where number = ?")
                        .param(sent.replaceAll(".*/", ""))
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(tablet.get("/officer").body()).doesNotContain(RecordForms.path(draft));
        assertThat(RecordForms.location(tablet.get(RecordForms.path(draft)))).endsWith("/officer");
    }

    @Test
    void an_older_page_does_not_overwrite_a_newer_draft_unawares() {
        Map<String, String> form = report(1);
        form.put("act", "draft");
        String draft = RecordForms.path(RecordForms.location(send("/officer/report", form)));
        Map<String, String> phone = RecordForms.fields(officer.get(draft).body());
        Map<String, String> tablet = new HashMap<>(phone);
        tablet.putAll(Map.of("f1-title", "在平板上改的标题", "act", "draft"));
        assertThat(send(draft, tablet).statusCode()).isEqualTo(302);
        phone.putAll(Map.of("f1-title", "在手机上改的标题", "act", "draft"));
        HttpResponse<String> refused = send(draft, phone);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("在别的设备上改过", "在手机上改的标题");
        assertThat(officer.get(draft).body()).contains("在平板上改的标题");
        Map<String, String> again = RecordForms.fields(refused.body());
        again.put("act", "draft");
        assertThat(send(draft, again).statusCode()).isEqualTo(302);
        assertThat(officer.get(draft).body()).contains("在手机上改的标题");
    }

    @Test
    void photos_and_drafts_may_be_thrown_away() {
        Map<String, String> form = report(1);
        form.put("act", "draft");
        String draft = RecordForms.path(RecordForms.location(
                send("/officer/report", form, RecordForms.photo("f1", 1), RecordForms.photo("f1", 2))));
        Map<String, String> fields = RecordForms.fields(officer.get(draft).body());
        Matcher box = Pattern.compile("name=\"(drop-\\d+)\"")
                .matcher(officer.get(draft).body());
        assertThat(box.find()).isTrue();
        fields.putAll(Map.of(box.group(1), "yes", "act", "draft"));
        send(draft, fields);
        assertThat(officer.get(draft).body()).containsOnlyOnce("name=\"drop-");
        fields.put("act", "discard");
        assertThat(RecordForms.location(send(draft, fields))).endsWith("/officer");
        assertThat(officer.get(draft).statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from evidence where number like ?")
                        .param(draft.replaceAll(".*/", "") + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_may_have_been_reported_before_is_shown_before_it_is_sent() {
        Map<String, String> first = report(1);
        first.putAll(Map.of("f1-serviceItem", "居住证办理", "f1-title", "居住证窗口叫号屏幕不亮"));
        String known = RecordForms.location(send("/officer/report", first)).replaceAll(".*/", "");
        Map<String, String> same = report(1);
        same.remove("sure");
        same.putAll(Map.of("f1-serviceItem", "居住证办理", "f1-title", "居住证窗口的叫号屏幕不亮了"));
        int before = numbers().size();
        HttpResponse<String> asked = RecordForms.send(Browser.of(port, "officer2"), "/officer/report", same);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body())
                .contains("可能已有人反映", "居住证窗口叫号屏幕不亮（03-02", "确认提交")
                .doesNotContain("周晓明");
        assertThat(numbers()).hasSize(before);
        Browser second = Browser.of(port, "officer2");
        Map<String, String> sure = RecordForms.fields(asked.body());
        sure.put("act", "send");
        String number = RecordForms.location(RecordForms.send(second, "/officer/report", sure))
                .replaceAll(".*/", "");
        assertThat(experiencing
                        .visibleTo(experiencing.task("center", number, "center-triage"))
                        .get("caseView")
                        .toString())
                .contains("\"similar\":[{")
                .contains(known);
        Map<String, String> different = report(1);
        different.remove("sure");
        different.putAll(
                Map.of("f1-serviceItem", "居住证办理", "f1-title", "希望提供老花镜", "f1-description", "老人看不清表格上的小字，请准备老花镜。"));
        assertThat(send("/officer/report", different).statusCode()).isEqualTo(302);
    }

    private Map<String, String> report(int findings) {
        Map<String, String> form =
                RecordForms.fields(officer.get("/officer/report").body());
        for (int finding = 1; finding <= findings; finding++) form.putAll(Experiencing.finding(finding));
        form.putAll(Map.of("act", "send", "sure", "yes"));
        return form;
    }

    private HttpResponse<String> send(String path, Map<String, String> form, RecordForms.File... files) {
        return RecordForms.send(officer, path, form, files);
    }

    /** The officer's own, the oldest first. */
    private List<String> numbers() {
        return jdbc.sql("select number from reporter where user_id = 'officer' order by number")
                .query(String.class)
                .list();
    }
}

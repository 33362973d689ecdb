package org.tiyanguan.experience.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.experience.Experiencing;

/** Records on officers' pages, over real HTTP: what is reported without an assignment. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class RecordControllerTest {

    @LocalServerPort
    int port;

    @Autowired
    Experiencing experiencing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReportingOfficer officer;

    @Test
    void findings_with_photos_start_the_loop_each_in_the_officers_own_name() {
        List<String> before = officer.numbers();
        Map<String, String> form = officer.report(2);
        form.putAll(Map.of(
                "f1-channel", "HOTLINE", "f1-officer", "officer2", "f1-reporterName", "别人", "f1-contactable", "true"));
        HttpResponse<String> answer = officer.send(
                "/officer/report",
                form,
                RecordForms.photo("f1", 1),
                RecordForms.photo("f1", 2),
                RecordForms.photo("f2", 3));
        assertThat(RecordForms.location(answer)).endsWith("/officer");
        List<String> numbers = officer.numbers().stream()
                .filter(number -> !before.contains(number))
                .toList();
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
        Map<String, String> form = officer.report(1);
        form.put("f1-description", "我是周晓明，等了两个小时，请打13912345678。");
        form.remove("sure");
        int before = officer.numbers().size();
        HttpResponse<String> asked = officer.send("/officer/report", form);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body())
                .contains(
                        "还没有提交",
                        "<mark",
                        ">13912345678</span><small>电话</small>",
                        "我是周晓明，等了两个小时，请打13912345678。",
                        "name=\"sure\"");
        assertThat(officer.numbers()).hasSize(before);
        form = RecordForms.fields(asked.body());
        form.putAll(Map.of("act", "send", "f1-description", "我是周晓明，等了两个小时，请打13912345678，或打13887654321。"));
        asked = officer.send("/officer/report", form);
        assertThat(asked.body()).as("words typed since").contains("还没有提交", ">13887654321</span><small>电话</small>");
        assertThat(officer.numbers()).hasSize(before);
        form = RecordForms.fields(asked.body());
        form.put("act", "send");
        String number =
                RecordForms.location(officer.send("/officer/report", form)).replaceAll(".*/", "");
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
        Map<String, String> form = officer.report(1);
        String first = RecordForms.location(officer.send("/officer/report", form, RecordForms.photo("f1", 1)));
        assertThat(RecordForms.location(officer.send("/officer/report", form, RecordForms.photo("f1", 1))))
                .isEqualTo(first);
        assertThat(officer.get("/officer/arrived/" + form.get("token")).body())
                .contains("已收到，编号 " + first.replaceAll(".*/", ""));
        assertThat(Browser.of(port, "officer2")
                        .get("/officer/arrived/" + form.get("token"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(officer.get("/officer/arrived/none").statusCode()).isEqualTo(404);

        Map<String, String> other = officer.report(2);
        int before = officer.numbers().size();
        List<String> answers = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(() ->
                        RecordForms.location(RecordForms.send(Browser.of(port, "officer"), "/officer/report", other))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(officer.numbers()).hasSize(before + 2);
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
        int before = officer.numbers().size();
        Map<String, String> form = officer.report(2);
        form.put(field, value.replace("%LONG%", "长".repeat(20_000)));
        HttpResponse<String> answer = officer.send("/officer/report", form, RecordForms.photo("f1", 1));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "id=\"" + fault + "-fault\"",
                        "第1处：户籍窗口排队过久".substring(field.equals("f1-title") ? 3 : 0),
                        "/thumbnail");
        assertThat(officer.numbers()).hasSize(before);
    }

    @Test
    void photos_that_are_none_or_too_many_are_refused_at_their_field_and_nothing_typed_is_lost() {
        int before = officer.numbers().size();
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(officer.send(
                                "/officer/report",
                                officer.report(1),
                                RecordForms.photo("f1", 1),
                                new RecordForms.File("photos-f1", svg))
                        .body())
                .contains("id=\"photos-f1-fault\">第 2 个不是能读取的照片", "第1处：户籍窗口排队过久");
        RecordForms.File[] thirty =
                IntStream.range(0, 30).mapToObj(n -> RecordForms.photo("f1", n)).toArray(RecordForms.File[]::new);
        assertThat(officer.send("/officer/report", officer.report(1), thirty).body())
                .contains("id=\"photos-f1-fault\">一次最多上传 9 个");
        byte[] bomb = new byte[50 * 1024 * 1024];
        assertThat(officer.send("/officer/report", officer.report(1), new RecordForms.File("photos-f1", bomb))
                        .body())
                .contains("id=\"photos-f1-fault\"", "第1处：户籍窗口排队过久");
        assertThat(officer.numbers()).hasSize(before);
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
        officer.send("/officer/tasks/" + visit, form);
        for (String page : List.of("/officer", "/officer/tasks/" + visit))
            assertThat(officer.get(page).body())
                    .contains("&lt;b&gt;x&lt;/b&gt;")
                    .doesNotContain("<b>x", "<script>alert");
        assertThat(Browser.of(port, "center").get("/assignments/" + number).body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void what_may_have_been_reported_before_is_shown_before_it_is_sent() {
        Map<String, String> first = officer.report(1);
        first.putAll(Map.of("f1-serviceItem", "居住证办理", "f1-title", "居住证窗口叫号屏幕不亮"));
        String known =
                RecordForms.location(officer.send("/officer/report", first)).replaceAll(".*/", "");
        Map<String, String> same = officer.report(1);
        same.remove("sure");
        same.putAll(Map.of("f1-serviceItem", "居住证办理", "f1-title", "居住证窗口的叫号屏幕不亮了"));
        int before = officer.numbers().size();
        HttpResponse<String> asked = RecordForms.send(Browser.of(port, "officer2"), "/officer/report", same);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body())
                .contains("可能已有人反映", "居住证窗口叫号屏幕不亮（03-02", "确认提交")
                .doesNotContain("周晓明");
        assertThat(officer.numbers()).hasSize(before);
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
        Map<String, String> different = officer.report(1);
        different.remove("sure");
        different.putAll(
                Map.of("f1-serviceItem", "居住证办理", "f1-title", "希望提供老花镜", "f1-description", "老人看不清表格上的小字，请准备老花镜。"));
        assertThat(officer.send("/officer/report", different).statusCode()).isEqualTo(302);
    }
}

package org.tiyanguan.experience.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
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
import org.tiyanguan.experience.Visits;

/** Records on officers' pages, and assignments on the centre's, over real HTTP. */
@IntegrationTest
class RecordControllerTest {

    @LocalServerPort
    int port;

    @Autowired
    Experiencing experiencing;

    @Autowired
    Visits visits;

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

    // ---- 随手拍

    @Test
    void findings_with_photos_start_the_loop_each_in_the_officers_own_name() {
        List<String> before = numbers();
        Map<String, String> form = report(2);
        form.putAll(Map.of(
                "f1-channel", "HOTLINE", "f1-officer", "officer2", "f1-reporterName", "别人", "f1-contactable", "true"));
        HttpResponse<String> answer = send("/officer/report", form, photo("f1", 1), photo("f1", 2), photo("f2", 3));
        assertThat(location(answer)).endsWith("/officer");
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
        form = fields(asked.body());
        form.putAll(Map.of("act", "send", "f1-description", "我是周晓明，等了两个小时，请打13912345678，或打13887654321。"));
        asked = send("/officer/report", form);
        assertThat(asked.body()).as("words typed since").contains("还没有提交", ">13887654321</span><small>电话</small>");
        assertThat(numbers()).hasSize(before);
        form = fields(asked.body());
        form.put("act", "send");
        String number = location(send("/officer/report", form)).replaceAll(".*/", "");
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
        String first = location(send("/officer/report", form, photo("f1", 1)));
        assertThat(location(send("/officer/report", form, photo("f1", 1)))).isEqualTo(first);
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
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> location(send(Browser.of(port, "officer"), "/officer/report", other))))
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
        HttpResponse<String> answer = send("/officer/report", form, photo("f1", 1));
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
        assertThat(send("/officer/report", report(1), photo("f1", 1), new File("photos-f1", svg))
                        .body())
                .contains("id=\"photos-f1-fault\">第 2 个不是能读取的照片", "第1处：户籍窗口排队过久");
        File[] thirty = IntStream.range(0, 30).mapToObj(n -> photo("f1", n)).toArray(File[]::new);
        assertThat(send("/officer/report", report(1), thirty).body()).contains("id=\"photos-f1-fault\">一次最多上传 9 个");
        byte[] bomb = new byte[50 * 1024 * 1024];
        assertThat(send("/officer/report", report(1), new File("photos-f1", bomb))
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

    // ---- drafts

    @Test
    void a_draft_goes_on_on_another_device_with_its_photos_and_is_gone_once_it_is_sent() {
        Map<String, String> form = report(1);
        form.put("act", "draft");
        form.put("f1-description", "");
        String draft = location(send("/officer/report", form, photo("f1", 1)));
        assertThat(draft).contains("/officer/report/JL-2026-");
        Browser tablet = Browser.of(port, "officer");
        assertThat(tablet.get("/officer").body()).contains("接着填写随手拍");
        String page = tablet.get(path(draft)).body();
        assertThat(page).contains("第1处：户籍窗口排队过久", "/thumbnail", "name=\"drop-");
        assertThat(Browser.of(port, "officer2").get(path(draft)).statusCode()).isEqualTo(404);
        assertThat(Browser.of(port, "center").get(path(draft)).statusCode()).isEqualTo(403);

        Map<String, String> on = fields(page);
        on.putAll(Map.of("f1-description", "取号后等了两个小时，只开了一个窗口。", "act", "send", "sure", "yes"));
        String sent = location(send(tablet, path(draft), on));
        assertThat(sent).contains("/officer/TYG-2026-");
        assertThat(jdbc.sql("select count(*) from evidence where number = ?")
                        .param(sent.replaceAll(".*/", ""))
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(tablet.get("/officer").body()).doesNotContain(path(draft));
        assertThat(location(tablet.get(path(draft)))).endsWith("/officer");
    }

    @Test
    void an_older_page_does_not_overwrite_a_newer_draft_unawares() {
        Map<String, String> form = report(1);
        form.put("act", "draft");
        String draft = path(location(send("/officer/report", form)));
        Map<String, String> phone = fields(officer.get(draft).body());
        Map<String, String> tablet = new HashMap<>(phone);
        tablet.putAll(Map.of("f1-title", "在平板上改的标题", "act", "draft"));
        assertThat(send(draft, tablet).statusCode()).isEqualTo(302);
        phone.putAll(Map.of("f1-title", "在手机上改的标题", "act", "draft"));
        HttpResponse<String> refused = send(draft, phone);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("在别的设备上改过", "在手机上改的标题");
        assertThat(officer.get(draft).body()).contains("在平板上改的标题");
        Map<String, String> again = fields(refused.body());
        again.put("act", "draft");
        assertThat(send(draft, again).statusCode()).isEqualTo(302);
        assertThat(officer.get(draft).body()).contains("在手机上改的标题");
    }

    @Test
    void photos_and_drafts_may_be_thrown_away() {
        Map<String, String> form = report(1);
        form.put("act", "draft");
        String draft = path(location(send("/officer/report", form, photo("f1", 1), photo("f1", 2))));
        Map<String, String> fields = fields(officer.get(draft).body());
        Matcher box = Pattern.compile("name=\"(drop-\\d+)\"")
                .matcher(officer.get(draft).body());
        assertThat(box.find()).isTrue();
        fields.putAll(Map.of(box.group(1), "yes", "act", "draft"));
        send(draft, fields);
        assertThat(officer.get(draft).body()).containsOnlyOnce("name=\"drop-");
        fields.put("act", "discard");
        assertThat(location(send(draft, fields))).endsWith("/officer");
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
        String known = location(send("/officer/report", first)).replaceAll(".*/", "");
        Map<String, String> same = report(1);
        same.remove("sure");
        same.putAll(Map.of("f1-serviceItem", "居住证办理", "f1-title", "居住证窗口的叫号屏幕不亮了"));
        int before = numbers().size();
        HttpResponse<String> asked = send(Browser.of(port, "officer2"), "/officer/report", same);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body())
                .contains("可能已有人反映", "居住证窗口叫号屏幕不亮（03-02", "确认提交")
                .doesNotContain("周晓明");
        assertThat(numbers()).hasSize(before);
        Browser second = Browser.of(port, "officer2");
        Map<String, String> sure = fields(asked.body());
        sure.put("act", "send");
        String number = location(send(second, "/officer/report", sure)).replaceAll(".*/", "");
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

    // ---- assignments

    @Test
    void an_officer_accepts_fills_in_the_checklist_saves_and_sends() {
        String number = experiencing.planned(experiencing.plan("officer"));
        String task = "/officer/tasks/" + experiencing.visit("officer", number).id();
        assertThat(officer.get("/officer").body()).contains("户籍窗口暗访", "请答复");
        assertThat(officer.get(task).body()).contains("二楼A区", "暗访", "您参加吗");
        assertThat(officer.postForm(task + "/reply", Map.of("reply", "NO", "declineReason", ""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(officer.postForm(task + "/reply", Map.of("reply", "YES", "declineReason", "先写了又改主意"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(officer.postForm(task + "/reply", Map.of("reply", "YES")).statusCode())
                .isEqualTo(400);

        Map<String, String> form = fields(officer.get(task).body());
        form.putAll(Map.of("rating-0", "5", "note-0", "很清楚", "act", "draft"));
        assertThat(location(send(task, form, photo("i0", 1)))).endsWith(task);
        assertThat(officer.get(task).body()).contains("草稿已保存", "很清楚", "/thumbnail");

        form = fields(officer.get(task).body());
        form.put("act", "send");
        assertThat(send(task, form).body()).contains("id=\"rating-1-fault\">请给“填写申请表是否方便”评 1 到 5 分");
        form = fields(officer.get(task).body());
        form.putAll(experiencing.filledIn(1));
        form.putAll(Map.of("act", "send", "sure", "yes", "rating-0", "5"));
        assertThat(location(send(task, form))).endsWith("/officer");
        assertThat(officer.get("/officer").body()).contains("以前的任务", "已提交", "第1处：户籍窗口排队过久");
        assertThat(officer.get(task).body()).contains("这次体验的记录已提交").doesNotContain("name=\"act\"");
        assertThat(location(send(task, form))).endsWith("/officer");

        String page = Browser.of(port, "center").get("/assignments/" + number).body();
        assertThat(page).contains("周晓明", "5 分", "很清楚", "查看", "立案：");
        assertThat(Browser.of(port, "leader").get("/assignments").body()).contains(number, "1 / 1", "已结束");
    }

    @Test
    void nobody_sees_anothers_assignment_and_departments_see_none() {
        String number = experiencing.planned(experiencing.plan("officer"));
        String task = "/officer/tasks/" + experiencing.visit("officer", number).id();
        assertThat(Browser.of(port, "officer2").get(task).statusCode()).isEqualTo(404);
        assertThat(Browser.of(port, "officer2")
                        .postForm(task + "/reply", Map.of("reply", "YES"))
                        .statusCode())
                .isEqualTo(404);
        for (String user : List.of("gongan", "gongan-head", "unit", "officer", "designer", "admin"))
            for (String path : List.of("/assignments", "/assignments/" + number, "/checklists"))
                assertThat(Browser.of(port, user).get(path).statusCode())
                        .as(user + path)
                        .isEqualTo(403);
        assertThat(location(officer.get("/assignments/" + number + "/task"))).endsWith(task);
        assertThat(location(Browser.of(port, "gongan").get("/assignments/" + number + "/task")))
                .endsWith("/");
        assertThat(location(Browser.of(port, "leader").get("/assignments/" + number + "/task")))
                .endsWith("/assignments/" + number);
    }

    @Test
    void a_task_that_is_over_takes_no_record() {
        String number = experiencing.planned(experiencing.plan("officer"));
        long visit = experiencing.visit("officer", number).id();
        experiencing.reply("officer", number, "YES", null);
        String page = officer.get("/officer/tasks/" + visit).body();
        Map<String, String> form = fields(page);
        form.putAll(experiencing.filledIn(0));
        form.put("act", "send");
        experiencing.timePassesTo(number, "2026-03-11T00:00:00");
        HttpResponse<String> late = send("/officer/tasks/" + visit, form);
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("这次任务已经结束", "最后一天已过");
    }

    // ---- the centre

    @Test
    void the_centre_begins_plans_and_withdraws_an_assignment_on_its_pages() {
        Browser center = Browser.of(port, "center");
        assertThat(center.postForm("/assignments", Map.of("title", "短", "mode", ""))
                        .statusCode())
                .isEqualTo(400);
        String task = location(center.postForm("/assignments", Map.of("title", "不动产登记窗口体验", "mode", "ON_SITE")));
        String number = task.replaceAll(".*/(RW-[0-9-]+)/task", "$1");
        assertThat(location(center.get("/assignments/" + number + "/task")))
                .contains("/camunda/app/tasklist/default/#/?task=");
        assertThat(center.get("/assignments/" + number).body()).contains("不动产登记窗口体验", "待安排", "去安排");
        String running = experiencing.planned(experiencing.plan("officer"));
        assertThat(center.postForm("/assignments/" + running + "/withdraw", Map.of("reason", " "))
                        .body())
                .contains("请说明原因");
        assertThat(Browser.of(port, "leader")
                        .postForm("/assignments/" + running + "/withdraw", Map.of("reason", "窗口搬迁"))
                        .statusCode())
                .isEqualTo(403);
        center.postForm("/assignments/" + running + "/withdraw", Map.of("reason", "窗口临时搬迁"));
        assertThat(center.get("/assignments/" + running).body()).contains("已撤销", "窗口临时搬迁");
        assertThat(officer.get("/officer/tasks/"
                                + experiencing.visit("officer", running).id())
                        .body())
                .contains("中心已撤销这次任务：窗口临时搬迁");
        assertThat(center.postForm("/assignments/" + running + "/withdraw", Map.of("reason", "再撤一次"))
                        .body())
                .contains("不能再撤销");
    }

    @Test
    void the_library_of_checklists_is_the_schemes_and_the_centre_edits_it() {
        Browser center = Browser.of(port, "center");
        assertThat(center.get("/checklists").body())
                .contains(
                        "办事指南是否准确",
                        "现场取号",
                        "等候叫号",
                        "回访评价",
                        "工作纪律",
                        "一窗通办",
                        "“办不成事”反映窗口",
                        "指尖办",
                        "按责转办工单",
                        "统一督办",
                        "诉求来源");
        assertThat(center.postForm(
                                "/checklists", Map.of("mode", "HOTLINE", "name", "热线夜间体验", "items", " 夜间接听 \n\n夜间登记\n"))
                        .statusCode())
                .isEqualTo(302);
        String id = jdbc.sql("select id from checklist where name = '热线夜间体验' and items = ?")
                .param("夜间接听\n夜间登记")
                .query(String.class)
                .single();
        assertThat(center.postForm("/checklists", Map.of("mode", "HOTLINE", "name", "热线夜间体验", "items", "接听"))
                        .body())
                .contains("已有同名的清单");
        assertThat(center.postForm("/checklists/" + id, Map.of("name", "热线夜间体验", "items", "长".repeat(61)))
                        .body())
                .contains("每项最多 60 个字", "长长长");
        assertThat(center.postForm("/checklists/" + id, Map.of("name", "", "items", "接听"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(center.postForm("/checklists/" + id, Map.of("act", "remove")).statusCode())
                .isEqualTo(302);
        assertThat(center.get("/checklists").body()).doesNotContain("热线夜间体验");
    }

    // ----

    private record File(String field, byte[] content) {}

    private Map<String, String> report(int findings) {
        Map<String, String> form = fields(officer.get("/officer/report").body());
        for (int finding = 1; finding <= findings; finding++) form.putAll(Experiencing.finding(finding));
        form.putAll(Map.of("act", "send", "sure", "yes"));
        return form;
    }

    /** Token, revision and what is typed so far. */
    private static Map<String, String> fields(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        String form = page.replaceAll("(?s)<template.*?</template>", "");
        Matcher inputs = Pattern.compile("<input[^>]*>").matcher(form);
        while (inputs.find()) {
            String input = inputs.group();
            String name = attribute(input, "name");
            if (name == null || name.equals("_csrf") || name.startsWith("drop-") || input.contains("type=\"file\""))
                continue;
            boolean choice = input.contains("type=\"radio\"") || input.contains("type=\"checkbox\"");
            if (!choice || input.contains("checked"))
                fields.put(name, attribute(input, "value") == null ? "" : attribute(input, "value"));
        }
        Matcher areas = Pattern.compile("(?s)<textarea[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</textarea>")
                .matcher(form);
        while (areas.find()) fields.put(areas.group(1), areas.group(2));
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : null;
    }

    private HttpResponse<String> send(String path, Map<String, String> form, File... files) {
        return send(officer, path, form, files);
    }

    private static HttpResponse<String> send(Browser browser, String path, Map<String, String> form, File... files) {
        var body = new ByteArrayOutputStream();
        form.forEach((name, value) -> body.writeBytes(
                ("--part\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        for (File file : files) {
            body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"" + file.field
                            + "\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send("POST", path, "multipart/form-data; boundary=part", body.toByteArray());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()));
    }

    private static String path(String location) {
        return location.replaceAll("https?://[^/]+", "");
    }

    /** The officer's own, the oldest first. */
    private List<String> numbers() {
        return jdbc.sql("select number from reporter where user_id = 'officer' order by number")
                .query(String.class)
                .list();
    }

    private static File photo(String place, int colour) {
        BufferedImage picture = new BufferedImage(80 + colour, 60, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, colour * 7919);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new File("photos-" + place, bytes.toByteArray());
    }
}

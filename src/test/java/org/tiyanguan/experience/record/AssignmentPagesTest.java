package org.tiyanguan.experience.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.experience.Experiencing;

/** Assignments on officers' pages and on the centre's, over real HTTP. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class AssignmentPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Experiencing experiencing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReportingOfficer officer;

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

        Map<String, String> form = RecordForms.fields(officer.get(task).body());
        form.putAll(Map.of("rating-0", "5", "note-0", "很清楚", "act", "draft"));
        assertThat(RecordForms.location(officer.send(task, form, RecordForms.photo("i0", 1))))
                .endsWith(task);
        assertThat(officer.get(task).body()).contains("草稿已保存", "很清楚", "/thumbnail");

        form = RecordForms.fields(officer.get(task).body());
        form.put("act", "send");
        assertThat(officer.send(task, form).body()).contains("id=\"rating-1-fault\">请给“填写申请表是否方便”评 1 到 5 分");
        form = RecordForms.fields(officer.get(task).body());
        form.putAll(experiencing.filledIn(1));
        form.putAll(Map.of("act", "send", "sure", "yes", "rating-0", "5"));
        assertThat(RecordForms.location(officer.send(task, form))).endsWith("/officer");
        assertThat(officer.get("/officer").body()).contains("以前的任务", "已提交", "第1处：户籍窗口排队过久");
        assertThat(officer.get(task).body()).contains("这次体验的记录已提交").doesNotContain("name=\"act\"");
        assertThat(RecordForms.location(officer.send(task, form))).endsWith("/officer");

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
        assertThat(RecordForms.location(officer.get("/assignments/" + number + "/task")))
                .endsWith(task);
        assertThat(RecordForms.location(Browser.of(port, "gongan").get("/assignments/" + number + "/task")))
                .endsWith("/");
        assertThat(RecordForms.location(Browser.of(port, "leader").get("/assignments/" + number + "/task")))
                .endsWith("/assignments/" + number);
    }

    @Test
    void a_task_that_is_over_takes_no_record() {
        String number = experiencing.planned(experiencing.plan("officer"));
        long visit = experiencing.visit("officer", number).id();
        experiencing.reply("officer", number, "YES", null);
        String page = officer.get("/officer/tasks/" + visit).body();
        Map<String, String> form = RecordForms.fields(page);
        form.putAll(experiencing.filledIn(0));
        form.put("act", "send");
        experiencing.timePassesTo(number, "2026-03-11T00:00:00");
        HttpResponse<String> late = officer.send("/officer/tasks/" + visit, form);
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("这次任务已经结束", "最后一天已过");
    }

    @Test
    void the_centre_begins_plans_and_withdraws_an_assignment_on_its_pages() {
        Browser center = Browser.of(port, "center");
        assertThat(center.postForm("/assignments", Map.of("title", "短", "mode", ""))
                        .statusCode())
                .isEqualTo(400);
        String task =
                RecordForms.location(center.postForm("/assignments", Map.of("title", "不动产登记窗口体验", "mode", "ON_SITE")));
        String number = task.replaceAll(".*/(RW-[0-9-]+)/task", "$1");
        assertThat(RecordForms.location(center.get("/assignments/" + number + "/task")))
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
}

package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.rectification.ColleaguePanel.assertRefused;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.PartState;

/** Colleagues hand over tasks, delegate them, and lay them back. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class HandOverTest {

    @Autowired
    Loop loop;

    @Autowired
    ColleaguePanel panel;

    // ---- handing over

    @Test
    void a_handler_hands_over_to_the_head_who_then_is_the_handler_and_is_told() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();

        HttpResponse<String> answer = panel.act("gongan", task, "hand-over", "gongan-head", "我外出培训一周");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("已转办");
        assertThat(panel.task(task).getAssignee()).isEqualTo("gongan-head");
        assertThat(loop.part(number).handler()).isEqualTo("gongan-head");
        panel.assertLast(number, Act.HAND_OVER, "李强", "整改 → 王建国：我外出培训一周");
        assertThat(panel.told("gongan-head", "handed-over", number)).contains("李强", "我外出培训一周", "户籍窗口排队过久");
        assertThat(panel.form("gongan-head", task)).contains("我外出培训一周");
        loop.complete(
                "gongan-head", number, "department-rectify", Map.of("progress", "DONE", "result", "已增开两个窗口，平均等候二十分钟。"));
        assertThat(loop.part(number).state()).isEqualTo(PartState.DONE);
    }

    @Test
    void a_head_hands_over_what_a_colleague_holds_and_a_colleague_does_not() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        assertRefused(panel.act("gongan-head", task, "hand-over", "gongan", "你来办理"), "已由这位同事办理");
        assertThat(panel.act("gongan-head", task, "delegate", "gongan", "你来办理").statusCode())
                .isEqualTo(400);
        panel.act("gongan", task, "hand-over", "gongan-head", "请您办理");
        assertRefused(panel.act("gongan", task, "hand-over", "gongan-head", "还是我来"), "这项任务由王建国办理");
        assertThat(panel.shown("gongan", task)).contains("王建国").doesNotContain("<form");
        panel.act("gongan-head", task, "hand-over", "gongan", "仍由你办理");
        assertThat(panel.task(task).getAssignee()).isEqualTo("gongan");
    }

    @Test
    void who_claims_and_lays_back_a_task_stands_in_the_history_whichever_door_they_use() {
        String number = loop.assigned("gongan");
        String task = loop.task(number, "department-accept").getId();
        panel.rest("gongan", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"gongan\"}", 204);
        panel.assertLast(number, Act.CLAIM, "李强", "接收转办");
        panel.act("gongan", task, "lay-back", "", "");
        panel.assertLast(number, Act.LAY_BACK, "李强", "接收转办");
        assertThat(panel.task(task).getAssignee()).isNull();
        Browser tasklist = panel.browser("gongan-head");
        assertThat(tasklist.postAsTasklist(
                                "/camunda/api/engine/engine/default/task/" + task + "/claim",
                                "{\"userId\":\"gongan-head\"}")
                        .statusCode())
                .isEqualTo(204);
        panel.assertLast(number, Act.CLAIM, "王建国", "接收转办");
    }

    @Test
    void who_claims_a_task_of_rectifying_that_was_laid_back_is_the_handler() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        panel.act("gongan", task, "lay-back", "", "");
        panel.rest("gongan-head", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"gongan-head\"}", 204);
        assertThat(loop.part(number).handler()).isEqualTo("gongan-head");
    }

    @Test
    void nobody_gives_a_task_to_somebody_outside_through_the_engines_own_doors() {
        String number = loop.assigned("gongan");
        String task = loop.task(number, "department-accept").getId();
        for (String stranger : List.of("shebao", "officer", "center", "nobody"))
            assertThat(panel.rest(
                            "gongan", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + stranger + "\"}", 400))
                    .contains("任务只能由本人签收");
        panel.rest("gongan", "/engine-rest/task/" + task + "/assignee", "{\"userId\":\"shebao\"}", 403);
        panel.rest("gongan", "/engine-rest/task/" + task + "/delegate", "{\"userId\":\"shebao\"}", 403);
        panel.rest(
                "gongan",
                "/engine-rest/task/" + task + "/identity-links",
                "{\"groupId\":\"dept-shebao\",\"type\":\"candidate\"}",
                403);
        assertThat(panel.rest("admin", "/engine-rest/task/" + task + "/assignee", "{\"userId\":\"shebao\"}", 400))
                .contains("只能选择同一单位的同事");
        assertThat(panel.task(task).getAssignee()).isNull();
        panel.rest("admin", "/engine-rest/task/" + task + "/assignee", "{\"userId\":\"gongan\"}", 204);
        panel.assertLast(number, Act.HAND_OVER, "高远", "接收转办 → 李强");
    }

    // ---- delegating

    @Test
    void a_head_delegates_gets_it_back_and_submits() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        panel.act("gongan", task, "hand-over", "gongan-head", "请您办理");

        panel.act("gongan-head", task, "delegate", "gongan", "请核实现场情况");

        assertThat(panel.task(task).getAssignee()).isEqualTo("gongan");
        assertThat(panel.task(task).getOwner()).isEqualTo("gongan-head");
        assertThat(loop.part(number).handler()).isEqualTo("gongan-head");
        panel.assertLast(number, Act.DELEGATE, "王建国", "整改 → 李强：请核实现场情况");
        assertThat(panel.told("gongan", "delegated", number)).contains("王建国", "请核实现场情况");
        assertRefused(panel.act("gongan", task, "hand-over", "gongan-head", "不想办"), "已委派给同事");
        assertRefused(panel.act("gongan", task, "delegate", "gongan-head", "不想办"), "已委派给同事");
        assertThat(panel.rest("gongan", "/engine-rest/task/" + task + "/complete", ColleaguePanel.done(), 400))
                .contains("请在“协办”里写明情况交回，由委派人提交");
        assertThat(loop.part(number).state()).isEqualTo(PartState.RECTIFY);

        assertThat(panel.act("gongan", task, "give-back", "", "现场已看，窗口已增开").statusCode())
                .isEqualTo(200);

        assertThat(panel.task(task).getAssignee()).isEqualTo("gongan-head");
        panel.assertLast(number, Act.GIVE_BACK, "李强", "整改 → 王建国：现场已看，窗口已增开");
        assertThat(panel.told("gongan-head", "given-back", number)).contains("李强", "现场已看，窗口已增开");
        panel.rest("gongan-head", "/engine-rest/task/" + task + "/complete", ColleaguePanel.done(), 204);
        assertThat(loop.part(number).state()).isEqualTo(PartState.DONE);
    }

    @Test
    void a_delegate_cannot_submit_the_form_but_give_the_task_back_through_every_door() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        panel.act("gongan", task, "delegate", "gongan-head", "请代为办理");
        for (String door : List.of("complete", "submit-form"))
            assertThat(panel.rest("gongan-head", "/engine-rest/task/" + task + "/" + door, ColleaguePanel.done(), 400))
                    .contains("由委派人提交");
        assertThat(panel.task(task).getAssignee()).isEqualTo("gongan-head");
        // Staff give back in the panel, where they say what was done; an administrator may help out.
        panel.rest("gongan-head", "/engine-rest/task/" + task + "/resolve", "{}", 403);
        panel.rest("admin", "/engine-rest/task/" + task + "/resolve", "{}", 204);
        assertThat(panel.task(task).getAssignee()).isEqualTo("gongan");
        panel.assertLast(number, Act.GIVE_BACK, "高远", "整改 → 李强");
    }

    @Test
    void the_owner_takes_a_delegated_task_back() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        panel.act("gongan", task, "delegate", "gongan-head", "请代为办理");
        assertThat(panel.act("gongan", task, "take-back", "", "").statusCode()).isEqualTo(200);
        assertThat(panel.task(task).getAssignee()).isEqualTo("gongan");
        panel.assertLast(number, Act.TAKE_BACK, "李强", "整改 → 王建国");
        assertThat(panel.told("gongan-head", "taken-back", number)).contains("李强");
        assertRefused(panel.act("gongan", task, "take-back", "", ""), "没有委派");
        assertRefused(panel.act("gongan", task, "give-back", "", "好了"), "没有委派");
    }

    @Test
    void a_task_that_changed_hands_before_comes_back_to_who_delegates_it_now() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        panel.act("gongan", task, "delegate", "gongan-head", "请代为办理");
        panel.act("gongan-head", task, "give-back", "", "已办");
        panel.act("gongan", task, "hand-over", "gongan-head", "请您接着办");
        panel.act("gongan-head", task, "delegate", "gongan", "请代为填写");
        panel.act("gongan", task, "give-back", "", "已填");
        assertThat(panel.task(task).getAssignee()).isEqualTo("gongan-head");
    }
}

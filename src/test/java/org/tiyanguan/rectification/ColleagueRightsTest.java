package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.rectification.ColleaguePanel.assertRefused;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ledger.LedgerHistory;

/** Who may do what with whose task in the panel 协办. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class ColleagueRightsTest {

    @Autowired
    Loop loop;

    @LocalServerPort
    int port;

    @Autowired
    ColleaguePanel panel;

    @Autowired
    LedgerHistory history;

    // ---- who may

    @ParameterizedTest
    @CsvSource({
        "shebao, 404",
        "shebao-head, 404",
        "center, 404",
        "leader, 404",
        "officer, 404",
        "designer, 403",
        "admin, 403",
        "unit, 404"
    })
    void nobody_else_sees_or_moves_a_departments_task(String stranger, int status) {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        int events = history.of(number).size();
        assertThat(panel.browser(stranger)
                        .get("/camunda/api/colleagues/" + task)
                        .statusCode())
                .isEqualTo(status);
        for (String act :
                List.of("hand-over", "delegate", "give-back", "take-back", "lay-back", "ask-opinion", "copy")) {
            HttpResponse<String> answer = panel.act(stranger, task, act, stranger, "让我看看这一件");
            assertThat(answer.statusCode()).as(act).isEqualTo(status);
            if (status == 404) assertThat(answer.body()).contains("没有这项任务，或者不归您办理");
        }
        assertThat(history.of(number)).hasSize(events);
        assertThat(panel.task(task).getAssignee()).isEqualTo("gongan");
    }

    @Test
    void only_colleagues_who_share_the_task_may_be_chosen() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        for (String act : List.of("hand-over", "delegate", "ask-opinion", "copy")) {
            for (String stranger : List.of("shebao", "center", "officer", "nobody", "gongan"))
                assertRefused(panel.act("gongan", task, act, stranger, "请您看看这一件"), "只能选择同一单位的同事");
            assertRefused(panel.act("gongan", task, act, "", "请您看看这一件"), "请选择一位同事");
        }
        assertThat(panel.shown("gongan", task)).contains("王建国（首席代表）").doesNotContain("赵静", "张敏", "晓明");
    }

    @Test
    void notes_are_required_where_somebody_must_know_why() {
        String task = loop.task(loop.rectifying(), "department-rectify").getId();
        for (String act : List.of("hand-over", "delegate"))
            assertRefused(panel.act("gongan", task, act, "gongan-head", " "), "请填写 2 至 300 个字");
        assertRefused(panel.act("gongan", task, "ask-opinion", "gongan-head", "好？"), "请填写 5 至 300 个字");
        assertRefused(panel.act("gongan", task, "copy", "gongan-head", "长".repeat(301)), "不要超过 300 个字");
        assertThat(panel.act("gongan", task, "copy", null, null).statusCode()).isEqualTo(400);
    }

    @Test
    void an_officer_has_no_colleagues() {
        String task = loop.task(loop.confirming(), "officer-confirm").getId();
        assertThat(panel.shown("officer", task)).contains("只由您本人办理").doesNotContain("<form");
        assertRefused(panel.act("officer", task, "hand-over", "officer2", "请你评价"), "只由本人办理");
    }

    @Test
    void a_task_of_one_person_cannot_be_laid_back_for_nobody() {
        String task = loop.task(loop.confirming(), "officer-confirm").getId();
        panel.rest("officer", "/engine-rest/task/" + task + "/unclaim", "", 403);
        assertThat(panel.task(task).getAssignee()).isEqualTo("officer");
    }

    @Test
    void a_request_without_the_engines_token_or_a_login_is_refused() {
        String task = loop.task(loop.rectifying(), "department-rectify").getId();
        String body = panel.body("gongan-head", "请您办理");
        assertThat(panel.browser("gongan")
                        .post(ColleaguePanel.path(task, "hand-over"), "application/json", body)
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Browser(port)
                        .post(ColleaguePanel.path(task, "hand-over"), "application/json", body)
                        .statusCode())
                .isEqualTo(401);
        assertThat(panel.task(task).getAssignee()).isEqualTo("gongan");
    }

    @Test
    void a_task_that_does_not_exist_or_an_unknown_act_is_answered_kindly() {
        assertThat(panel.act("gongan", "no-such-task", "copy", "gongan-head", "")
                        .statusCode())
                .isEqualTo(404);
        String task = loop.task(loop.rectifying(), "department-rectify").getId();
        assertThat(panel.act("gongan", task, "complete", "", "").statusCode()).isEqualTo(404);
        assertThat(panel.browser("gongan")
                        .postAsTasklist(ColleaguePanel.path(task, "copy"), "no json")
                        .statusCode())
                .isEqualTo(400);
    }
}

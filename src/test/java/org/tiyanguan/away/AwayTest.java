package org.tiyanguan.away;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Absences;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.Scripts;
import org.tiyanguan.event.Eventing;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.staffing.EndedRights;

/** What those who act for people who are away may do and what not, and that it ends by itself. */
@IntegrationTest
class AwayTest {

    private static final String MONDAY = "2026-03-02";
    private static final String FRIDAY = "2026-03-06";
    private static final String GRANT =
            "{\"variables\":{\"extensionDecision\":{\"value\":\"REFUSE\"},\"decisionReason\":{\"value\":\"请按期完成整改工作\"}}}";
    private static final String DONE =
            "{\"variables\":{\"progress\":{\"value\":\"DONE\"},\"result\":{\"value\":\"已增开两个窗口，平均等候二十分钟。\"}}}";

    @Autowired
    Loop loop;

    @Autowired
    Eventing eventing;

    @Autowired
    Deputising away;

    @Autowired
    Scripts scripts;

    @Autowired
    Absences absences;

    @Autowired
    EndedRights ended;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void on_a_monday_in_march() {
        Loop.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void everybody_is_there() {
        absences.allReturn();
        away.nobodyIsAway();
        ClockUtil.reset();
    }

    // ---- what a deputy does

    @Test
    void a_colleague_takes_over_what_the_absent_had_and_the_history_says_for_whom() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        assertThat(away.panel("gongan-head", task)).doesNotContain("代为办理");
        away.assertSet("gongan", "gongan", "gongan-head", MONDAY, FRIDAY);

        assertThat(away.told("gongan-head", "deputy-set")).contains("李强", "2026-03-02 至 2026-03-06");
        assertThat(away.panel("gongan-head", task)).contains("代为办理");
        assertThat(away.act("gongan-head", task, "take-over").statusCode()).isEqualTo(200);
        assertThat(loop.task(number, "department-rectify").getAssignee()).isEqualTo("gongan-head");
        assertThat(away.complete("gongan-head", task, DONE)).isEqualTo(204);
        assertThat(away.lastActor(number, "DONE")).isEqualTo("王建国（代李强）");
    }

    @Test
    void what_the_absent_is_told_of_a_case_the_deputy_is_told_too_once() {
        away.assertSet("gongan", "gongan", "gongan-head", MONDAY, FRIDAY);
        String number = loop.rectifying();
        loop.timePassesTo(number, "2026-03-06T16:00:00");
        assertThat(away.noticesOf("gongan-head", number, "remind"))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"deputyFor\":\"李强\"");
        assertThat(away.noticesOf("gongan", number, "remind")).hasSize(1);
        assertThat(away.noticesOf("gongan-head", number, "assigned")).hasSize(1);
    }

    @Test
    void a_task_that_was_taken_over_goes_back_when_the_absence_is_over() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        away.assertSet("gongan", "gongan", "gongan-head", MONDAY, FRIDAY);
        away.act("gongan-head", task, "take-over");
        Loop.now("2026-03-06T23:59:00");
        ended.endOfDay();
        assertThat(loop.task(number, "department-rectify").getAssignee()).isEqualTo("gongan-head");
        Loop.now("2026-03-07T00:01:00");
        ended.endOfDay();
        assertThat(loop.task(number, "department-rectify").getAssignee()).isEqualTo("gongan");
        assertThat(loop.part(number).handler()).isEqualTo("gongan");
    }

    @Test
    void the_leaders_deputy_decides_in_the_leaders_name_until_the_last_day_and_no_longer() {
        String number = loop.extensionAsked();
        String task = loop.task(number, "leader-decide-extension").getId();
        assertThat(away.complete("center2", task, GRANT)).as("before").isEqualTo(403);
        away.assertSet("leader", "leader", "center2", MONDAY, FRIDAY);

        Loop.now("2026-03-06T23:00:00");
        away.claim("center2", task);
        Loop.now("2026-03-07T00:01:00");
        assertThat(away.complete("center2", task, GRANT)).as("after").isIn(400, 403);
        ended.endOfDay();
        assertThat(loop.task(number, "leader-decide-extension").getAssignee()).isNull();
        assertThat(away.complete("center2", task, GRANT)).isEqualTo(403);

        Loop.now("2026-03-06T10:00:00");
        assertThat(away.complete("center2", task, GRANT)).isEqualTo(204);
        assertThat(away.lastActor(number, "EXTENSION_REFUSE")).isEqualTo("刘洋（代陈立）");
    }

    @Test
    void nobody_approves_for_another_what_they_planned_themselves() {
        String number = eventing.registered("SUMMARY");
        eventing.complete("center2", number, "center-plan-event", eventing.plan("officer"));
        String task = eventing.tasks(number).get(0).getId();
        away.assertSet("leader", "leader", "center2", MONDAY, FRIDAY);
        String approve = "{\"variables\":{\"approval\":{\"value\":\"APPROVE\"}}}";
        ResponseEntity<String> refused = scripts.post("center2", "/engine-rest/task/" + task + "/complete", approve);
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody()).contains("您在此件中已以另一身份办理过");
        assertThat(away.complete("leader", task, approve)).isEqualTo(204);
    }

    @Test
    void a_role_can_have_a_deputy_who_is_told_and_acts_for_it() {
        away.assertSet("leader", "center-leader", "center2", MONDAY, FRIDAY);
        String number = loop.extensionAsked();
        assertThat(away.noticesOf("center2", number, "extension-asked").toString())
                .contains("\"deputyFor\":\"中心领导\"");
        String task = loop.task(number, "leader-decide-extension").getId();
        assertThat(away.complete("center2", task, GRANT)).isEqualTo(204);
        assertThat(away.lastActor(number, "EXTENSION_REFUSE")).isEqualTo("刘洋（代中心领导）");
    }

    @Test
    void ended_early_it_ends_at_once_and_gives_back_what_the_deputy_had_claimed() {
        away.assertSet("leader", "leader", "center2", MONDAY, FRIDAY);
        String number = loop.extensionAsked();
        String task = loop.task(number, "leader-decide-extension").getId();
        away.claim("center2", task);
        long id = jdbc.sql("select max(id) from absence").query(Long.class).single();
        assertThat(away.browser("leader")
                        .postForm("/away/" + id + "/end", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(away.complete("center2", task, GRANT)).isEqualTo(403);
        assertThat(loop.task(number, "leader-decide-extension").getAssignee()).isNull();
        assertThat(away.told("center2", "away-ended")).contains("陈立");
    }

    @Test
    void a_deputy_of_a_department_sees_nothing_of_others() {
        String other = loop.assigned("shebao");
        away.assertSet("gongan", "gongan", "gongan-head", MONDAY, FRIDAY);
        assertThat(away.browser("gongan-head").get("/ledger/" + other).statusCode())
                .isEqualTo(404);
        assertThat(away.read(
                        "gongan-head", loop.task(other, "department-accept").getId()))
                .isEqualTo(403);
    }
}

package org.tiyanguan.recruitment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.CallState;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Recruiting;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;

/** Each path, gateway, timer and refusal of {@code recruitment.bpmn}. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class RecruitmentProcessTest {

    @Autowired
    Recruiting recruiting;

    @Autowired
    Calls calls;

    @Autowired
    RecruitmentHistory history;

    @Autowired
    JdbcClient jdbc;

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "recruitment");
    }

    // ---- the way through

    @Test
    void a_call_is_drafted_approved_opened_closed_decided_published_and_ended() {
        String call = recruiting.drafted();
        assertThat(call).matches("ZM-2026-\\d{3}");
        assertThat(state(call)).isEqualTo(CallState.DRAFT);
        recruiting.complete("center", call, "center-draft-call", Recruiting.draft());
        assertThat(state(call)).isEqualTo(CallState.APPROVAL);
        recruiting.complete(
                "leader", call, "leader-approve-call", Map.of("approval", "APPROVE", "approvalReason", "同意公布"));
        assertThat(state(call)).isEqualTo(CallState.APPROVED);
        assertThat(recruiting.openTasks(call)).isEmpty();
        recruiting.timePassesTo(call, "2026-03-03T00:00:00");
        assertThat(state(call)).isEqualTo(CallState.OPEN);
        assertThat(recruiting.openTasks(call)).containsExactly("unit-recommend");
        assertThat(told("unit", "call-invited")).isPositive();

        String self = recruiting.applied(call, "王小明");
        assertThat(self).matches("SQ-2026-\\d{6}");
        String recommended = recruiting.recommended(call, "李小红");
        recruiting.complete("unit", call, "unit-recommend", Map.of("recommendation", "DONE"));
        recruiting.propose(self);
        recruiting.decide(self, "APPROVE");
        recruiting.complete(
                "center", recommended, "center-check", Map.of("check", "OPPOSE", "centerOpinion", "不符合本次名额要求。"));
        recruiting.close(call);
        assertThat(state(call)).isEqualTo(CallState.CLOSED);
        assertThat(recruiting.openTasks(call)).isEmpty();

        recruiting.decide(recommended, "REFUSE");
        assertThat(recruiting.openTasks(call)).containsExactly("center-publish-shortlist");
        recruiting.publish(call);
        assertThat(state(call)).isEqualTo(CallState.NOTICE);
        assertThat(calls.call(call).noticeUntil().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 20));
        recruiting.timePassesTo(self, "2026-03-20T17:30:00");
        assertThat(recruiting.application(self).state()).isEqualTo(ApplicationState.APPOINTED);
        assertThat(state(call)).isEqualTo(CallState.ENDED);
        assertThat(recruiting.ended(call)).isTrue();
        assertThat(history.of(self).stream().map(RecruitmentHistory.Event::act))
                .containsExactly(Step.APPLY, Step.PROPOSE, Step.APPROVE, Step.APPOINT);
    }

    // ---- the call's other ways

    @Test
    void the_leader_sends_a_draft_back_and_the_centre_withdraws_it() {
        String call = recruiting.submitted();
        recruiting.complete(
                "leader", call, "leader-approve-call", Map.of("approval", "SEND_BACK", "approvalReason", "请增加名额"));
        assertThat(calls.call(call).remark()).isEqualTo("请增加名额");
        assertThat(told("center", "call-revise")).isPositive();
        recruiting.complete("center", call, "center-draft-call", Map.of("draft", "WITHDRAW"));
        assertThat(state(call)).isEqualTo(CallState.WITHDRAWN);
        assertThat(recruiting.ended(call)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "opensOn, 2026-03-01, 公布日不能早于今天",
        "closesOn, 2026-03-03, 截止日要晚于公布日",
        "placesPublic, 0, 请至少设一个名额",
        "title, 短, “标题”至少写 5 个字",
        "noticeDays, 0, “公示”不能小于 1"
    })
    void a_draft_that_makes_no_sense_is_refused(String field, String value, String sentence) {
        String call = recruiting.drafted();
        Map<String, Object> draft = Recruiting.draft();
        if (field.startsWith("places")) draft.putAll(Map.of("placesPublic", 0, "placesEnterprise", 0, "placesUnit", 0));
        else draft.put(field, value.matches("\\d+") ? Integer.valueOf(value) : value);
        refused(() -> recruiting.complete("center", call, "center-draft-call", draft), sentence);
        assertThat(state(call)).isEqualTo(CallState.DRAFT);
    }

    @Test
    void a_unit_is_reminded_before_the_end_and_may_decline() {
        String call = recruiting.opened();
        recruiting.timePassesTo(call, "2026-03-11T09:00:00");
        assertThat(told("unit", "call-remind")).isPositive();
        recruiting.complete(
                "unit", call, "unit-recommend", Map.of("recommendation", "DECLINE", "declineReason", "今年没有合适人选"));
        assertThat(told("center", "call-declined")).isPositive();
        recruiting.close(call);
        assertThat(recruiting.ended(call)).as("nobody applied").isTrue();
        assertThat(state(call)).isEqualTo(CallState.ENDED);
    }

    @Test
    void a_unit_that_recommended_is_done_when_the_call_closes() {
        String call = recruiting.opened();
        String number = recruiting.recommended(call, "李小红");
        assertThat(recruiting.openTasks(call)).containsExactly("unit-recommend");
        recruiting.close(call);
        assertThat(recruiting.openTasks(call)).isEmpty();
        assertThat(recruiting.openTasks(number)).containsExactly("center-check");
    }

    @Test
    void a_call_without_units_waits_for_its_last_day() {
        Map<String, Object> draft = Recruiting.draft();
        draft.put("units", null);
        String call = recruiting.opened(draft);
        assertThat(state(call)).isEqualTo(CallState.OPEN);
        recruiting.close(call);
        assertThat(recruiting.ended(call)).isTrue();
    }

    @Test
    void nobody_applies_before_the_first_or_after_the_last_moment() {
        String draft = recruiting.submitted();
        refused(() -> recruiting.applied(draft, "王小明"), "不在报名时间内");
        String call = recruiting.opened();
        Recruiting.now("2026-03-13T17:30:00");
        refused(() -> recruiting.applied(call, "王小明"), "不在报名时间内");
        refused(() -> recruiting.applied("ZM-2026-999", "王小明"), "没有这个招募批次");
    }

    // ---- the application's other ways

    private CallState state(String call) {
        return calls.call(call).state();
    }

    private int told(String user, String template) {
        return jdbc.sql("select count(*) from notice where recipient = ? and template = ?")
                .params(user, template)
                .query(Integer.class)
                .single();
    }

    private static void refused(ThrowingCallable act, String sentence) {
        assertThatThrownBy(act).hasStackTraceContaining(sentence);
    }
}

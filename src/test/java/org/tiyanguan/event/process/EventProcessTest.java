package org.tiyanguan.event.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.event.Event.State;
import org.tiyanguan.event.Eventing;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.event.Invitation.Attendance;
import org.tiyanguan.event.Invitation.Reply;
import org.tiyanguan.event.Invitation.SignIn;
import org.tiyanguan.event.Opinion;

/** The way of an event through {@code event.bpmn}, its plan, the leader and who is invited. */
@IntegrationTest
class EventProcessTest extends EventCases {

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "event", EventRepliesTest.NODES, EventMinutesTest.NODES);
    }

    // ---- the way through

    @Test
    void a_symposium_is_planned_held_and_written_up_and_what_was_said_is_settled() {
        String number = eventing.registered("SYMPOSIUM");
        assertThat(number).matches("HD-2026-\\d{6}");
        assertThat(state(number)).isEqualTo(State.PLAN);
        Map<String, Object> plan = eventing.plan("officer", "officer2");
        plan.put("departments", Eventing.json("dept-gongan"));
        plan.put("units", Eventing.json("unit-zgh"));
        eventing.complete("center", number, "center-plan-event", plan);
        assertThat(state(number)).isEqualTo(State.INVITED);
        assertThat(eventing.openTasks(number))
                .containsExactly(
                        "officer-reply-event", "officer-reply-event", "officer-reply-event", "officer-reply-event");
        for (String guest : List.of("officer", "officer2", "gongan", "gongan-head", "unit"))
            assertThat(eventing.told(guest, "event-invited", number)).as(guest).isOne();

        eventing.reply("officer", number, "YES", null);
        eventing.reply("officer2", number, "NO", "那天出差");
        eventing.reply("gongan", number, "YES", null);
        eventing.reply("unit", number, "YES", null);
        assertThat(reply("officer", number)).isEqualTo(Reply.YES);
        assertThat(reply("officer2", number)).isEqualTo(Reply.NO);
        assertThat(eventing.invitation("dept-gongan", number).repliedBy()).isEqualTo("gongan");
        assertThat(eventing.told("center", "event-declined", number)).isOne();
        assertThat(eventing.openTasks(number)).isEmpty();

        eventing.timePassesTo(number, "2026-03-19T09:00:00");
        assertThat(eventing.told("officer", "event-near", number)).isOne();
        assertThat(eventing.told("officer2", "event-near", number)).isZero();
        eventing.timePassesTo(number, "2026-03-20T15:59:00");
        assertThat(state(number)).isEqualTo(State.INVITED);
        eventing.timePassesTo(number, "2026-03-20T16:00:00");
        assertThat(state(number)).isEqualTo(State.HELD);
        assertThat(eventing.openTasks(number)).containsExactly("center-record-event");

        Map<String, Object> record = eventing.record(number, "officer", "dept-gongan");
        record.put("excused", eventing.ids(number, "officer2"));
        eventing.said(record, number, 1, "officer", "PROBLEM", "户籍窗口排队太久");
        eventing.said(record, number, 2, "dept-gongan", "SUGGESTION", "希望增加叫号屏");
        eventing.said(record, number, 3, "officer", "SUGGESTION", "填表区加老花镜");
        eventing.complete("center", number, "center-record-event", record);
        assertThat(eventing.invitation("officer", number).attendance()).isEqualTo(Attendance.PRESENT);
        assertThat(eventing.invitation("officer", number).signedInBy()).isEqualTo(SignIn.RECORD);
        assertThat(eventing.invitation("officer2", number).attendance()).isEqualTo(Attendance.EXCUSED);
        assertThat(eventing.invitation("unit-zgh", number).attendance()).isEqualTo(Attendance.ABSENT);
        assertThat(eventing.openTasks(number)).containsExactly("officer-confirm-minutes", "officer-confirm-minutes");
        assertThat(eventing.told("officer", "event-minutes", number)).isOne();
        assertThat(eventing.told("officer2", "event-minutes", number)).isZero();

        eventing.complete("officer", number, "officer-confirm-minutes", Map.of("agreement", "AGREE"));
        eventing.complete("gongan", number, "officer-confirm-minutes", Map.of("agreement", "AGREE"));
        assertThat(eventing.openTasks(number))
                .containsExactly("center-settle-opinions", "center-settle-opinions", "center-settle-opinions");

        eventing.settle(number, "户籍窗口排队太久", Eventing.finding("户籍窗口排队太久"));
        eventing.settle(number, "希望增加叫号屏", Eventing.finding("希望增加叫号屏"));
        assertThat(state(number)).isEqualTo(State.HELD);
        eventing.settle(number, "填表区加老花镜", Map.of("settlement", "ANSWER", "answer", "已配好，放在填表区。"));
        assertThat(state(number)).isEqualTo(State.CLOSED);
        assertThat(eventing.ended(number)).isTrue();

        List<Opinion> said = opinions.of(number);
        String ledger = said.get(0).ledger();
        assertThat(ledger).matches("TYG-2026-\\d{6}");
        assertThat(said).extracting(Opinion::finding).containsOnlyNulls();
        assertThat(one(
                        "select channel || ' ' || user_id from ledger_entry e join reporter r on r.number = e.number where e.number = ?",
                        ledger))
                .isEqualTo("MEETING officer");
        assertThat(one(
                        "select coalesce(user_id, '-') || name from reporter where number = ?",
                        said.get(1).ledger()))
                .isEqualTo("-市公安局");
        assertThat(eventing.told("officer", "received", ledger)).isOne();
        assertThat(eventing.told("gongan", "event-entered", number)).isOne();
        assertThat(eventing.told("officer", "event-settled", number)).isOne();
        assertThat(eventing.openTasks(ledger)).containsExactly("center-triage");
    }

    @Test
    void the_process_carries_numbers_and_decisions_only() {
        Map<String, Object> plan = eventing.plan("officer");
        plan.put("departments", Eventing.json("dept-gongan"));
        plan.put("agenda", "一、周晓明发言");
        String number = eventing.planned("SYMPOSIUM", plan);
        assertThat(eventing.variables(number)).containsOnlyKeys("eventNumber", "plan");
        assertThat(view("officer", number, "officer-reply-event"))
                .contains("第一季度体验官座谈会", "2026年3月20日", "三楼会议室", "自愿参加", "周晓明");
        assertThat(view("gongan", number, "officer-reply-event"))
                .contains("第一季度体验官座谈会", "体验官1发言")
                .doesNotContain("周晓明");
    }

    @Test
    void a_plan_may_be_dropped() {
        String number = eventing.planned("TRAINING", Map.of("plan", "DROP"));
        assertThat(state(number)).isEqualTo(State.DROPPED);
        assertThat(eventing.ended(number)).isTrue();
    }

    // ---- the leader

    @Test
    void the_leader_approves_a_summary_before_anybody_is_told() {
        String number = eventing.planned("SUMMARY", eventing.plan("officer"));
        assertThat(eventing.openTasks(number)).containsExactly("leader-approve-event");
        assertThat(eventing.told("leader", "event-approve", number)).isOne();
        assertThat(eventing.told("officer", "event-invited", number)).isZero();
        eventing.complete("leader", number, "leader-approve-event", approval("BACK", "请改到下午"));
        assertThat(eventing.told("center", "event-sent-back", number)).isOne();
        assertThat(view("center", number, "center-plan-event")).contains("请改到下午");
        assertThat(eventing.visibleTo(eventing.task("center", number, "center-plan-event")))
                .containsEntry("place", "市政务服务中心三楼会议室")
                .containsEntry("startsAt", "2026-03-20T14:00+08:00")
                .containsEntry("capacity", 20)
                .hasEntrySatisfying("officers", chosen -> assertThat(chosen).hasToString("[\"officer\"]"));
        eventing.complete("center", number, "center-plan-event", eventing.plan("officer", "officer2"));
        eventing.complete("leader", number, "leader-approve-event", approval("APPROVE", null));
        assertThat(state(number)).isEqualTo(State.INVITED);
        assertThat(eventing.told("officer2", "event-invited", number)).isOne();
        assertThat(eventing.invitation("officer", number).compulsory()).isTrue();
    }

    @Test
    void the_leader_drops_a_summary() {
        String number = eventing.planned("SUMMARY", eventing.plan("officer"));
        eventing.complete("leader", number, "leader-approve-event", approval("DROP", "今年不开了"));
        assertThat(state(number)).isEqualTo(State.DROPPED);
        assertThat(eventing.told("center", "event-dropped", number)).isOne();
        assertThat(eventing.told("officer", "event-invited", number)).isZero();
    }

    @Test
    void what_is_approved_too_late_goes_back() {
        String number = eventing.planned("SUMMARY", eventing.plan("officer"));
        Eventing.now("2026-03-18T17:31:00");
        assertThatThrownBy(() -> eventing.complete("leader", number, "leader-approve-event", approval("APPROVE", null)))
                .hasMessageContaining("请退回修改");
        eventing.complete("leader", number, "leader-approve-event", approval("BACK", "请改期"));
        assertThat(eventing.openTasks(number)).containsExactly("center-plan-event");
    }

    // ---- who is invited

    @Test
    void officers_are_invited_by_category_and_by_name_whose_term_runs_on_that_day() {
        appointed("officer", "ENTERPRISE", "2026-12-31");
        appointed("officer2", "ENTERPRISE", "2026-03-19");
        appointed("officer3", "PUBLIC", "2026-12-31");
        Map<String, Object> plan = eventing.plan("officer3", "officer4");
        plan.put("categories", Eventing.json("ENTERPRISE"));
        String number = eventing.planned("TRAINING", plan);
        assertThat(invitations.of(number))
                .extracting(Invitation::invitee)
                .containsExactlyInAnyOrder("officer", "officer3", "officer4");
        assertThat(invitations.of(number)).allMatch(Invitation::compulsory);
        assertThatThrownBy(() -> eventing.planned("TRAINING", eventing.plan("officer2")))
                .hasMessageContaining("陈桂芳 的聘期到那天已满");
    }

    @Test
    void everybody_in_office_is_invited() {
        appointed("officer2", "PUBLIC", "2026-03-19");
        Map<String, Object> plan = eventing.plan();
        plan.put("everybody", true);
        String number = eventing.planned("CEREMONY", plan);
        assertThat(invitations.of(number))
                .hasSize(9)
                .extracting(Invitation::invitee)
                .doesNotContain("officer2");
    }

    @Test
    void who_must_come_is_what_the_table_says() {
        Map<String, Object> plan = eventing.plan("officer");
        plan.put("departments", Eventing.json("dept-gongan"));
        plan.put("units", Eventing.json("unit-zgh"));
        String training = eventing.planned("TRAINING", plan);
        assertThat(invitations.of(training)).extracting(Invitation::compulsory).containsExactly(true, false, false);
        String research = eventing.planned("RESEARCH", plan);
        assertThat(invitations.of(research)).extracting(Invitation::compulsory).containsExactly(false, false, false);
        String summary = eventing.planned("SUMMARY", plan);
        eventing.complete("leader", summary, "leader-approve-event", approval("APPROVE", null));
        assertThat(invitations.of(summary)).extracting(Invitation::compulsory).containsExactly(true, true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "startsAt, 2026-03-16T09:59+08:00, 不能早于现在",
        "startsAt, 2026-03-21T09:00+08:00, 休息日",
        "startsAt, 2026-04-06T09:00+08:00, 休息日",
        "endsAt, 2026-03-20T14:00+08:00, 要晚于开始",
        "replyDue, 2026-03-20T14:01+08:00, 不能晚于会议开始",
        "replyDue, 2026-03-16T10:00+08:00, 答复截止已过"
    })
    void a_plan_that_makes_no_sense_is_refused(String field, String value, String fault) {
        Map<String, Object> form = eventing.plan("officer");
        if (field.equals("startsAt")) form.put("endsAt", "2026-04-30T10:00+08:00");
        form.put(field, value);
        assertThatThrownBy(() -> eventing.planned("SYMPOSIUM", form)).hasMessageContaining(fault);
    }

    @Test
    void a_day_off_needs_a_reason() {
        Map<String, Object> form = eventing.plan("officer");
        form.putAll(Map.of("startsAt", "2026-03-21T09:00+08:00", "endsAt", "2026-03-21T11:00+08:00"));
        form.put("dayOffReason", "群众代表周末才有空");
        String number = eventing.planned("SYMPOSIUM", form);
        assertThat(events.event(number).dayOffReason()).isEqualTo("群众代表周末才有空");
    }

    @Test
    void somebody_is_invited_and_no_more_than_there_is_room_for() {
        assertThatThrownBy(() -> eventing.planned("SYMPOSIUM", eventing.plan())).hasMessageContaining("至少邀请一位");
        Map<String, Object> crowded = eventing.plan("officer", "officer2");
        crowded.put("capacity", 1);
        assertThatThrownBy(() -> eventing.planned("SYMPOSIUM", crowded)).hasMessageContaining("受邀的有 2 位");
    }
}

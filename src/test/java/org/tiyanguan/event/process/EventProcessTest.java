package org.tiyanguan.event.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.event.Event.State;
import org.tiyanguan.event.EventActs;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.EventOpinions;
import org.tiyanguan.event.Eventing;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.event.Invitation.Agreement;
import org.tiyanguan.event.Invitation.Attendance;
import org.tiyanguan.event.Invitation.Reply;
import org.tiyanguan.event.Invitation.SignIn;
import org.tiyanguan.event.Opinion;
import org.tiyanguan.officer.Merits;
import org.tiyanguan.officer.Merits.Merit;

/** Each path, gateway, timer, message and refusal of {@code event.bpmn}. */
@IntegrationTest
class EventProcessTest {

    @Autowired
    Eventing eventing;

    @Autowired
    Events events;

    @Autowired
    EventInvitations invitations;

    @Autowired
    EventOpinions opinions;

    @Autowired
    EventActs acts;

    @Autowired
    Merits merits;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void monday_morning() {
        Eventing.now("2026-03-16T10:00:00");
    }

    @AfterEach
    void nobody_has_a_term_any_more() {
        jdbc.sql("delete from officer_term").update();
        jdbc.sql("delete from officer").update();
        ClockUtil.reset();
    }

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "event");
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
            assertThat(told(guest, "event-invited", number)).as(guest).isOne();

        eventing.reply("officer", number, "YES", null);
        eventing.reply("officer2", number, "NO", "那天出差");
        eventing.reply("gongan", number, "YES", null);
        eventing.reply("unit", number, "YES", null);
        assertThat(reply("officer", number)).isEqualTo(Reply.YES);
        assertThat(reply("officer2", number)).isEqualTo(Reply.NO);
        assertThat(eventing.invitation("dept-gongan", number).repliedBy()).isEqualTo("gongan");
        assertThat(told("center", "event-declined", number)).isOne();
        assertThat(eventing.openTasks(number)).isEmpty();

        eventing.timePassesTo(number, "2026-03-19T09:00:00");
        assertThat(told("officer", "event-near", number)).isOne();
        assertThat(told("officer2", "event-near", number)).isZero();
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
        assertThat(told("officer", "event-minutes", number)).isOne();
        assertThat(told("officer2", "event-minutes", number)).isZero();

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
        assertThat(told("officer", "received", ledger)).isOne();
        assertThat(told("gongan", "event-entered", number)).isOne();
        assertThat(told("officer", "event-settled", number)).isOne();
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
        assertThat(told("leader", "event-approve", number)).isOne();
        assertThat(told("officer", "event-invited", number)).isZero();
        eventing.complete("leader", number, "leader-approve-event", approval("BACK", "请改到下午"));
        assertThat(told("center", "event-sent-back", number)).isOne();
        assertThat(view("center", number, "center-plan-event")).contains("请改到下午");
        assertThat(eventing.visibleTo(eventing.task("center", number, "center-plan-event")))
                .containsEntry("place", "市政务服务中心三楼会议室")
                .containsEntry("startsAt", "2026-03-20T14:00+08:00")
                .containsEntry("capacity", 20)
                .hasEntrySatisfying("officers", chosen -> assertThat(chosen).hasToString("[\"officer\"]"));
        eventing.complete("center", number, "center-plan-event", eventing.plan("officer", "officer2"));
        eventing.complete("leader", number, "leader-approve-event", approval("APPROVE", null));
        assertThat(state(number)).isEqualTo(State.INVITED);
        assertThat(told("officer2", "event-invited", number)).isOne();
        assertThat(eventing.invitation("officer", number).compulsory()).isTrue();
    }

    @Test
    void the_leader_drops_a_summary() {
        String number = eventing.planned("SUMMARY", eventing.plan("officer"));
        eventing.complete("leader", number, "leader-approve-event", approval("DROP", "今年不开了"));
        assertThat(state(number)).isEqualTo(State.DROPPED);
        assertThat(told("center", "event-dropped", number)).isOne();
        assertThat(told("officer", "event-invited", number)).isZero();
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

    // ---- replies

    @Test
    void a_question_is_answered_and_the_reply_asked_again() {
        String number = eventing.symposium("officer");
        eventing.reply("officer", number, "QUESTION", "可以带同事来吗？");
        assertThat(eventing.openTasks(number)).containsExactly("center-answer-question");
        assertThat(told("center", "event-asked", number)).isOne();
        assertThat(view("center", number, "center-answer-question")).contains("周晓明", "可以带同事来吗");
        eventing.complete("center", number, "center-answer-question", Map.of("answer", "可以，请提前告诉我们。"));
        assertThat(told("officer", "event-answered", number)).isOne();
        assertThat(view("officer", number, "officer-reply-event")).contains("可以带同事来吗", "请提前告诉我们");
        eventing.reply("officer", number, "YES", null);
        assertThat(eventing.openTasks(number)).isEmpty();
        assertThat(eventing.invitation("officer", number).question()).isEqualTo("可以带同事来吗？");
    }

    @Test
    void who_does_not_reply_is_reminded_a_working_day_before_and_then_counts_as_silent() {
        String number = eventing.symposium("officer", "officer2");
        eventing.reply("officer2", number, "YES", null);
        eventing.timePassesTo(number, "2026-03-17T08:59:00");
        assertThat(told("officer", "event-remind", number)).isZero();
        eventing.timePassesTo(number, "2026-03-17T09:00:00");
        assertThat(told("officer", "event-remind", number)).isOne();
        assertThat(told("officer2", "event-remind", number)).isZero();
        eventing.timePassesTo(number, "2026-03-18T17:29:00");
        assertThat(reply("officer", number)).isEqualTo(Reply.OPEN);
        eventing.timePassesTo(number, "2026-03-18T17:30:00");
        assertThat(reply("officer", number)).isEqualTo(Reply.NONE);
        assertThat(told("officer", "event-unanswered", number)).isOne();
        assertThat(told("officer2", "event-unanswered", number)).isZero();
        assertThat(eventing.openTasks(number)).isEmpty();
        assertThat(state(number)).isEqualTo(State.INVITED);
    }

    @Test
    void who_is_invited_shortly_before_is_not_reminded_at_once() {
        Map<String, Object> plan = eventing.plan("officer");
        plan.putAll(Map.of("startsAt", "2026-03-16T15:00+08:00", "endsAt", "2026-03-16T16:00+08:00"));
        plan.put("replyDue", "2026-03-16T12:00+08:00");
        String number = eventing.planned("SYMPOSIUM", plan);
        eventing.timePassesTo(number, "2026-03-16T12:00:00");
        assertThat(told("officer", "event-remind", number)).isZero();
        assertThat(told("officer", "event-unanswered", number)).isOne();
        assertThat(told("officer", "event-near", number)).isZero();
        eventing.timePassesTo(number, "2026-03-16T13:00:00");
        assertThat(told("officer", "event-near", number)).isOne();
    }

    @Test
    void who_gets_an_answer_late_has_a_working_day_to_reply() {
        String number = eventing.symposium("officer");
        eventing.reply("officer", number, "QUESTION", "几点结束？");
        eventing.timePassesTo(number, "2026-03-18T18:00:00");
        assertThat(reply("officer", number)).isEqualTo(Reply.QUESTION);
        eventing.complete("center", number, "center-answer-question", Map.of("answer", "四点以前结束。"));
        eventing.timePassesTo(number, "2026-03-19T16:00:00");
        assertThat(reply("officer", number)).isEqualTo(Reply.OPEN);
        eventing.timePassesTo(number, "2026-03-19T18:00:00");
        assertThat(reply("officer", number)).isEqualTo(Reply.NONE);
    }

    @Test
    void a_question_without_an_answer_is_settled_after_the_event() {
        String number = eventing.symposium("officer", "officer2");
        eventing.reply("officer", number, "QUESTION", "可以带同事来吗？");
        eventing.reply("officer2", number, "QUESTION", "停车场在哪里？");
        eventing.timePassesTo(number, "2026-03-20T13:50:00");
        eventing.complete("center", number, "center-answer-question", Map.of("answer", "可以"));
        assertThat(eventing.openTasks(number)).containsExactly("center-answer-question", "officer-reply-event");
        eventing.timePassesTo(number, "2026-03-20T14:00:00");
        assertThat(eventing.openTasks(number)).isEmpty();
        assertThat(reply("officer", number)).isEqualTo(Reply.NONE);
        assertThat(opinions.of(number))
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo(Opinion.Kind.QUESTION));
        eventing.timePassesTo(number, "2026-03-20T16:00:00");
        eventing.complete("center", number, "center-record-event", eventing.record(number));
        String asked = opinions.of(number).get(0).text();
        eventing.settle(number, asked, Map.of("settlement", "ANSWER", "answer", "在大楼北侧，抱歉答复晚了。"));
        assertThat(state(number)).isEqualTo(State.CLOSED);
        String asker = eventing.invitation("officer", number).question().equals(asked) ? "officer" : "officer2";
        assertThat(told(asker, "event-settled", number)).isOne();
    }

    // ---- another time, or none

    @Test
    void a_postponed_event_asks_everybody_again() {
        String number = eventing.symposium("officer", "officer2");
        eventing.reply("officer", number, "YES", null);
        acts.postpone(number, at("2026-03-27T14:00"), at("2026-03-27T16:00"), at("2026-03-25T17:30"), null, "会议室检修");
        assertThat(events.event(number).sequence()).isOne();
        assertThat(told("officer", "event-postponed", number)).isOne();
        assertThat(told("officer2", "event-postponed", number)).isOne();
        assertThat(reply("officer", number)).isEqualTo(Reply.OPEN);
        assertThat(eventing.openTasks(number)).containsExactly("officer-reply-event", "officer-reply-event");
        assertThat(view("officer", number, "officer-reply-event")).contains("2026年3月27日");
        eventing.timePassesTo(number, "2026-03-20T16:00:00");
        assertThat(state(number)).isEqualTo(State.INVITED);
        eventing.timePassesTo(number, "2026-03-25T17:30:00");
        assertThat(reply("officer2", number)).isEqualTo(Reply.NONE);
        eventing.timePassesTo(number, "2026-03-27T16:00:00");
        assertThat(state(number)).isEqualTo(State.HELD);
    }

    @Test
    void whose_term_ends_before_the_new_day_is_not_asked_any_more() {
        appointed("officer", "PUBLIC", "2026-03-23");
        String number = eventing.symposium("officer", "officer2");
        acts.postpone(number, at("2026-03-27T14:00"), at("2026-03-27T16:00"), at("2026-03-25T17:30"), null, "会议室检修");
        assertThat(reply("officer", number)).isEqualTo(Reply.LEFT);
        assertThat(eventing.openTasks(number)).containsExactly("officer-reply-event");
        acts.cancel(number, "不开了");
        assertThat(told("officer", "event-cancelled", number)).isZero();
        assertThat(told("officer2", "event-cancelled", number)).isOne();
    }

    @Test
    void a_cancelled_event_tells_all_and_ends() {
        Map<String, Object> plan = eventing.plan("officer");
        plan.put("departments", Eventing.json("dept-gongan"));
        String number = eventing.planned("SYMPOSIUM", plan);
        acts.cancel(number, "周晓明等多人出差，暂不召开");
        assertThat(state(number)).isEqualTo(State.CANCELLED);
        assertThat(eventing.ended(number)).isTrue();
        assertThat(told("officer", "event-cancelled", number)).isOne();
        assertThat(one(
                        "select data from notice where recipient = 'gongan' and template = 'event-cancelled' and number = ?",
                        number))
                .contains("体验官1等多人出差")
                .doesNotContain("周晓明");
        assertThatThrownBy(() -> acts.cancel(number, "再取消一次")).hasMessageContaining("不能再改");
    }

    @Test
    void what_has_begun_or_is_not_announced_cannot_be_moved() {
        String planned = eventing.registered("SYMPOSIUM");
        assertThatThrownBy(() -> acts.cancel(planned, "不开了")).hasMessageContaining("不能再改");
        String number = eventing.symposium("officer");
        assertThatThrownBy(() -> acts.cancel(number, " ")).hasMessageContaining("请填写");
        assertThatThrownBy(() -> acts.postpone(
                        number, at("2026-03-15T14:00"), at("2026-03-27T16:00"), at("2026-03-25T17:30"), null, "检修"))
                .hasMessageContaining("不能早于现在");
        assertThat(events.event(number).sequence()).isZero();
        eventing.timePassesTo(number, "2026-03-20T14:00:00");
        assertThatThrownBy(() -> acts.cancel(number, "不开了")).hasMessageContaining("不能再改");
    }

    // ---- afterwards

    @Test
    void opinions_are_written_down_in_several_goes_and_mistakes_taken_back() {
        String number = held("officer", "officer2");
        Map<String, Object> first = eventing.record(number, "officer", "officer2");
        first.put("record", "MORE");
        eventing.said(first, number, 1, "officer", "PROBLEM", "排队太久");
        eventing.said(first, number, 2, "officer2", "PROBLEM", "录错的");
        eventing.complete("center", number, "center-record-event", first);
        assertThat(eventing.openTasks(number)).containsExactly("center-record-event");
        assertThat(view("center", number, "center-record-event")).contains("周晓明：排队太久");
        assertThat(eventing.visibleTo(eventing.task("center", number, "center-record-event"))
                        .get("minutes"))
                .isEqualTo("会议听取了体验官的意见，窗口单位当场作了说明。");
        Map<String, Object> second = eventing.record(number, "officer", "officer2");
        second.put("dropped", Eventing.json(opinions.of(number).get(1).id()));
        eventing.said(second, number, 1, "officer2", "SUGGESTION", "加叫号屏");
        eventing.complete("center", number, "center-record-event", second);
        assertThat(opinions.of(number)).extracting(Opinion::text).containsExactly("排队太久", "加叫号屏");
    }

    @ParameterizedTest
    @CsvSource({"speaker1, 请选择发言人", "kind1, 请选择类型", "text1, 请填写说了什么"})
    void an_opinion_has_a_speaker_a_kind_and_a_text(String missing, String fault) {
        String number = held("officer");
        Map<String, Object> record = eventing.record(number, "officer");
        eventing.said(record, number, 1, "officer", "PROBLEM", "排队太久").remove(missing);
        assertThatThrownBy(() -> eventing.complete("center", number, "center-record-event", record))
                .hasMessageContaining(fault);
        assertThat(opinions.of(number)).isEmpty();
    }

    @Test
    void who_speaks_is_there_and_who_is_there_is_not_excused() {
        String number = held("officer", "officer2");
        Map<String, Object> absent = eventing.record(number, "officer");
        eventing.said(absent, number, 1, "officer2", "PROBLEM", "排队太久");
        assertThatThrownBy(() -> eventing.complete("center", number, "center-record-event", absent))
                .hasMessageContaining("不在出席名单里");
        Map<String, Object> both = eventing.record(number, "officer");
        both.put("excused", eventing.ids(number, "officer"));
        assertThatThrownBy(() -> eventing.complete("center", number, "center-record-event", both))
                .hasMessageContaining("又出席又请假");
        Map<String, Object> first = eventing.record(number, "officer");
        first.put("record", "MORE");
        eventing.said(first, number, 1, "officer", "PROBLEM", "排队太久");
        eventing.complete("center", number, "center-record-event", first);
        assertThatThrownBy(() ->
                        eventing.complete("center", number, "center-record-event", eventing.record(number, "officer2")))
                .hasMessageContaining("“排队太久”的发言人不在出席名单里");
    }

    @Test
    void silence_agrees_to_the_minutes_and_corrections_go_back_to_the_centre() {
        String number = held("officer", "officer2", "officer3");
        eventing.complete("center", number, "center-record-event", eventing.record(number, "officer", "officer2"));
        eventing.complete(
                "officer", number, "officer-confirm-minutes", Map.of("agreement", "OBJECT", "correction", "我说的是三楼"));
        eventing.timePassesTo(number, "2026-03-25T17:29:00");
        assertThat(eventing.openTasks(number)).containsExactly("officer-confirm-minutes");
        eventing.timePassesTo(number, "2026-03-25T18:00:00");
        assertThat(eventing.invitation("officer2", number).agreement()).isEqualTo(Agreement.SILENT);
        assertThat(eventing.openTasks(number)).containsExactly("center-correct-minutes");
        assertThat(view("center", number, "center-correct-minutes")).contains("周晓明：我说的是三楼");
        eventing.complete(
                "center",
                number,
                "center-correct-minutes",
                Map.of("minutes", "会议听取了体验官对三楼窗口的意见。", "correctionAnswer", "已改为三楼。"));
        assertThat(events.event(number).minutes()).isEqualTo("会议听取了体验官对三楼窗口的意见。");
        assertThat(told("officer", "event-corrected", number)).isOne();
        assertThat(told("officer2", "event-corrected", number)).isZero();
        assertThat(state(number)).isEqualTo(State.CLOSED);
    }

    @Test
    void who_came_was_excused_or_stayed_away_is_counted_and_gives_points() {
        String training = eventing.planned("TRAINING", eventing.plan("officer", "officer2", "officer3"));
        eventing.timePassesTo(training, "2026-03-20T16:00:00");
        Map<String, Object> record = eventing.record(training, "officer");
        record.put("excused", eventing.ids(training, "officer2"));
        Merit before = merits.of("officer", 2026);
        Merit absent = merits.of("officer3", 2026);
        eventing.complete("center", training, "center-record-event", record);
        assertThat(merits.of("officer", 2026).of("eventsAttended")).isEqualTo(before.of("eventsAttended") + 1);
        assertThat(merits.of("officer", 2026).points()).isEqualTo(before.points() + 2);
        assertThat(merits.of("officer2", 2026).of("eventsExcused")).isPositive();
        assertThat(merits.of("officer3", 2026).of("eventsAbsent")).isEqualTo(absent.of("eventsAbsent") + 1);
        assertThat(merits.of("officer3", 2026).points()).isEqualTo(absent.points() - 3);
        assertThat(merits.of("officer", 2025).of("eventsAttended")).isZero();
    }

    @Test
    void who_stays_away_from_what_is_not_compulsory_is_not_absent() {
        int before = merits.of("officer", 2026).of("eventsAbsent");
        String number = held("officer");
        eventing.complete("center", number, "center-record-event", eventing.record(number));
        assertThat(eventing.invitation("officer", number).attendance()).isEqualTo(Attendance.ABSENT);
        assertThat(merits.of("officer", 2026).of("eventsAbsent")).isEqualTo(before);
    }

    @Test
    void departments_read_minutes_without_names() {
        Map<String, Object> plan = eventing.plan("officer", "officer2");
        plan.put("departments", Eventing.json("dept-gongan"));
        String number = eventing.planned("SYMPOSIUM", plan);
        eventing.timePassesTo(number, "2026-03-20T16:00:00");
        Map<String, Object> record = eventing.record(number, "officer", "dept-gongan");
        record.put("minutes", "周晓明反映排队太久，陈 桂芳没有到会，市公安局作了说明。");
        eventing.complete("center", number, "center-record-event", record);
        assertThat(view("officer", number, "officer-confirm-minutes")).contains("周晓明反映");
        assertThat(view("gongan", number, "officer-confirm-minutes"))
                .contains("体验官1反映排队太久", "市公安局作了说明")
                .doesNotContain("周晓明", "桂芳");
    }

    @Test
    void a_finding_that_makes_no_sense_is_refused_and_the_opinion_stays_open() {
        String number = held("officer");
        Map<String, Object> record = eventing.record(number, "officer");
        eventing.complete(
                "center",
                number,
                "center-record-event",
                eventing.said(record, number, 1, "officer", "PROBLEM", "排队太久"));
        eventing.complete("officer", number, "officer-confirm-minutes", Map.of("agreement", "AGREE"));
        Map<String, Object> tomorrow = Eventing.finding("排队太久");
        tomorrow.put("occurredOn", "2026-04-30");
        assertThatThrownBy(() -> eventing.settle(number, "排队太久", tomorrow)).hasMessageContaining("日期");
        assertThat(state(number)).isEqualTo(State.HELD);
    }

    @Test
    void who_spoke_stays_the_reporter_when_the_term_has_ended() {
        String number = held("officer");
        Map<String, Object> record = eventing.record(number, "officer");
        eventing.complete(
                "center",
                number,
                "center-record-event",
                eventing.said(record, number, 1, "officer", "PROBLEM", "排队太久"));
        eventing.complete("officer", number, "officer-confirm-minutes", Map.of("agreement", "AGREE"));
        appointed("officer", "PUBLIC", "2026-03-20");
        eventing.settle(number, "排队太久", Eventing.finding("排队太久"));
        assertThat(one(
                        "select user_id from reporter where number = ?",
                        opinions.of(number).get(0).ledger()))
                .isEqualTo("officer");
    }

    // ----

    private String held(String... officers) {
        String number = eventing.symposium(officers);
        eventing.timePassesTo(number, "2026-03-20T16:00:00");
        return number;
    }

    private static Map<String, Object> approval(String approval, String reason) {
        Map<String, Object> form = new HashMap<>(Map.of("approval", approval));
        if (reason != null) form.put("approvalReason", reason);
        return form;
    }

    private String view(String user, String number, String task) {
        return eventing.visibleTo(eventing.task(user, number, task))
                .get("caseView")
                .toString();
    }

    private State state(String number) {
        return events.event(number).state();
    }

    private Reply reply(String invitee, String number) {
        return eventing.invitation(invitee, number).reply();
    }

    private static LocalDateTime at(String time) {
        return LocalDateTime.parse(time);
    }

    private String one(String sql, String number) {
        return jdbc.sql(sql).param(number).query(String.class).single();
    }

    private int told(String user, String template, String number) {
        return jdbc.sql("select count(*) from notice where recipient = ? and template = ? and number = ?")
                .params(user, template, number)
                .query(Integer.class)
                .single();
    }

    private void appointed(String account, String category, String until) {
        String number = "SQ-2026-" + account;
        jdbc.sql(
                        "insert into recruitment_call (number, title, state, created_at) select 'ZM-2026-001', '招募', 'DRAFT', current_timestamp"
                                + " where not exists (select 1 from recruitment_call)")
                .update();
        jdbc.sql("""
                        insert into application (number, call_number, kind, category, state, name, phone, submitted_at)
                        select :number, 'ZM-2026-001', 'SELF', :category, 'APPOINTED', :account, '13800138000', current_timestamp
                        where not exists (select 1 from application where number = :number)""")
                .param("number", number)
                .param("account", account)
                .param("category", category)
                .update();
        jdbc.sql("""
                        insert into officer (account, application, category, employer)
                        values (:account, :number, :category, '云浮石材公司')""")
                .param("account", account)
                .param("number", number)
                .param("category", category)
                .update();
        jdbc.sql("""
                        insert into officer_term (account, kind, letter, term_from, term_until)
                        values (:account, 'APPOINTED', :account, :from, :until)""")
                .param("account", account)
                .param("from", LocalDate.parse("2026-01-01"))
                .param("until", LocalDate.parse(until))
                .update();
    }
}

package org.tiyanguan.event.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.event.Event.State;
import org.tiyanguan.event.Eventing;
import org.tiyanguan.event.Invitation.Reply;
import org.tiyanguan.event.Opinion;

/** Replies to invitations in {@code event.bpmn}, another time, or none. */
@IntegrationTest
class EventRepliesTest extends EventCases {

    /** The nodes of the diagram that this class answers for. */
    static final Set<String> NODES = Set.of(
            "center-answer-question",
            "close-replies",
            "event-begins",
            "event-called-off",
            "event-cancelled",
            "event-postponed",
            "no-reply-noted",
            "note-no-reply",
            "remind-reply",
            "reply-due",
            "reply-due-near",
            "reply-reminded",
            "tell-cancelled",
            "tell-postponed");

    @AfterAll
    static void the_nodes_were_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertNodesVisited(engine, "event", NODES);
    }

    // ---- replies

    @Test
    void a_question_is_answered_and_the_reply_asked_again() {
        String number = eventing.symposium("officer");
        eventing.reply("officer", number, "QUESTION", "可以带同事来吗？");
        assertThat(eventing.openTasks(number)).containsExactly("center-answer-question");
        assertThat(eventing.told("center", "event-asked", number)).isOne();
        assertThat(view("center", number, "center-answer-question")).contains("周晓明", "可以带同事来吗");
        eventing.complete("center", number, "center-answer-question", Map.of("answer", "可以，请提前告诉我们。"));
        assertThat(eventing.told("officer", "event-answered", number)).isOne();
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
        assertThat(eventing.told("officer", "event-remind", number)).isZero();
        eventing.timePassesTo(number, "2026-03-17T09:00:00");
        assertThat(eventing.told("officer", "event-remind", number)).isOne();
        assertThat(eventing.told("officer2", "event-remind", number)).isZero();
        eventing.timePassesTo(number, "2026-03-18T17:29:00");
        assertThat(reply("officer", number)).isEqualTo(Reply.OPEN);
        eventing.timePassesTo(number, "2026-03-18T17:30:00");
        assertThat(reply("officer", number)).isEqualTo(Reply.NONE);
        assertThat(eventing.told("officer", "event-unanswered", number)).isOne();
        assertThat(eventing.told("officer2", "event-unanswered", number)).isZero();
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
        assertThat(eventing.told("officer", "event-remind", number)).isZero();
        assertThat(eventing.told("officer", "event-unanswered", number)).isOne();
        assertThat(eventing.told("officer", "event-near", number)).isZero();
        eventing.timePassesTo(number, "2026-03-16T13:00:00");
        assertThat(eventing.told("officer", "event-near", number)).isOne();
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
        assertThat(eventing.told(asker, "event-settled", number)).isOne();
    }

    // ---- another time, or none

    @Test
    void a_postponed_event_asks_everybody_again() {
        String number = eventing.symposium("officer", "officer2");
        eventing.reply("officer", number, "YES", null);
        acts.postpone(number, at("2026-03-27T14:00"), at("2026-03-27T16:00"), at("2026-03-25T17:30"), null, "会议室检修");
        assertThat(events.event(number).sequence()).isOne();
        assertThat(eventing.told("officer", "event-postponed", number)).isOne();
        assertThat(eventing.told("officer2", "event-postponed", number)).isOne();
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
        assertThat(eventing.told("officer", "event-cancelled", number)).isZero();
        assertThat(eventing.told("officer2", "event-cancelled", number)).isOne();
    }

    @Test
    void a_cancelled_event_tells_all_and_ends() {
        Map<String, Object> plan = eventing.plan("officer");
        plan.put("departments", Eventing.json("dept-gongan"));
        String number = eventing.planned("SYMPOSIUM", plan);
        acts.cancel(number, "周晓明等多人出差，暂不召开");
        assertThat(state(number)).isEqualTo(State.CANCELLED);
        assertThat(eventing.ended(number)).isTrue();
        assertThat(eventing.told("officer", "event-cancelled", number)).isOne();
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
}

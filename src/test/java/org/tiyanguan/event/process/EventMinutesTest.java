package org.tiyanguan.event.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
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
import org.tiyanguan.event.Invitation.Agreement;
import org.tiyanguan.event.Invitation.Attendance;
import org.tiyanguan.event.Opinion;
import org.tiyanguan.officer.Merits.Merit;

/** What is written down after an event in {@code event.bpmn}, and what becomes of it. */
@IntegrationTest
class EventMinutesTest extends EventCases {

    /** The nodes of the diagram that this class answers for. */
    static final Set<String> NODES = Set.of("center-correct-minutes", "minutes-due", "note-silence", "silence-noted");

    @AfterAll
    static void the_nodes_were_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertNodesVisited(engine, "event", NODES);
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
        assertThat(eventing.told("officer", "event-corrected", number)).isOne();
        assertThat(eventing.told("officer2", "event-corrected", number)).isZero();
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
                .contains("体验官2反映排队太久", "市公安局作了说明")
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
}

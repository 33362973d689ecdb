package org.tiyanguan.annual.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.annual.AnnualList;
import org.tiyanguan.annual.Listed;
import org.tiyanguan.annual.Section;
import org.tiyanguan.annual.Version.State;
import org.tiyanguan.chase.OverdueDigest;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.event.Eventing;

/** The way of a summary through {@code annual-summary.bpmn}, what the leader and the meeting make of it, and delay. */
@IntegrationTest
@AtTime("2026-12-01T09:00:00")
class AnnualProcessTest extends AnnualCases {

    @Autowired
    Eventing eventing;

    @Autowired
    AnnualList list;

    @Autowired
    CaseSteps history;

    @Autowired
    OverdueDigest digest;

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "annual-summary", AnnualGatheringTest.NODES);
    }

    // ---- the way through

    @Test
    void a_year_is_counted_looked_over_discussed_approved_and_issued() {
        summing.opened();
        assertThat(summing.openTasks())
                .containsExactly("center-draft-report", "department-check-figures", "officer-annual-opinion");
        assertThat(summing.version().state()).isEqualTo(State.DRAFT);
        for (String user : List.of("gongan", "shebao"))
            assertThat(told(user, "annual-check")).isOne();
        assertThat(told("officer", "annual-asked")).isOne();
        assertThat(summing.view(summing.check("gongan"))).contains("12", "100.0%");

        summing.says("officer", "希望多安排周末体验");
        summing.agreeAll();
        summing.silentOfficers();
        assertThat(summing.openTasks()).containsExactly("center-draft-report");
        summing.submits("center-draft-report");
        assertThat(summing.openTasks()).containsExactly("leader-approve-report");
        assertThat(told("leader", "annual-approve")).isOne();
        assertThat(list.counting(NUMBER))
                .extracting(Listed::department, Listed::listedAs)
                .containsExactly(tuple("gongan", Listed.As.RED), tuple("shebao", Listed.As.BLACK));

        summing.approves();
        assertThat(summing.version().state()).isEqualTo(State.APPROVED);
        String meeting = summing.plansMeeting("officer");
        assertThat(summing.openTasks()).isEmpty();
        eventing.timePassesTo(meeting, "2026-12-28T16:00:00");
        Map<String, Object> record = eventing.record(meeting, "officer");
        eventing.complete("center", meeting, "center-record-event", record);
        eventing.complete("officer", meeting, "officer-confirm-minutes", Map.of("agreement", "AGREE"));
        assertThat(eventing.ended(meeting)).isTrue();
        assertThat(summing.summary().meeting()).isEqualTo(meeting);
        assertThat(summing.summary().meetingHeld()).isTrue();

        assertThat(summing.openTasks()).containsExactly("center-answer-opinions");
        assertThat(summing.view(summing.task("center-answer-opinions"))).contains("希望多安排周末体验");
        summing.complete("center", "center-answer-opinions", Map.of("adoption", "ADOPTED", "answer", "明年每季度安排一次周末体验。"));
        assertThat(told("officer", "annual-opinion-answered")).isOne();
        assertThat(summing.openTasks()).containsExactly("leader-issue");
        summing.complete("leader", "leader-issue", Map.of("release", "ISSUE"));
        assertThat(summing.version().state()).isEqualTo(State.ISSUED);
        assertThat(summing.ended()).isTrue();
        for (String head : List.of("gongan-head", "shebao-head", "unit"))
            assertThat(told(head, "annual-issued")).as(head).isOne();
        assertThat(told("officer", "annual-issued")).isZero();
        assertThat(history.of(NUMBER))
                .extracting(CaseSteps.Step::act)
                .containsExactly("OPEN", "FREEZE", "SUBMIT", "APPROVE", "MET", "ANSWER", "ISSUE");
    }

    @Test
    void the_process_carries_numbers_and_decisions_only() {
        summing.submitted();
        assertThat(summing.variables()).containsOnlyKeys("summaryNumber");
        summing.approves();
        assertThat(summing.variables()).containsOnlyKeys("summaryNumber", "approval");
    }

    // ---- the leader

    @Test
    void the_leader_sends_the_report_back_and_strikes_a_department_with_a_reason() {
        summing.submitted();
        assertThat(summing.view(summing.task("leader-approve-report"))).contains("市公安局", "红榜", "市社会保险基金管理局", "黑榜");
        assertThatThrownBy(() -> summing.complete("leader", "leader-approve-report", Map.of("approval", "BACK")))
                .hasMessageContaining("请写明退回的意见");
        summing.complete("leader", "leader-approve-report", Map.of("approval", "BACK", "approvalReason", "请补充下一步工作"));
        assertThat(told("center", "annual-sent-back")).isOne();
        assertThat(summing.openTasks()).containsExactly("center-revise-report");
        assertThat(summing.view(summing.task("center-revise-report"))).contains("请补充下一步工作");
        summing.saves(Section.NEXT, "明年每季度安排一次周末体验。");
        summing.submits("center-revise-report");
        assertThatThrownBy(() -> summing.saves(Section.NEXT, "不该能改")).hasMessageContaining("现在不能修改");

        assertThatThrownBy(() -> summing.complete(
                        "leader",
                        "leader-approve-report",
                        Map.of("approval", "APPROVE", "struck", Eventing.json("shebao"))))
                .hasMessageContaining("请写明划去的理由");
        assertThatThrownBy(() -> summing.complete(
                        "leader",
                        "leader-approve-report",
                        Map.of("approval", "APPROVE", "struck", Eventing.json("yibao"), "struckReason", "系统故障")))
                .hasMessageContaining("红黑榜");
        summing.complete(
                "leader",
                "leader-approve-report",
                Map.of("approval", "APPROVE", "struck", Eventing.json("gongan", "shebao"), "struckReason", "系统升级期间不计"));
        assertThat(list.counting(NUMBER)).isEmpty();
        assertThat(history.of(NUMBER))
                .filteredOn(step -> step.act().equals("STRIKE"))
                .extracting(CaseSteps.Step::text)
                .containsExactly("市公安局，系统升级期间不计", "市社会保险基金管理局，系统升级期间不计");
        assertThat(summing.version().approvedBy()).isEqualTo("leader");
    }

    @Test
    void the_leader_sends_it_back_once_more_before_it_is_issued_without_another_meeting() {
        summing.ready();
        assertThatThrownBy(() -> summing.complete("leader", "leader-issue", Map.of("release", "BACK")))
                .hasMessageContaining("请写明退回的意见");
        summing.complete("leader", "leader-issue", Map.of("release", "BACK", "releaseReason", "数字核一下"));
        assertThat(summing.version().state()).isEqualTo(State.DRAFT);
        summing.submits("center-revise-report");
        summing.approves();
        assertThat(summing.openTasks()).containsExactly("leader-issue");
        summing.complete("leader", "leader-issue", Map.of("release", "ISSUE"));
        assertThat(summing.ended()).isTrue();
    }

    // ---- the meeting

    @Test
    void a_meeting_that_is_called_off_is_held_again_or_the_year_goes_on_without() {
        summing.approved();
        String first = summing.plansMeeting("officer");
        summing.cancelsMeeting(first);
        assertThat(summing.openTasks()).containsExactly("center-decide-meeting");
        assertThat(told("center", "annual-not-met")).isOne();
        assertThat(summing.view(summing.task("center-decide-meeting"))).contains(first);
        summing.complete("center", "center-decide-meeting", Map.of("meetingDecision", "AGAIN", "meetingNote", "改到下周"));
        assertThat(summing.meeting()).isNotEqualTo(first);
        summing.dropsMeeting();
        summing.complete(
                "center", "center-decide-meeting", Map.of("meetingDecision", "WITHOUT", "meetingNote", "书面征求了意见"));
        assertThat(summing.openTasks()).containsExactly("leader-issue");
        assertThat(summing.summary().meetingNote()).isEqualTo("书面征求了意见");
        assertThat(summing.summary().meetingHeld()).isFalse();
    }

    // ---- late

    @Test
    void a_report_that_is_not_out_by_the_end_of_january_stands_in_the_leaders_digest() {
        summing.opened();
        summing.timePassesTo("2027-01-31T23:59:00");
        digest.send("center-leader");
        assertThat(digestOfLeader()).doesNotContain("2026 年度总结到期还没有发布");
        summing.timePassesTo("2027-02-01T09:00:00");
        digest.send("center-leader");
        assertThat(digestOfLeader()).contains("NZ-2026 2026 年度总结到期还没有发布");
        assertThat(history.of(NUMBER)).extracting(CaseSteps.Step::act).contains("LATE");
        summing.gathered();
        summing.approves();
        summing.dropsMeeting();
        summing.complete(
                "center", "center-decide-meeting", Map.of("meetingDecision", "WITHOUT", "meetingNote", "书面征求了意见"));
        summing.complete("leader", "leader-issue", Map.of("release", "ISSUE"));
        jdbc.sql("delete from notice where template = 'digest'").update();
        digest.send("center-leader");
        assertThat(digestOfLeader()).doesNotContain("2026 年度总结到期还没有发布");
    }

    private String digestOfLeader() {
        return String.join(
                "\n",
                jdbc.sql("select data from notice where template = 'digest' and recipient = 'leader'")
                        .query(String.class)
                        .list());
    }
}

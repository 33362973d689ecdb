package org.tiyanguan.annual.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.annual.AnnualChecks;
import org.tiyanguan.annual.AnnualList;
import org.tiyanguan.annual.AnnualOpinion;
import org.tiyanguan.annual.AnnualOpinions;
import org.tiyanguan.annual.Check;
import org.tiyanguan.annual.Contest;
import org.tiyanguan.annual.FrozenFigures;
import org.tiyanguan.annual.Listed;
import org.tiyanguan.annual.Section;
import org.tiyanguan.annual.Summing;
import org.tiyanguan.annual.Version.State;
import org.tiyanguan.chase.OverdueDigest;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.event.Eventing;
import org.tiyanguan.ledger.figures.YearFigures.Result;

/** Each path, gateway, timer and refusal of {@code annual-summary.bpmn}. */
@IntegrationTest
@AtTime("2026-12-01T09:00:00")
class AnnualProcessTest {

    private static final String NUMBER = Summing.NUMBER;

    @Autowired
    Summing summing;

    @Autowired
    Eventing eventing;

    @Autowired
    FrozenFigures figures;

    @Autowired
    AnnualChecks checks;

    @Autowired
    AnnualOpinions opinions;

    @Autowired
    AnnualList list;

    @Autowired
    CaseSteps history;

    @Autowired
    OverdueDigest digest;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void a_year_with_entries() {
        summing.afresh();
        summing.emptyLedger();
        summing.entries("gongan", 12, 5);
        for (int i = 0; i < 6; i++) {
            summing.entry("shebao", 2, false, "YELLOW");
            summing.entry("shebao", 3, true, null);
        }
    }

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "annual-summary");
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

    // ---- departments

    @Test
    void a_department_contests_cases_and_the_figures_are_counted_again_where_it_was_right() {
        String wrong = one(
                "select number from rectification_part where department = 'shebao' and card is not null order by number limit 1");
        String right = one(
                "select number from rectification_part where department = 'shebao' and card is null order by number limit 1");
        summing.opened();
        summing.contests("shebao", right, "我们认为没有超期");
        assertThat(told("center", "annual-contested")).isOne();
        assertThat(summing.view(summing.task("center-answer-contest"))).contains(right, "我们认为没有超期");
        summing.answers("STANDS");
        assertThat(told("shebao", "annual-contest-answered")).isOne();
        assertThat(summing.view(summing.check("shebao"))).contains(right, "数据不变");

        assertThatThrownBy(() -> summing.contests("shebao", right, "还是认为没有超期")).hasMessageContaining("这一件已经答复过");
        summing.contests("shebao", wrong, "停电一天，应当顺延");
        jdbc.sql("update rectification_part set deadline = done_at, card = null where number = ?")
                .param(wrong)
                .update();
        summing.answers("CORRECTED");
        assertThat(result("shebao").late()).isEqualTo(6);
        summing.gathered();
        assertThat(result("shebao").late()).isEqualTo(5);
        assertThat(checks.contests(NUMBER))
                .extracting(Contest::ledger, Contest::answer)
                .containsExactly(tuple(right, Contest.Answer.STANDS), tuple(wrong, Contest.Answer.CORRECTED));
        assertThat(summing.openTasks()).containsExactly("leader-approve-report");
    }

    @Test
    void a_department_contests_its_own_cases_of_the_year_only() {
        String others =
                one("select number from rectification_part where department = 'gongan' order by number limit 1");
        summing.opened();
        for (String number : List.of(others, "TYG-2026-999999", "没有"))
            assertThatThrownBy(() -> summing.contests("shebao", number, "这一件不是我们的"))
                    .hasMessageContaining("请填写 2026 年转给贵单位办理的件的台账编号");
        jdbc.sql("update ledger_entry set reported_at = timestamp '2025-05-01 09:00:00' where number = ?")
                .param(others)
                .update();
        assertThatThrownBy(() -> summing.contests("gongan", others, "这一件不是我们的")).hasMessageContaining("请填写");
    }

    @Test
    void silence_of_a_department_agrees_after_three_working_days_and_that_of_an_officer_after_ten() {
        summing.opened();
        summing.timePassesTo("2026-12-04T17:29:00");
        assertThat(summing.open("department-check-figures")).isNotEmpty();
        summing.timePassesTo("2026-12-04T17:30:00");
        assertThat(summing.open("department-check-figures")).isEmpty();
        assertThat(checks.of(NUMBER)).extracting(Check::outcome).containsOnly(Check.Outcome.SILENT);
        assertThat(summing.open("officer-annual-opinion")).isNotEmpty();
        summing.timePassesTo("2026-12-15T17:30:00");
        assertThat(summing.open("officer-annual-opinion")).isEmpty();
        assertThat(opinions.of(NUMBER)).extracting(AnnualOpinion::text).containsOnlyNulls();
        assertThat(summing.openTasks()).containsExactly("center-draft-report");
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
                        "leader", "leader-approve-report", Map.of("approval", "APPROVE", "struck", "shebao")))
                .hasMessageContaining("请写明划去的理由");
        assertThatThrownBy(() -> summing.complete(
                        "leader",
                        "leader-approve-report",
                        Map.of("approval", "APPROVE", "struck", "yibao", "struckReason", "系统故障")))
                .hasMessageContaining("红黑榜");
        summing.complete(
                "leader",
                "leader-approve-report",
                Map.of("approval", "APPROVE", "struck", "shebao", "struckReason", "系统升级期间不计"));
        assertThat(list.counting(NUMBER)).extracting(Listed::department).containsExactly("gongan");
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

    private Result result(String department) {
        return figures.result(summing.version(), department).orElseThrow();
    }

    private int told(String user, String template) {
        return jdbc.sql(
                        "select count(*) from notice where recipient = ? and template = ? and number = 'NZ-2026' and id > ?")
                .param(user)
                .param(template)
                .param(before)
                .query(Integer.class)
                .single();
    }

    private long before;

    @BeforeEach
    void notices_of_other_tests_do_not_count() {
        before = jdbc.sql("select coalesce(max(id), 0) from notice")
                .query(Long.class)
                .single();
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}

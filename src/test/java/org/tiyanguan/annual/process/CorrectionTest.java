package org.tiyanguan.annual.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Acting;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.annual.Corrections;
import org.tiyanguan.annual.FrozenFigures;
import org.tiyanguan.annual.ReportTexts;
import org.tiyanguan.annual.Section;
import org.tiyanguan.annual.Summing;
import org.tiyanguan.annual.Version;
import org.tiyanguan.annual.Version.State;
import org.tiyanguan.annual.Versions;
import org.tiyanguan.annual.YearLedger;
import org.tiyanguan.core.Refusal;

/** Each path and refusal of {@code annual-correction.bpmn}. */
@IntegrationTest
@AtTime("2026-12-01T09:00:00")
class CorrectionTest {

    @Autowired
    Summing summing;

    @Autowired
    YearLedger ledger;

    @Autowired
    Corrections corrections;

    @Autowired
    Versions versions;

    @Autowired
    ReportTexts reports;

    @Autowired
    FrozenFigures figures;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void a_year_with_entries() {
        summing.afresh();
        ledger.empty();
        ledger.entries("gongan", 12, 5);
    }

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "annual-correction");
    }

    @Test
    void a_correction_is_the_next_version_once_the_leader_approves() {
        summing.issued();
        ledger.entry("gongan", 5, true, null);
        summing.asksForCorrection(true);
        assertThat(summing.openTasks()).containsExactly("center-correct-report");
        assertThat(summing.view(summing.task("center-correct-report"))).contains("第二节的返工率写错了");
        assertThat(versions.issued(Summing.NUMBER).orElseThrow().version()).isEqualTo(1);
        summing.saves(Section.RESULTS, "返工率为零。");
        submits();
        assertThat(summing.openTasks()).containsExactly("leader-approve-correction");
        assertThatThrownBy(() -> summing.complete("leader", "leader-approve-correction", Map.of("approval", "BACK")))
                .hasMessageContaining("请写明退回的意见");
        summing.complete("leader", "leader-approve-correction", Map.of("approval", "BACK", "approvalReason", "再核一下"));
        assertThat(summing.view(summing.task("center-correct-report"))).contains("再核一下");
        submits();
        summing.complete("leader", "leader-approve-correction", Map.of("approval", "APPROVE"));
        assertThat(summing.ended()).isTrue();
        Version second = versions.issued(Summing.NUMBER).orElseThrow();
        assertThat(second.version()).isEqualTo(2);
        assertThat(entries(second)).isEqualTo("13");
        assertThat(reports.of(second).get(Section.RESULTS).text()).isEqualTo("返工率为零。");
        Version first = versions.of(Summing.NUMBER).get(1);
        assertThat(entries(first)).isEqualTo("12");
        assertThat(first.state()).isEqualTo(State.ISSUED);
        assertThat(jdbc.sql("select count(*) from notice where template = 'annual-corrected' and recipient = 'unit'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_correction_that_is_given_up_changes_nothing_and_another_may_follow() {
        summing.issued();
        ledger.entry("gongan", 5, true, null);
        summing.asksForCorrection(false);
        assertThat(entries(summing.version())).isEqualTo("12");
        assertThatThrownBy(() -> summing.asksForCorrection(false)).hasMessageContaining("已有一次勘误正在办理");
        summing.complete("center", "center-correct-report", Map.of("correction", "DROP"));
        assertThat(summing.ended()).isTrue();
        summing.asksForCorrection(false);
        assertThat(versions.of(Summing.NUMBER))
                .extracting(Version::version, Version::state)
                .containsExactly(tuple(3, State.DRAFT), tuple(2, State.DROPPED), tuple(1, State.ISSUED));
    }

    @Test
    void what_is_not_out_needs_no_correction_and_its_reason_is_public() {
        summing.opened();
        assertThatThrownBy(() -> summing.asksForCorrection(false)).hasMessageContaining("报告还没有发布");
        summing.gathered();
        summing.approves();
        summing.dropsMeeting();
        summing.complete(
                "center", "center-decide-meeting", Map.of("meetingDecision", "WITHOUT", "meetingNote", "书面征求了意见"));
        summing.complete("leader", "leader-issue", Map.of("release", "ISSUE"));
        for (String reason : new String[] {"短", "周晓明指出返工率写错了"})
            assertThatThrownBy(() -> acting.as("center", () -> {
                        corrections.ask(Summing.NUMBER, reason, false);
                        return null;
                    }))
                    .as(reason)
                    .isInstanceOf(Refusal.class);
    }

    private void submits() {
        summing.complete("center", "center-correct-report", Map.of("correction", "SUBMIT"));
    }

    private String entries(Version version) {
        return figures.tables(version).get(0).rows().get(0).values().get(0).text();
    }
}

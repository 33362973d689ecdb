package org.tiyanguan.practice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.Acting;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.practice.Practice.State;
import org.tiyanguan.practice.Practising;
import org.tiyanguan.practice.Relapse;
import org.tiyanguan.practice.Relapse.Decision;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.rectification.Reopening;

/** What becomes of a practice in {@code good-practice.bpmn} when its problem comes back. */
@IntegrationTest
class PracticeRelapseTest extends PracticeCases {

    /** The nodes of the diagram that this class answers for. */
    static final Set<String> NODES = Set.of(
            "relapse-work",
            "practice-relapsed",
            "center-look-at-relapse",
            "relapse-result",
            "relapse-noted",
            "relapse-revise",
            "relapse-withdraw");

    @Autowired
    Reopening reopening;

    @Autowired
    Acting acting;

    @AfterAll
    static void the_nodes_were_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertNodesVisited(engine, "good-practice", NODES);
    }

    @Test
    void a_finding_about_the_same_marks_it_and_is_the_centres_to_look_at() {
        String number = practising.published();
        Practising.now("2026-03-09T10:00:00");
        String again = practising.reportedAgain();
        assertThat(relapses.of(number)).extracting(Relapse::ledger).containsExactly(again);
        assertThat(practising.told("center", "practice-relapsed", number)).isOne();
        assertThat(practising.openTasks(number)).contains("center-look-at-relapse", "department-adopt");
        assertThat(practising.view("center", number, "center-look-at-relapse")).contains(again, "取号后等了两个小时");
        practising.looksAtRelapse(number, "STAYS", "当天停电，是个别情况");
        assertThat(relapses.of(number)).extracting(Relapse::decision).containsExactly(Decision.STAYS);
        assertThat(practising.openTasks(number))
                .doesNotContain("center-look-at-relapse")
                .contains("department-adopt");
        String third = practising.reportedAgain();
        assertThat(relapses.of(number)).extracting(Relapse::ledger).containsExactly(again, third);
        assertThat(practising.openTasks(number)).contains("center-look-at-relapse");
    }

    @Test
    void what_is_not_the_same_does_not_mark_it() {
        String earlier = loop.report();
        loop.accept(earlier);
        Practising.now("2026-03-02T11:00:00");
        String number = practising.published();
        loop.assign(earlier, "gongan");
        Practising.now("2026-03-09T10:00:00");
        Map<String, Object> otherItem = Loop.problem();
        otherItem.put("serviceItem", "居住证办理");
        assign(otherItem, "gongan");
        assign(Loop.problem(), "shebao");
        String otherTopic = loop.report();
        loop.complete(
                "center",
                otherTopic,
                "center-triage",
                Map.of("topic", "ATTITUDE", "triage", "ACCEPT", "triageReason", "情况属实，予以受理"));
        loop.assign(otherTopic, "gongan");
        String main = loop.report();
        assertThat(relapses.of(number)).isEmpty();
        loop.accept(main);
        loop.assign(main, "gongan");
        String merged = loop.report();
        loop.complete(
                "center",
                merged,
                "center-triage",
                Map.of("triage", "MERGE", "triageReason", "同一个问题", "mergeInto", main));
        assertThat(relapses.of(number)).extracting(Relapse::ledger).containsExactly(main);
    }

    @Test
    void the_same_item_is_known_however_it_is_spaced() {
        String number = practising.published();
        Practising.now("2026-03-09T10:00:00");
        Map<String, Object> spaced = Loop.problem();
        spaced.put("serviceItem", "户口 迁移 ");
        String again = assign(spaced, "gongan");
        assertThat(relapses.of(number)).extracting(Relapse::ledger).containsExactly(again);
    }

    @Test
    void a_rework_of_the_same_finding_marks_it_once() {
        String number = practising.published();
        Practising.now("2026-03-09T10:00:00");
        String again = practising.reportedAgain();
        loop.complete("gongan", again, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.finish(again);
        practising.sendsBack(again);
        assertThat(relapses.of(number)).hasSize(1);
        assertThat(practising.told("center", "practice-relapsed", number)).isOne();
    }

    @Test
    void a_relapse_may_lead_to_a_new_text_and_meanwhile_others_are_only_noted() {
        String number = practising.published();
        Practising.now("2026-03-09T10:00:00");
        String again = practising.reportedAgain();
        practising.looksAtRelapse(number, "REVISE", "做法要补充值班安排");
        assertThat(practising.openTasks(number)).containsExactly("center-write-practice");
        assertThat(practising.view("center", number, "center-write-practice")).contains(again, "做法要补充值班安排");
        String third = practising.reportedAgain();
        assertThat(practising.openTasks(number)).containsExactly("center-write-practice");
        assertThat(relapses.of(number)).extracting(Relapse::ledger).containsExactly(again, third);
        assertThat(practising.told("center", "practice-relapsed", number)).isEqualTo(2);
        practising.writes(number);
        practising.agrees(number);
        practising.approves(number);
        assertThat(state(number)).isEqualTo(State.PUBLIC);
    }

    @Test
    void a_relapse_may_lead_to_its_withdrawal() {
        String number = practising.published();
        Practising.now("2026-03-09T10:00:00");
        practising.reportedAgain();
        practising.looksAtRelapse(number, "WITHDRAW", "办法没有坚持下来");
        assertThat(state(number)).isEqualTo(State.WITHDRAWN);
        assertThat(practising.ended(number)).isTrue();
        practising.reportedAgain();
        assertThat(relapses.of(number)).hasSize(1);
    }

    @Test
    void a_reopened_entry_marks_its_practice_too_and_is_not_nominated_meanwhile() {
        String number = practising.published();
        Practising.now("2026-03-09T10:00:00");
        String entry = practice(number).ledger();
        String child =
                acting.as("center", () -> reopening.byCenter(entry, "大厅巡查又看到只开一个窗口", Map.of("channel", "OTHER")));
        assertThat(relapses.of(number)).extracting(Relapse::ledger).containsExactly(child);
        assertThat(practising.openTasks(number)).contains("center-look-at-relapse");
        String other = practising.rectified();
        acting.as("center", () -> reopening.byCenter(other, "大厅巡查又看到只开一个窗口", Map.of("channel", "OTHER")));
        assertThatThrownBy(() -> practising.nominated("center", other, "")).hasMessageContaining("又有反映，正在办理");
    }

    private String assign(Map<String, Object> problem, String department) {
        String entry = loop.report(problem);
        loop.accept(entry);
        loop.assign(entry, department);
        return entry;
    }
}

package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.Refused.refused;

import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Origin;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Report;
import org.tiyanguan.ledger.Topic;

/**
 * Each path and gateway of {@code rectification.bpmn}; its deadlines and what the centre does in between have tests of
 * their own.
 */
@IntegrationTest
@OnH2Too
@AtTime("2026-03-02T10:00:00")
class RectificationProcessTest {

    @Autowired
    Loop loop;

    @Autowired
    LoopVariables variables;

    @Autowired
    Interventions interventions;

    @Autowired
    Findings findings;

    @AfterAll
    static void every_other_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "rectification", DeadlineStepsTest.NODES, InterventionsTest.NODES);
    }

    // ---- the way through

    @Test
    void a_finding_is_registered_rectified_verified_confirmed_and_answered() {
        String number = loop.report();
        assertThat(number).matches("TYG-2026-\\d{6}");
        assertThat(loop.entry(number).state()).isEqualTo(EntryState.TRIAGE);

        loop.accept(number);
        assertThat(loop.entry(number).state()).isEqualTo(EntryState.ASSIGN);
        loop.assign(number, "gongan");
        assertThat(loop.entry(number).state()).isEqualTo(EntryState.RECTIFY);
        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        assertThat(loop.part(number).handler()).isEqualTo("gongan");
        assertThat(loop.task(number, "department-rectify").getAssignee()).isEqualTo("gongan");
        loop.finish(number);
        assertThat(loop.entry(number).state()).isEqualTo(EntryState.VERIFY);
        loop.verifyGood(number);
        assertThat(loop.task(number, "officer-confirm").getAssignee()).isEqualTo("officer");
        loop.complete("officer", number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));

        assertThat(loop.ended(number)).isTrue();
        assertThat(loop.entry(number).state()).isEqualTo(EntryState.CLOSED);
        assertThat(loop.entry(number).outcome()).isEqualTo(Outcome.RECTIFIED);
        assertThat(loop.entry(number).answer()).isEqualTo("窗口已增开两个，欢迎再来体验。");
        assertThat(loop.entry(number).rating()).isEqualTo(5);
        assertThat(loop.acts(number))
                .containsExactly(
                        Act.REPORT,
                        Act.TRIAGE_ACCEPT,
                        Act.ASSIGN,
                        Act.ACCEPT,
                        Act.DONE,
                        Act.VERIFY_GOOD,
                        Act.CONFIRM,
                        Act.ANSWER,
                        Act.CLOSE);
    }

    @Test
    void what_the_reporter_wrote_in_the_start_form_does_not_stay_in_the_process() {
        String number = loop.report();
        assertThat(variables.of(number)).containsOnlyKeys("ledgerNumber", "proposedTopic");
    }

    @Test
    void a_finding_that_stands_in_the_ledger_begins_with_its_number_alone() {
        Map<String, Object> form = Loop.problem();
        form.putAll(Map.of("channel", "OTHER", "officer", "", "reporterName", "吴女士"));
        String number = findings.report(findings.check(form), new Origin(null, "GD-7", null, Topic.GUIDE));

        assertThat(variables.of(number)).containsOnlyKeys("ledgerNumber", "proposedTopic");
        assertThat(variables.everOf(number)).doesNotContainAnyElementsOf(Report.fields());
        assertThat(loop.entry(number).topic()).isEqualTo(Topic.GUIDE);
        assertThat(loop.visibleTo(loop.task(number, "center-triage"))).containsEntry("topic", "GUIDE");
        assertThat(loop.acts(number)).containsExactly(Act.REPORT);
    }

    @Test
    void a_finding_of_somebody_without_an_account_is_answered_without_confirmation() {
        String number = loop.reportOf("", "HOTLINE");
        loop.accept(number);
        loop.assign(number, "gongan");
        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.finish(number);
        loop.verifyGood(number);
        assertThat(loop.ended(number)).isTrue();
        assertThat(loop.entry(number).outcome()).isEqualTo(Outcome.RECTIFIED);
    }

    // ---- triage

    @Test
    void the_centre_answers_without_rectification() {
        String number = loop.report();
        loop.complete("center", number, "center-triage", Map.of("triage", "ANSWER", "triageReason", "该事项可在网上办理，无需到场。"));
        assertThat(loop.ended(number)).isTrue();
        assertThat(loop.entry(number).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(loop.entry(number).answer()).isEqualTo("该事项可在网上办理，无需到场。");
    }

    @Test
    void a_merged_finding_is_answered_when_its_main_one_is() {
        String main = loop.confirming();
        String merged = merge(main);
        assertThat(loop.entry(merged).state()).isEqualTo(EntryState.MERGED);

        loop.complete("officer", main, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "4"));

        assertThat(loop.ended(merged)).isTrue();
        assertThat(loop.entry(merged).outcome()).isEqualTo(Outcome.MERGED);
        assertThat(loop.entry(merged).answer())
                .contains(main)
                .contains(loop.entry(main).answer());
    }

    @Test
    void a_merged_finding_goes_back_to_triage_when_its_main_one_is_withdrawn() {
        String main = loop.assigned("gongan");
        String merged = merge(main);

        interventions.withdraw(main, "登记有误，撤回本件");

        assertThat(loop.openTasks(merged)).containsExactly("center-triage");
        assertThat(loop.entry(merged).state()).isEqualTo(EntryState.TRIAGE);
        assertThat(loop.entry(merged).mergedInto()).isNull();
        assertThat(loop.count(merged, Act.REOPEN)).isEqualTo(1);
    }

    @Test
    void a_finding_merges_only_into_another_one_that_is_being_worked_on() {
        String number = loop.report();
        String untriaged = loop.report();
        refused(() -> mergeInto(number, "TYG-2026-999999")).hasMessageContaining("TYG-2026-999999");
        refused(() -> mergeInto(number, number)).hasMessageContaining("不能并入本件");
        refused(() -> mergeInto(number, untriaged)).hasMessageContaining("尚未受理");
        assertThat(loop.openTasks(number)).containsExactly("center-triage");
    }

    // ---- assigning

    @Test
    void several_departments_each_get_their_own_part() {
        String number = loop.assigned("gongan", "shebao");
        assertThat(loop.openTasks(number)).containsExactly("department-accept", "department-accept");
        for (String department : new String[] {"gongan", "shebao"}) {
            loop.completeAs(department, number, "department-accept", Map.of("acceptance", "ACCEPT"));
            loop.completeAs(
                    department,
                    number,
                    "department-rectify",
                    Map.of("progress", "DONE", "result", department + "已完成整改并复查。"));
        }
        assertThat(loop.openTasks(number)).containsExactly("center-verify");
        assertThat(loop.parts(number)).extracting(Part::result).containsExactly("gongan已完成整改并复查。", "shebao已完成整改并复查。");
    }

    // ---- sending back

    @Test
    void a_part_sent_back_is_reassigned_by_the_centre_and_after_the_second_time_by_the_leader_for_good() {
        String number = loop.assigned("gongan");
        loop.sendBack(number, "gongan");
        loop.complete(
                "center", number, "center-reassign", Map.of("department", "shebao", "reassignReason", "应由社保窗口办理"));
        assertThat(loop.part(number).department()).isEqualTo("shebao");
        loop.sendBack(number, "shebao");
        var ruling = loop.task(number, "leader-decide-department");
        assertThat(variables.of(ruling, "reassignReason")).isNull();
        assertThat(variables.of(ruling, "caseView").toString()).contains("应由社保窗口办理", "不属于本单位职责");
        loop.complete(
                "leader",
                number,
                "leader-decide-department",
                Map.of("department", "gongan", "reassignReason", "经研究由公安窗口牵头"));

        assertThat(loop.openTasks(number)).containsExactly("department-rectify");
        assertThat(loop.part(number).department()).isEqualTo("gongan");
        assertThat(loop.part(number).binding()).isTrue();
        loop.finish(number);
        assertThat(loop.openTasks(number)).containsExactly("center-verify");
    }

    // ---- verification and confirmation

    @Test
    void what_is_not_good_goes_back_to_the_chosen_department_with_a_new_deadline() {
        String number = loop.assigned("gongan", "shebao");
        for (String department : new String[] {"gongan", "shebao"}) {
            loop.completeAs(department, number, "department-accept", Map.of("acceptance", "ACCEPT"));
            loop.completeAs(
                    department, number, "department-rectify", Map.of("progress", "DONE", "result", "已完成整改并复查过。"));
        }
        rework(number, "[\"shebao\"]", 3);

        assertThat(loop.openTasks(number)).containsExactly("department-rectify");
        Part again = loop.part(number);
        assertThat(again.department()).isEqualTo("shebao");
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.handler()).isEqualTo("shebao");
        assertThat(again.deadline()).isEqualTo(LocalDateTime.parse("2026-03-05T17:30:00"));
        loop.complete("shebao", number, "department-rectify", Map.of("progress", "DONE", "result", "缺少的照片和说明已经补齐。"));
        loop.verifyGood(number);
        assertThat(loop.openTasks(number)).containsExactly("officer-confirm");
    }

    @Test
    void an_officer_objects_once_and_the_centre_verifies_again() {
        String number = loop.confirming();
        loop.complete(
                "officer", number, "officer-confirm", Map.of("confirmation", "OBJECT", "objection", "我昨天去仍然只有一个窗口"));
        assertThat(loop.openTasks(number)).containsExactly("center-verify");
        loop.verifyGood(number);
        refused(() -> loop.complete(
                        "officer",
                        number,
                        "officer-confirm",
                        Map.of("confirmation", "OBJECT", "objection", "还是不满意这个结果")))
                .hasMessageContaining("请在列出的选项里选择");
        loop.complete("officer", number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "2"));
        assertThat(loop.entry(number).state()).isEqualTo(EntryState.CLOSED);
    }

    @Test
    void silence_for_five_working_days_counts_as_confirmed() {
        String number = loop.confirming();
        loop.timePassesTo(number, "2026-03-09T17:29:00");
        assertThat(loop.ended(number)).isFalse();
        loop.timePassesTo(number, "2026-03-09T17:30:00");
        assertThat(loop.ended(number)).isTrue();
        assertThat(loop.entry(number).rating()).isNull();
        assertThat(loop.acts(number)).contains(Act.SILENT, Act.ANSWER);
    }

    // ---- the centre steps in

    private String merge(String main) {
        String number = loop.report();
        mergeInto(number, main);
        return number;
    }

    private void mergeInto(String number, String main) {
        loop.complete(
                "center",
                number,
                "center-triage",
                Map.of("triage", "MERGE", "mergeInto", main, "triageReason", "与已受理件为同一问题"));
    }

    private void rework(String number, String departments, int days) {
        loop.complete(
                "center",
                number,
                "center-verify",
                Map.of(
                        "verification",
                        "REWORK",
                        "verifyMethod",
                        "ON_PAPER",
                        "verifyNote",
                        "缺少整改照片",
                        "rework",
                        SpinValues.jsonValue(departments).create(),
                        "reworkDays",
                        days));
    }
}

package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Card;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Origin;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Report;
import org.tiyanguan.ledger.Topic;

/** Each path, gateway, timer and refusal of {@code rectification.bpmn}. */
@IntegrationTest
@OnH2Too
class RectificationProcessTest {

    @Autowired
    Loop loop;

    @Autowired
    Interventions interventions;

    @Autowired
    Findings findings;

    @BeforeEach
    void monday_morning() {
        Loop.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "rectification");
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
        assertThat(loop.variables(number)).containsOnlyKeys("ledgerNumber", "proposedTopic");
    }

    @Test
    void a_finding_that_stands_in_the_ledger_begins_with_its_number_alone() {
        Map<String, Object> form = Loop.problem();
        form.putAll(Map.of("channel", "OTHER", "officer", "", "reporterName", "吴女士"));
        String number = findings.report(findings.check(form), new Origin(null, "GD-7", null, Topic.GUIDE));

        assertThat(loop.variables(number)).containsOnlyKeys("ledgerNumber", "proposedTopic");
        assertThat(loop.variablesEver(number)).doesNotContainAnyElementsOf(Report.fields());
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

    // ---- what it is about

    @Test
    void the_topic_that_a_decision_table_proposes_counts_once_the_centre_has_triaged() {
        String number = loop.report();
        assertThat(proposedTopic(number)).isEqualTo("EFFICIENCY");
        assertThat(loop.entry(number).topic()).isNull();
        loop.accept(number);
        assertThat(loop.entry(number).topic()).isEqualTo(Topic.EFFICIENCY);
        assertThat(loop.variables(number)).doesNotContainKey("topic");
    }

    @Test
    void the_centre_says_another_topic_than_proposed() {
        String number = loop.report();
        answerAbout(number, "WINDOW");
        assertThat(loop.entry(number).topic()).isEqualTo(Topic.WINDOW);
    }

    @Test
    void a_topic_that_the_form_does_not_offer_is_refused() {
        String number = loop.report();
        refused(() -> answerAbout(number, "PARKING")).hasMessageContaining("请在列出的选项里选择“问题类型”");
        refused(() -> answerAbout(number, null)).hasMessageContaining("问题类型");
        assertThat(loop.entry(number).topic()).isNull();
    }

    @Test
    void a_reopened_finding_keeps_the_topic_that_the_centre_said() {
        String main = loop.assigned("gongan");
        String merged = loop.report();
        loop.complete(
                "center",
                merged,
                "center-triage",
                Map.of("triage", "MERGE", "mergeInto", main, "triageReason", "与已受理件为同一问题", "topic", "ATTITUDE"));

        interventions.withdraw(main, "登记有误，撤回本件");

        assertThat(proposedTopic(merged)).isEqualTo("ATTITUDE");
        loop.accept(merged);
        assertThat(loop.entry(merged).topic()).isEqualTo(Topic.ATTITUDE);
    }

    // ---- assigning

    @Test
    void the_decision_tables_propose_department_and_days() {
        String number = loop.accepted();
        var task = loop.task(number, "center-assign");
        assertThat(loop.variable(task, "department1")).isEqualTo("gongan");
        assertThat(loop.variable(task, "department2")).isNull();
        assertThat(loop.variable(task, "acceptDays")).isEqualTo(1);
        assertThat(loop.variable(task, "rectifyDays")).isEqualTo(5);
        assertThat(loop.variable(task, "remindDays")).isEqualTo(1);
    }

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

    @Test
    void other_days_than_proposed_need_a_reason() {
        String number = loop.accepted();
        refused(() -> loop.complete("center", number, "center-assign", Map.of("rectifyDays", 8)))
                .isNotNull();
        loop.complete("center", number, "center-assign", Map.of("rectifyDays", 8, "deadlineReason", "需要调配人员"));
        assertThat(loop.part(number).deadline()).isEqualTo(LocalDateTime.parse("2026-03-12T17:30:00"));
        assertThat(loop.acts(number)).contains(Act.RESCHEDULE);
    }

    @Test
    void assigning_refuses_repeated_departments_and_a_reminder_before_the_time_begins() {
        String number = loop.accepted();
        refused(() -> loop.assign(number, "gongan", "gongan")).hasMessageContaining("重复");
        refused(() -> loop.complete(
                        "center",
                        number,
                        "center-assign",
                        Map.of("rectifyDays", 2, "remindDays", 3, "deadlineReason", "需要调配人员")))
                .hasMessageContaining("提前提醒");
        assertThat(loop.parts(number)).isEmpty();
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
        assertThat(loop.variable(ruling, "reassignReason")).isNull();
        assertThat(loop.variable(ruling, "caseView").toString()).contains("应由社保窗口办理", "不属于本单位职责");
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

    // ---- deadlines and the ladder (2026-03-02 is a Monday; 5 working days end on 2026-03-09)

    @Test
    void an_overdue_item_is_reminded_reported_carded_and_supervised_each_exactly_once() {
        String number = loop.rectifying();
        assertThat(loop.part(number).deadline()).isEqualTo(LocalDateTime.parse("2026-03-09T17:30:00"));

        loop.timePassesTo(number, "2026-03-06T08:59:00");
        assertThat(loop.acts(number)).doesNotContain(Act.REMIND);
        loop.timePassesTo(number, "2026-03-06T09:00:00");
        assertThat(loop.count(number, Act.REMIND)).isEqualTo(1);
        loop.timePassesTo(number, "2026-03-09T17:29:59");
        assertThat(loop.acts(number)).doesNotContain(Act.OVERDUE);
        loop.timePassesTo(number, "2026-03-09T17:30:00");
        assertThat(loop.count(number, Act.OVERDUE)).isEqualTo(1);
        assertThat(loop.part(number).card()).isNull();
        loop.timePassesTo(number, "2026-03-10T17:30:00");
        assertThat(loop.part(number).card()).isEqualTo(Card.YELLOW);
        loop.timePassesTo(number, "2026-03-11T17:30:00");
        assertThat(loop.openTasks(number)).containsExactly("department-rectify");
        loop.timePassesTo(number, "2026-03-12T17:30:00");
        assertThat(loop.part(number).card()).isEqualTo(Card.RED);
        assertThat(loop.openTasks(number)).containsExactly("department-rectify", "leader-supervise");
        loop.timePassesTo(number, "2026-04-30T17:30:00");
        for (Act act : new Act[] {Act.REMIND, Act.OVERDUE, Act.YELLOW_CARD, Act.RED_CARD})
            assertThat(loop.count(number, act)).as(act.name()).isEqualTo(1);

        loop.complete("leader", number, "leader-supervise", Map.of("supervision", "请三日内完成整改并书面说明"));
        assertThat(loop.acts(number)).contains(Act.SUPERVISE);
        loop.finish(number);
        assertThat(loop.openTasks(number)).containsExactly("center-verify");
    }

    @Test
    void handing_in_the_rectification_ends_the_timers_and_a_supervision_still_open() {
        String number = loop.rectifying();
        loop.timePassesTo(number, "2026-03-12T17:30:00");
        assertThat(loop.openTasks(number)).contains("leader-supervise");
        loop.finish(number);
        assertThat(loop.openTasks(number)).containsExactly("center-verify");
        loop.timePassesTo(number, "2026-04-30T17:30:00");
        assertThat(loop.count(number, Act.RED_CARD)).isEqualTo(1);
    }

    @Test
    void a_department_that_does_not_accept_in_time_is_urged_and_the_deadline_runs_on() {
        String number = loop.assigned("gongan");
        loop.timePassesTo(number, "2026-03-03T17:30:00");
        assertThat(loop.count(number, Act.ACCEPT_LATE)).isEqualTo(1);
        loop.timePassesTo(number, "2026-03-10T17:30:00");
        assertThat(loop.part(number).card()).isEqualTo(Card.YELLOW);
        assertThat(loop.openTasks(number)).containsExactly("department-accept");
    }

    // ---- extension

    @Test
    void a_granted_extension_moves_the_deadline_and_its_timers() {
        String number = loop.rectifying();
        askExtension(number, "2026-03-20");
        assertThat(loop.openTasks(number)).containsExactly("leader-decide-extension");
        loop.complete(
                "leader",
                number,
                "leader-decide-extension",
                Map.of("extensionDecision", "GRANT", "extensionUntil", "2026-03-18", "decisionReason", "同意"));

        assertThat(loop.part(number).deadline()).isEqualTo(LocalDateTime.parse("2026-03-18T17:30:00"));
        assertThat(loop.task(number, "department-rectify").getDueDate())
                .isEqualTo(Loop.date(LocalDateTime.parse("2026-03-18T17:30:00")));
        loop.timePassesTo(number, "2026-03-16T18:00:00");
        assertThat(loop.acts(number)).doesNotContain(Act.REMIND, Act.OVERDUE);
        loop.timePassesTo(number, "2026-03-18T17:30:00");
        assertThat(loop.count(number, Act.REMIND)).isEqualTo(1);
        assertThat(loop.count(number, Act.OVERDUE)).isEqualTo(1);
    }

    @Test
    void a_refused_extension_changes_nothing_and_cannot_be_asked_again() {
        String number = loop.rectifying();
        askExtension(number, "2026-03-20");
        loop.complete(
                "leader",
                number,
                "leader-decide-extension",
                Map.of("extensionDecision", "REFUSE", "decisionReason", "请按期完成"));
        assertThat(loop.part(number).deadline()).isEqualTo(LocalDateTime.parse("2026-03-09T17:30:00"));
        refused(() -> askExtension(number, "2026-03-20")).hasMessageContaining("请在列出的选项里选择");
        loop.finish(number);
    }

    @Test
    void the_ladder_goes_on_while_an_extension_is_being_decided() {
        String number = loop.rectifying();
        askExtension(number, "2026-03-20");
        loop.timePassesTo(number, "2026-03-10T17:30:00");
        assertThat(loop.part(number).card()).isEqualTo(Card.YELLOW);
    }

    @Test
    void an_extension_ends_on_a_working_day_after_the_deadline() {
        String number = loop.rectifying();
        refused(() -> askExtension(number, "2026-03-09")).hasMessageContaining("晚于现在的时限");
        refused(() -> askExtension(number, "2026-03-21")).hasMessageContaining("不是工作日");
        refused(() -> askExtension(number, "2026-02-27")).hasMessageContaining("已过");
        askExtension(number, "2026-03-20");
        refused(() -> loop.complete(
                        "leader",
                        number,
                        "leader-decide-extension",
                        Map.of("extensionDecision", "GRANT", "extensionUntil", "2026-03-03", "decisionReason", "同意")))
                .hasMessageContaining("晚于现在的时限");
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

    @Test
    void the_centre_withdraws_a_running_case_and_the_reason_is_the_answer() {
        String number = loop.rectifying();
        interventions.withdraw(number, "反映人已撤回诉求");
        assertThat(loop.ended(number)).isTrue();
        assertThat(loop.entry(number).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(loop.entry(number).answer()).isEqualTo("反映人已撤回诉求");
        assertThat(loop.part(number).state()).isEqualTo(PartState.WITHDRAWN);
    }

    @Test
    void the_centre_urges_and_supervises_a_running_case_as_often_as_it_likes() {
        String number = loop.rectifying();
        interventions.urge(number, "请抓紧办理");
        interventions.urge(number, "请抓紧办理，明天回访");
        interventions.supervise(number, "此件列入督办");
        assertThat(loop.count(number, Act.URGE)).isEqualTo(2);
        assertThat(loop.count(number, Act.SUPERVISE)).isEqualTo(1);
        assertThat(loop.variables(number)).doesNotContainKeys("urgeReason", "superviseReason");
        assertThat(loop.openTasks(number)).containsExactly("department-rectify");
    }

    @Test
    void the_centre_transfers_a_part_to_another_department() {
        String number = loop.assigned("gongan");
        Part old = loop.part(number);
        interventions.transfer(old.id(), "shebao", "职责调整，改由社保窗口办理");
        assertThat(loop.part(number).department()).isEqualTo("shebao");
        assertThat(loop.parts(number).get(0).state()).isEqualTo(PartState.TRANSFERRED);
        assertThat(loop.openTasks(number)).containsExactly("department-accept");
        loop.complete("shebao", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        assertThat(loop.acts(number)).contains(Act.TRANSFER);
    }

    @Test
    void the_centre_moves_a_deadline_and_the_timers_move_with_it() {
        String number = loop.assigned("gongan", "shebao");
        Part moved = loop.parts(number).get(0);
        interventions.reschedule(moved.id(), LocalDate.parse("2026-03-31"), "设备采购需要时间");
        assertThat(loop.parts(number).get(0).deadline()).isEqualTo(LocalDateTime.parse("2026-03-31T17:30:00"));
        loop.timePassesTo(number, "2026-03-12T17:30:00");
        assertThat(loop.parts(number)).extracting(Part::card).containsExactly(null, Card.RED);
        loop.timePassesTo(number, "2026-04-03T17:30:00");
        assertThat(loop.parts(number)).extracting(Part::card).containsExactly(Card.RED, Card.RED);
    }

    @Test
    void the_centre_steps_in_only_with_a_reason_and_only_into_what_is_running() {
        String number = loop.rectifying();
        Part part = loop.part(number);
        refused(() -> interventions.urge(number, " ")).isNotNull();
        refused(() -> interventions.withdraw(number, "撤")).isNotNull();
        refused(() -> interventions.transfer(part.id(), "gongan", "改由公安窗口办理")).hasMessageContaining("另一个");
        refused(() -> interventions.transfer(part.id(), "nobody", "改由别的窗口办理")).hasMessageContaining("nobody");
        refused(() -> interventions.reschedule(part.id(), LocalDate.parse("2026-03-07"), "设备采购需要时间"))
                .hasMessageContaining("不是工作日");
        loop.finish(number);
        refused(() -> interventions.transfer(part.id(), "shebao", "改由社保窗口办理")).hasMessageContaining("已结束");
        loop.verifyGood(number);
        loop.complete("officer", number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
        refused(() -> interventions.urge(number, "请抓紧办理")).hasMessageContaining("已办结");
        refused(() -> interventions.withdraw(number, "已经办结的也想撤")).hasMessageContaining("已办结");
    }

    @Test
    void a_part_that_waits_for_the_centre_cannot_be_moved_meanwhile() {
        String number = loop.assigned("gongan");
        Part part = loop.part(number);
        loop.sendBack(number, "gongan");
        refused(() -> interventions.reschedule(part.id(), LocalDate.parse("2026-03-31"), "设备采购需要时间"))
                .isNotNull();
    }

    /** What the form starts with. */
    private Object proposedTopic(String number) {
        return loop.variable(loop.task(number, "center-triage"), "topic");
    }

    private void answerAbout(String number, String topic) {
        Map<String, Object> form = new HashMap<>(Map.of("triage", "ANSWER", "triageReason", "该事项可在网上办理，无需到场。"));
        form.put("topic", topic);
        loop.complete("center", number, "center-triage", form);
    }

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

    private void askExtension(String number, String until) {
        loop.complete(
                "gongan",
                number,
                "department-rectify",
                Map.of("progress", "EXTEND", "extensionUntil", until, "extensionReason", "设备采购需要时间"));
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

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable act) {
        Throwable thrown = NestedExceptionUtils.getMostSpecificCause(catchThrowable(act));
        return assertThat(thrown).isInstanceOf(Refusal.class);
    }
}

package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.Refused.refused;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Card;

/**
 * The timers of {@code rectification.bpmn}, the ladder from the reminder to the red card, and more time for a
 * department (2026-03-02 is a Monday; 5 working days end on 2026-03-09).
 */
@IntegrationTest
@OnH2Too
@AtTime("2026-03-02T10:00:00")
class DeadlineStepsTest {

    /** The nodes of the diagram that these tests answer for. */
    static final Set<String> NODES = Set.of(
            "accept-late",
            "urge-acceptance",
            "acceptance-urged",
            "leader-decide-extension",
            "extension-result",
            "extended",
            "deadline-near",
            "remind",
            "reminded",
            "deadline-reached",
            "report-overdue",
            "overdue-reported",
            "yellow-card-due",
            "raise-yellow-card",
            "yellow-card-raised",
            "red-card-due",
            "raise-red-card",
            "leader-supervise",
            "overdue-supervised");

    @Autowired
    Loop loop;

    @AfterAll
    static void their_nodes_of_the_diagram_were_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertNodesVisited(engine, "rectification", NODES);
    }

    // ---- the ladder

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

    // ---- the centre steps in

    private void askExtension(String number, String until) {
        loop.complete(
                "gongan",
                number,
                "department-rectify",
                Map.of("progress", "EXTEND", "extensionUntil", until, "extensionReason", "设备采购需要时间"));
    }
}

package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.Refused.refused;

import java.time.LocalDate;
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
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.PartState;

/** The centre steps into a case of {@code rectification.bpmn} that is running. */
@IntegrationTest
@OnH2Too
@AtTime("2026-03-02T10:00:00")
class InterventionsTest {

    /** The nodes of the diagram that these tests answer for. */
    static final Set<String> NODES = Set.of(
            "transferred",
            "rescheduled",
            "move-deadline",
            "withdrawal",
            "withdrawn",
            "answer-withdrawn",
            "withdrawal-closed",
            "urging",
            "urged",
            "urge",
            "urging-done",
            "supervision",
            "supervised",
            "supervise",
            "supervision-done");

    @Autowired
    Loop loop;

    @Autowired
    LoopVariables variables;

    @Autowired
    Interventions interventions;

    @AfterAll
    static void their_nodes_of_the_diagram_were_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertNodesVisited(engine, "rectification", NODES);
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
        assertThat(variables.of(number)).doesNotContainKeys("urgeReason", "superviseReason");
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
}

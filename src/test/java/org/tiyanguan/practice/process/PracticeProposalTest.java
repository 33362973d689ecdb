package org.tiyanguan.practice.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.practice.Nominator;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.Practice.State;
import org.tiyanguan.practice.Practising;
import org.tiyanguan.rectification.Loop;

/** What the decision table proposes when an entry was rectified. */
@IntegrationTest
class PracticeProposalTest extends PracticeCases {

    @AfterAll
    static void the_diagram_has_one_way(@Autowired ProcessEngine engine) {
        ModelCoverage.assertOneWay(engine, "practice-proposal");
    }

    @Test
    void five_stars_at_once_and_early_are_put_to_the_centre() {
        String entry = practising.rectified();
        assertThat(practices.of(entry)).isEmpty();
        practising.tableIsAsked(entry);
        Practice practice = practices.of(entry).orElseThrow();
        assertThat(practice.nominatedBy()).isEqualTo(Nominator.TABLE);
        assertThat(practice.state()).isEqualTo(State.NOMINATED);
        assertThat(practice.nominatedWhy()).contains("五星好评");
        assertThat(practising.openTasks(practice.number())).containsExactly("center-nominate-practice");
        assertThat(practising.told("center", "practice-nominated", practice.number()))
                .isOne();
        assertThat(practising.view("center", practice.number(), "center-nominate-practice"))
                .contains("系统建议", "五星好评");
        practising.complete(
                "center",
                practice.number(),
                "center-nominate-practice",
                Map.of("nomination", "LEAVE", "leaveReason", "做法比较普通"));
        assertThat(practising.ended(practice.number())).isTrue();
    }

    @Test
    void fewer_stars_or_a_rework_are_not() {
        String four = practising.confirmed(practising.verified(Loop.problem()), "4");
        practising.tableIsAsked(four);
        assertThat(practices.of(four)).isEmpty();
        String reworked = loop.verifying();
        practising.sendsBack(reworked);
        loop.finish(reworked);
        loop.verifyGood(reworked);
        practising.confirmed(reworked, "5");
        practising.tableIsAsked(reworked);
        assertThat(practices.of(reworked)).isEmpty();
    }

    @Test
    void several_that_were_merged_are() {
        String main = loop.rectifying();
        for (int n = 0; n < 3; n++)
            loop.complete(
                    "center",
                    loop.report(),
                    "center-triage",
                    Map.of("triage", "MERGE", "triageReason", "同一个问题", "mergeInto", main));
        loop.finish(main);
        loop.verifyGood(main);
        practising.confirmed(main, "4");
        practising.tableIsAsked(main);
        assertThat(practices.of(main).orElseThrow().nominatedWhy()).contains("多人反映");
    }

    @Test
    void what_somebody_nominated_meanwhile_is_not_proposed_again() {
        String entry = practising.rectified();
        String number = practising.nominated("center", entry, "");
        practising.tableIsAsked(entry);
        assertThat(practices.of(entry).orElseThrow().number()).isEqualTo(number);
    }

    @Test
    void what_was_closed_long_ago_is_not_proposed_any_more() {
        String entry = practising.rectified();
        Practising.now("2026-04-02T10:00:00");
        practising.tableIsAsked(entry);
        assertThat(practices.of(entry)).isEmpty();
    }
}

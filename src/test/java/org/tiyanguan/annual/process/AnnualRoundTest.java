package org.tiyanguan.annual.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.Acting;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.annual.OpeningSummaries;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.annual.Summing;

/** When a year's summary is opened by itself, and that there is one a year. */
@IntegrationTest
@AtTime("2026-11-30T10:00:00")
class AnnualRoundTest {

    @Autowired
    Summing summing;

    @Autowired
    Summaries summaries;

    @Autowired
    OpeningSummaries opening;

    @Autowired
    Acting acting;

    @BeforeEach
    void no_summary() {
        summing.afresh();
    }

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "annual-round");
    }

    @Test
    void a_summary_is_opened_on_the_first_working_day_of_december_once() {
        summing.round("2026-11-30T08:40:00");
        assertThat(summaries.all()).isEmpty();
        summing.round("2026-12-01T08:40:00");
        assertThat(summaries.all()).hasSize(1);
        assertThat(summing.summary().openedBy()).isEqualTo("system");
        summing.round("2026-12-02T08:40:00");
        summing.round("2026-12-05T08:40:00");
        assertThat(summaries.all()).hasSize(1);
    }

    @Test
    void a_morning_that_was_missed_is_made_up_for() {
        summing.round("2026-12-07T08:40:00");
        assertThat(summaries.all()).hasSize(1);
    }

    @Test
    void the_centre_opens_this_years_or_the_last_ones_and_none_twice() {
        assertThat(opening.possible()).isEqualTo(List.of(2026, 2025));
        summing.opened();
        assertThat(opening.possible()).isEqualTo(List.of(2025));
        assertThatThrownBy(summing::opened).hasMessage("2026 年的年度总结已经启动过，每年只有一次");
        for (int year : List.of(2024, 2027))
            assertThatThrownBy(() -> acting.as("center", () -> opening.byHand(year)))
                    .hasMessageContaining("只能总结 2025 年或 2026 年");
        assertThat(acting.as("center", () -> opening.byHand(2025))).isEqualTo("NZ-2025");
    }
}

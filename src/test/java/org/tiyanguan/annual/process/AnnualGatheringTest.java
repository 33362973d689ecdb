package org.tiyanguan.annual.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.annual.AnnualChecks;
import org.tiyanguan.annual.AnnualOpinion;
import org.tiyanguan.annual.AnnualOpinions;
import org.tiyanguan.annual.Check;
import org.tiyanguan.annual.Contest;
import org.tiyanguan.annual.FrozenFigures;
import org.tiyanguan.ledger.figures.YearFigures.Result;

/** What departments say of a year's figures and officers of the year, in {@code annual-summary.bpmn}. */
@IntegrationTest
@AtTime("2026-12-01T09:00:00")
class AnnualGatheringTest extends AnnualCases {

    /** The nodes of the diagram that this class answers for. */
    static final Set<String> NODES = Set.of(
            "center-answer-contest",
            "check-due",
            "freeze-again",
            "note-agreed",
            "opinion-due",
            "opinion-over",
            "tell-contest");

    @Autowired
    FrozenFigures figures;

    @Autowired
    AnnualChecks checks;

    @Autowired
    AnnualOpinions opinions;

    @AfterAll
    static void the_nodes_were_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertNodesVisited(engine, "annual-summary", NODES);
    }

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

    private Result result(String department) {
        return figures.result(summing.version(), department).orElseThrow();
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}

package org.tiyanguan.review.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.officer.Term;
import org.tiyanguan.officer.TermEnd;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.review.Cause;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.Reviewing;
import org.tiyanguan.review.Reviews;

/** When reviews are opened by themselves, and terms that ran out are said to be over. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class ReviewRoundTest {

    @Autowired
    Reviewing reviewing;

    @Autowired
    Reviews reviews;

    @Autowired
    Terms terms;

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "review-round");
    }

    @Test
    void a_review_is_opened_thirty_days_before_the_term_ends_once() {
        String officer = serving("2026-05-31");
        reviewing.round("2026-04-30T08:30:00");
        assertThat(causes(officer)).isEmpty();
        // The first of May and the days after it are days off.
        reviewing.round("2026-05-03T08:30:00");
        assertThat(causes(officer)).isEmpty();
        reviewing.round("2026-05-06T08:30:00");
        assertThat(causes(officer)).containsExactly(Cause.TERM);
        finish(officer);
        reviewing.round("2026-05-07T08:30:00");
        assertThat(causes(officer)).containsExactly(Cause.TERM);
        assertThat(terms.of(officer)).hasSize(2);
    }

    @Test
    void all_are_reviewed_once_on_the_first_working_day_of_december() {
        String officer = serving("2027-12-31");
        String ending = serving("2026-12-20");
        reviewing.round("2026-11-30T08:30:00");
        assertThat(causes(officer)).isEmpty();
        assertThat(causes(ending)).containsExactly(Cause.TERM);
        reviewing.round("2026-12-01T08:30:00");
        assertThat(causes(officer)).containsExactly(Cause.ANNUAL);
        assertThat(causes(ending)).containsExactly(Cause.TERM);
        finish(officer);
        reviewing.round("2026-12-02T08:30:00");
        assertThat(causes(officer)).containsExactly(Cause.ANNUAL);
    }

    @Test
    void a_term_that_ran_out_without_a_review_is_said_to_be_over() {
        String officer = serving("2026-02-10");
        reviewing.round("2026-03-03T08:30:00");
        assertThat(terms.of(officer))
                .extracting(Term::endedAs, Term::endedOn)
                .containsExactly(tuple(TermEnd.EXPIRED, LocalDate.parse("2026-02-10")));
        assertThat(causes(officer)).isEmpty();
    }

    private void finish(String officer) {
        String number = reviews.openOf(officer).orElseThrow().number();
        reviewing.reports(officer, number);
        reviewing.judges(number, "PASS", "RENEW", "情况正常");
    }

    private List<Cause> causes(String officer) {
        return reviews.of(officer).stream().map(Review::cause).toList();
    }

    private String serving(String until) {
        return reviewing.officer(OfficerCategory.PUBLIC, "2025-01-01", until);
    }
}

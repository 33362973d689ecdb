package org.tiyanguan.review.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.officer.Term;
import org.tiyanguan.officer.TermEnd;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.Review.Outcome;
import org.tiyanguan.review.Reviewing;
import org.tiyanguan.review.Reviews;

/** How officers leave by {@code officer-review.bpmn}: of their own will, or by their unit's. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class LeavingOfficerTest {

    @Autowired
    Reviewing reviewing;

    @Autowired
    Reviews reviews;

    @Autowired
    Terms terms;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_officer_resigns_and_stays_in_office_until_the_leader_agrees() {
        String officer = serving("2026-12-31");
        String number = reviewing.resigned(officer);
        assertThat(reviewing.openTasks(number)).containsExactly("center-review");
        assertThat(reviewing.told("center", "review-wished", number)).isOne();
        assertThat(reviewing.visibleTo(number, "center-review")).containsEntry("measure", "END");
        assertThat(terms.isServing(officer)).isTrue();
        reviewing.judges(number, "PASS", "END", null);
        reviewing.decides(number, "END", null);
        assertThat(terms.of(officer).get(0))
                .extracting(Term::endedAs, Term::reason)
                .containsExactly(TermEnd.RESIGNED, "工作调动，无法继续");
        assertThat(review(number).outcome()).isEqualTo(Outcome.ENDED);
    }

    @Test
    void a_unit_withdraws_its_person_and_hears_that_it_ended_not_why() {
        String officer = serving("2026-12-31");
        String number = reviewing.withdrawn(officer);
        reviewing.judges(number, "PASS", "END", "同意");
        reviewing.decides(number, "END", null);
        assertThat(terms.of(officer).get(0).endedAs()).isEqualTo(TermEnd.UNIT);
        assertThat(jdbc.sql(
                                "select data from notice where recipient = 'unit' and template = 'officer-left' and data like :name")
                        .param("name", "%核" + officer.replace("reviewed", "") + "\"%")
                        .query(String.class)
                        .list())
                .hasSize(1)
                .allSatisfy(data -> assertThat(data).doesNotContain("同意", "岗位", number));
    }

    private String serving(String until) {
        return reviewing.officer(OfficerCategory.PUBLIC, "2025-03-01", until);
    }

    private Review review(String number) {
        return reviews.review(number);
    }
}

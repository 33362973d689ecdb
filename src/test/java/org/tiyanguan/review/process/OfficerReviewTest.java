package org.tiyanguan.review.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.officer.Term;
import org.tiyanguan.officer.TermEnd;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.review.Cause;
import org.tiyanguan.review.Grade;
import org.tiyanguan.review.Measure;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.Review.Outcome;
import org.tiyanguan.review.Reviewing;
import org.tiyanguan.review.Reviews;

/** Each path, gateway and timer of {@code officer-review.bpmn}, and what follows from it. */
@IntegrationTest
class OfficerReviewTest {

    @Autowired
    Reviewing reviewing;

    @Autowired
    Reviews reviews;

    @Autowired
    Terms terms;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void monday_morning() {
        Reviewing.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void the_clock_runs_again() {
        ClockUtil.reset();
    }

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "officer-review");
    }

    // ---- the way through

    @Test
    void whoever_did_well_is_renewed_at_the_end_of_the_term() {
        String officer = serving("2026-03-31");
        reviewing.visits(officer, "SENT", 6, "2025-09-10");
        String number = reviewing.opened(officer, Cause.TERM);
        assertThat(number).matches("KH-2026-\\d{6}");
        assertThat(reviewing.told(officer, "review-opened", number)).isOne();
        assertThat(reviewing.openTasks(number)).containsExactly("officer-report-duty");
        assertThat(reviewing.task(number, "officer-report-duty").getAssignee()).isEqualTo(officer);

        reviewing.reports(officer, number);
        assertThat(reviewing.visibleTo(number, "center-review").get("caseView").toString())
                .contains("良好，续聘", "参加体验六次。", "\"value\":\"30\"", "100%", "12");
        assertThat(reviewing.visibleTo(number, "center-review"))
                .containsEntry("grade", "GOOD")
                .containsEntry("measure", "RENEW");
        reviewing.judges(number, "GOOD", "RENEW", null);

        assertThat(reviewing.ended(number)).isTrue();
        assertThat(review(number))
                .extracting(Review::grade, Review::measure, Review::outcome)
                .containsExactly(Grade.GOOD, Measure.RENEW, Outcome.RENEWED);
        Term renewed = terms.of(officer).get(1);
        assertThat(renewed)
                .extracting(Term::kind, Term::termFrom, Term::termUntil, Term::review)
                .containsExactly(
                        Term.Kind.RENEWED, LocalDate.parse("2026-04-01"), LocalDate.parse("2027-03-31"), number);
        assertThat(renewed.letter()).matches("PS-2026-\\d{4}");
        assertThat(reviewing.told(officer, "review-result", number)).isOne();
        assertThat(reviewing.told(officer, "review-renewed", number)).isOne();
        assertThat(reviewing.told("center", "review-closed", number)).isOne();
    }

    @Test
    void the_process_carries_the_number_and_decisions_only() {
        String officer = serving("2026-12-31");
        String number = reviewing.opened(officer, Cause.ANNUAL);
        reviewing.reports(officer, number);
        assertThat(reviewing.variables(number)).containsOnlyKeys("reviewNumber", "proposal");
        assertThat(reviewing.variables(number).get("proposal").toString())
                .contains("\"grade\":\"PASS\"", "\"measure\":\"RENEW\"");
    }

    @Test
    void without_a_report_on_duty_the_review_goes_on_after_five_working_days() {
        String officer = serving("2026-12-31");
        String number = reviewing.opened(officer, Cause.ANNUAL);
        reviewing.timePassesTo(number, "2026-03-09T17:29:00");
        assertThat(reviewing.openTasks(number)).containsExactly("officer-report-duty");
        reviewing.timePassesTo(number, "2026-03-09T17:30:00");
        assertThat(reviewing.openTasks(number)).containsExactly("center-review");
        reviewing.judges(number, "PASS", "RENEW", null);
        assertThat(review(number).outcome()).isEqualTo(Outcome.KEPT);
        assertThat(terms.of(officer)).hasSize(1);
    }

    @Test
    void absences_with_a_good_reason_are_taken_off_and_the_table_is_asked_again() {
        String officer = serving("2026-12-31");
        reviewing.visits(officer, "SENT", 6, "2025-09-10");
        reviewing.visits(officer, "LAPSED", 3, "2025-09-20");
        String number = reviewing.opened(officer, Cause.ANNUAL);
        reviewing.reports(officer, number);
        assertThat(reviewing.visibleTo(number, "center-review"))
                .containsEntry("grade", "FAIL")
                .containsEntry("measure", "DISMISS");

        reviewing.complete(
                "center",
                number,
                "center-review",
                Map.of("review", "RECOUNT", "excused", 2, "excusedReason", "住院，有医院证明"));
        assertThat(reviewing.visibleTo(number, "center-review"))
                .containsEntry("grade", "PASS")
                .containsEntry("measure", "RENEW")
                .containsEntry("excused", 2);
    }

    // ---- praise

    @Test
    void praise_is_decided_by_the_leader_who_may_have_it_looked_at_again() {
        String officer = serving("2026-12-31");
        reviewing.visits(officer, "SENT", 6, "2025-09-10");
        String number = reviewing.opened(officer, Cause.ANNUAL);
        reviewing.reports(officer, number);
        reviewing.judges(number, "EXCELLENT", "COMMEND", "表现突出");
        assertThat(reviewing.told(officer, "review-result", number)).isZero();
        reviewing.sendsBack(number);
        assertThat(reviewing.openTasks(number)).containsExactly("center-review");
        reviewing.judges(number, "EXCELLENT", "COMMEND", "表现突出，出勤已核实");
        reviewing.decides(number, "COMMEND", null);
        assertThat(review(number))
                .extracting(Review::grade, Review::measure, Review::outcome)
                .containsExactly(Grade.EXCELLENT, Measure.COMMEND, Outcome.KEPT);
        assertThat(reviewing.told(officer, "review-result", number)).isOne();
    }

    @Test
    void the_leader_may_decide_otherwise_and_says_why() {
        String officer = serving("2026-12-31");
        String number = reviewing.opened(officer, Cause.BREACH);
        reviewing.reports(officer, number);
        reviewing.judges(number, "FAIL", "DISMISS", "收受好处");
        reviewing.decides(number, "WARN", "情节较轻，且主动说明");
        assertThat(review(number))
                .extracting(Review::measure, Review::reason)
                .containsExactly(Measure.WARN, "情节较轻，且主动说明");
    }

    // ---- objections

    @ParameterizedTest
    @CsvSource({"UPHOLD, DISMISS, ENDED", "SOFTEN, WARN, KEPT", "LIFT, RENEW, KEPT"})
    void whoever_is_to_be_dismissed_may_object_and_the_leader_decides_finally(
            String ruling, Measure measure, Outcome outcome) {
        String officer = serving("2026-12-31");
        String number = reviewing.opened(officer, Cause.BREACH);
        reviewing.reports(officer, number);
        reviewing.judges(number, "FAIL", "DISMISS", "收受好处");
        reviewing.decides(number, "DISMISS", null);
        assertThat(reviewing.told(officer, "review-result-hard", number)).isOne();
        assertThat(terms.isServing(officer)).isTrue();
        assertThat(reviewing.visibleTo(number, "officer-object").get("caseView").toString())
                .contains("不合格", "解聘", "收受好处");

        reviewing.objects(officer, number, "并无此事，有窗口监控为证");
        assertThat(reviewing
                        .visibleTo(number, "leader-decide-objection")
                        .get("caseView")
                        .toString())
                .contains("并无此事");
        reviewing.rules(number, ruling);
        assertThat(review(number)).extracting(Review::measure, Review::outcome).containsExactly(measure, outcome);
        assertThat(reviewing.told(officer, "review-ruling", number)).isOne();
        assertThat(terms.isServing(officer)).isEqualTo(outcome == Outcome.KEPT);
    }

    @Test
    void whoever_does_not_object_within_five_working_days_is_dismissed() {
        String officer = serving("2026-12-31");
        String number = reviewing.opened(officer, Cause.BREACH);
        reviewing.reports(officer, number);
        reviewing.judges(number, "FAIL", "DISMISS", "收受好处");
        reviewing.decides(number, "DISMISS", null);
        reviewing.timePassesTo(number, "2026-03-09T17:30:00");
        assertThat(reviewing.ended(number)).isTrue();
        assertThat(terms.of(officer).get(0))
                .extracting(Term::endedAs, Term::endedOn, Term::reason, Term::review)
                .containsExactly(TermEnd.DISMISSED, LocalDate.parse("2026-03-09"), "收受好处", number);
        assertThat(reviewing.told(officer, "review-ended", number)).isOne();
    }

    @Test
    void an_empty_objection_is_none() {
        String officer = serving("2026-12-31");
        String number = reviewing.opened(officer, Cause.TIE);
        reviewing.reports(officer, number);
        reviewing.judges(number, "PASS", "WARN", "没有及时申报关联");
        reviewing.objects(officer, number, "  ");
        assertThat(review(number))
                .extracting(Review::measure, Review::outcome, Review::objection)
                .containsExactly(Measure.WARN, Outcome.KEPT, null);
    }

    // ---- the term ends meanwhile

    @Test
    void the_leader_is_told_five_working_days_before_and_then_the_term_expires() {
        String officer = serving("2026-03-31");
        String number = reviewing.opened(officer, Cause.TERM);
        reviewing.reports(officer, number);
        reviewing.timePassesTo(number, "2026-03-24T08:59:00");
        assertThat(reviewing.told("leader", "review-term-near", number)).isZero();
        reviewing.timePassesTo(number, "2026-03-24T09:00:00");
        assertThat(reviewing.told("leader", "review-term-near", number)).isOne();
        assertThat(reviewing.openTasks(number)).containsExactly("center-review");

        reviewing.timePassesTo(number, "2026-04-01T00:00:00");
        assertThat(reviewing.ended(number)).isTrue();
        assertThat(review(number).outcome()).isEqualTo(Outcome.EXPIRED);
        assertThat(terms.of(officer).get(0))
                .extracting(Term::endedAs, Term::endedOn)
                .containsExactly(TermEnd.EXPIRED, LocalDate.parse("2026-03-31"));
        assertThat(reviewing.told(officer, "review-expired", number)).isOne();
        assertThat(reviewing.told("center", "review-closed", number)).isOne();
        assertThatThrownBy(() -> reviewing.opened(officer, Cause.BREACH)).hasMessageContaining("没有正在履行的聘期");
    }

    private String serving(String until) {
        return reviewing.officer(OfficerCategory.PUBLIC, "2025-03-01", until);
    }

    private Review review(String number) {
        return reviews.review(number);
    }
}

package org.tiyanguan.review.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.engine.Decisions;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.review.Cause;
import org.tiyanguan.review.Grade;
import org.tiyanguan.review.Measure;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.Reviewing;
import org.tiyanguan.review.Reviews;

/** What is refused in reviews, what the table of grades says, and what counts. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class ReviewRulesTest {

    @Autowired
    Reviewing reviewing;

    @Autowired
    Reviews reviews;

    @Autowired
    Terms terms;

    @Autowired
    Decisions decisions;

    @Autowired
    JdbcClient jdbc;

    // ---- the table

    @ParameterizedTest
    @CsvSource({
        "true, 0, 12, 100, 90, FAIL, DISMISS",
        "false, 3, 12, 95, 90, FAIL, DISMISS",
        "false, 2, 2, 50, 0, NONE, RENEW",
        "false, 2, 3, 59, 90, FAIL, WARN",
        "false, 1, 12, 90, 60, EXCELLENT, COMMEND",
        "false, 1, 12, 90, 59, GOOD, RENEW",
        "false, 1, 12, 75, 30, GOOD, RENEW",
        "false, 1, 12, 74, 30, PASS, RENEW",
        "false, 0, 12, 100, 29, PASS, RENEW"
    })
    void the_table_of_grades(
            boolean breach, int absences, int months, int attendance, int points, String grade, String measure) {
        assertThat(decisions.matches(
                        "officer-grade",
                        Map.of(
                                "breach", breach,
                                "absences", absences,
                                "months", months,
                                "attendance", attendance,
                                "points", points)))
                .containsExactly(Map.of("grade", grade, "measure", measure));
    }

    @Test
    void a_table_that_says_nothing_or_nonsense_stops_no_review() {
        assertThat(Grade.of(null)).isEqualTo(Grade.PASS);
        assertThat(Grade.of("SUPERB")).isEqualTo(Grade.PASS);
        assertThat(Measure.of(7)).isEqualTo(Measure.RENEW);
    }

    // ---- what counts

    @Test
    void points_of_a_month_count_up_to_a_limit() {
        String officer = serving();
        for (int i = 0; i < 5; i++) reviewing.visits(padded(officer, i), "SENT", 1, "2025-10-0" + (i + 1));
        jdbc.sql("update visit set officer = :officer where officer like :padded")
                .param("officer", officer)
                .param("padded", officer + "-%")
                .update();
        String number = reviewing.opened(officer, Cause.ANNUAL);
        assertThat(review(number).points())
                .as("five records of five points in one month")
                .isEqualTo(20);
    }

    @Test
    void what_happens_after_the_review_was_opened_changes_nothing() {
        String officer = serving();
        String number = reviewing.opened(officer, Cause.ANNUAL);
        reviewing.visits(officer, "SENT", 3, "2025-11-10");
        reviewing.reports(officer, number);
        assertThat(review(number).points()).isZero();
    }

    @Test
    void a_period_begins_where_the_last_one_ended() {
        String officer = serving();
        String first = reviewing.opened(officer, Cause.ANNUAL);
        reviewing.reports(officer, first);
        reviewing.judges(first, "PASS", "RENEW", null);
        Reviewing.now("2026-05-06T10:00:00");
        Review second = review(reviewing.opened(officer, Cause.EMPLOYER));
        assertThat(second.periodFrom()).isEqualTo("2026-03-03");
        assertThat(second.months()).isEqualTo(2);
    }

    // ---- refusals

    @Test
    void nobody_has_two_open_reviews() {
        String officer = serving();
        String number = reviewing.opened(officer, Cause.ANNUAL);
        assertThatThrownBy(() -> reviewing.resigned(officer)).hasMessageContaining("已有一件考核正在办理（" + number + "）");
    }

    @Test
    void a_unit_withdraws_nobody_elses_person() {
        String officer = serving();
        jdbc.sql("update officer set unit = 'unit-gsl' where account = :account")
                .param("account", officer)
                .update();
        assertThatThrownBy(() -> reviewing.withdrawn(officer)).hasMessageContaining("本单位推荐");
    }

    @Test
    void whoever_has_left_is_not_reviewed() {
        String officer = reviewing.officer(OfficerCategory.UNIT, "2024-01-01", "2026-03-01");
        assertThatThrownBy(() -> reviewing.opened(officer, Cause.BREACH)).hasMessageContaining("没有正在履行的聘期");
    }

    @ParameterizedTest
    @CsvSource({"FAIL, DISMISS, 警告和解聘必须写明理由", "FAIL, WARN, 警告和解聘必须写明理由", "GOOD, RENEW, 与建议不同的", "PASS, COMMEND, 与建议不同的"
    })
    void what_is_hard_or_not_as_proposed_needs_a_reason(String grade, String measure, String sentence) {
        String officer = serving();
        String number = reviewing.opened(officer, Cause.ANNUAL);
        reviewing.reports(officer, number);
        assertThatThrownBy(() -> reviewing.judges(number, grade, measure, " ")).hasMessageContaining(sentence);
        assertThat(reviewing.openTasks(number)).containsExactly("center-review");
    }

    @Test
    void only_whoever_wishes_it_is_let_go() {
        String officer = serving();
        String number = reviewing.opened(officer, Cause.ANNUAL);
        reviewing.reports(officer, number);
        assertThatThrownBy(() -> reviewing.judges(number, "PASS", "END", "算了")).hasMessageContaining("才能终止聘任");
    }

    @Test
    void a_third_term_needs_a_reason() {
        String officer = serving();
        terms.renew(
                officer,
                "PS-2026-8" + officer.replace("reviewed", ""),
                LocalDate.parse("2027-01-01"),
                LocalDate.parse("2027-12-31"),
                null);
        Reviewing.now("2027-12-06T10:00:00");
        String number = reviewing.opened(officer, Cause.TERM);
        reviewing.reports(officer, number);
        assertThatThrownBy(() -> reviewing.judges(number, "PASS", "RENEW", null))
                .hasMessageContaining("已聘满 2 届");
        reviewing.judges(number, "PASS", "RENEW", "熟悉业务，本类别人选不足");
        assertThat(terms.of(officer)).hasSize(3);
    }

    @Test
    void nobody_decides_on_oneself() {
        String officer = serving();
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) values (:account, 'center')")
                .param("account", officer)
                .update();
        String number = reviewing.opened(officer, Cause.ANNUAL);
        reviewing.reports(officer, number);
        assertThatThrownBy(() -> reviewing.complete(
                        officer, number, "center-review", Reviewing.judgement("PASS", "RENEW", null)))
                .hasMessageContaining("不能考核自己");
    }

    @Test
    void more_absences_than_there_were_cannot_be_excused() {
        String officer = serving();
        String number = reviewing.opened(officer, Cause.ANNUAL);
        reviewing.reports(officer, number);
        Map<String, Object> form = new HashMap<>(Map.of("review", "RECOUNT", "excused", 1, "excusedReason", "生病"));
        assertThatThrownBy(() -> reviewing.complete("center", number, "center-review", form))
                .hasMessageContaining("共缺席 0 次");
    }

    @Test
    void a_fifth_of_a_category_may_be_excellent_and_the_leader_chooses_among_those_who_tie() {
        String one = reviewing.officer(OfficerCategory.SUPERVISOR, "2025-03-01", "2026-12-31");
        String other = reviewing.officer(OfficerCategory.SUPERVISOR, "2025-03-01", "2026-12-31");
        String first = praised(one);
        String second = praised(other);
        reviewing.decides(first, "COMMEND", null);
        assertThatThrownBy(() -> reviewing.decides(second, "COMMEND", null)).hasMessageContaining("优秀名额（1 名）已满");
        reviewing.sendsBack(second);
        assertThatThrownBy(() -> reviewing.judges(second, "EXCELLENT", "RENEW", "表现突出"))
                .hasMessageContaining("优秀名额（1 名）已满");
        reviewing.judges(second, "GOOD", "RENEW", "名额所限");
        assertThat(reviewing.ended(second)).isTrue();
    }

    private String praised(String officer) {
        String number = reviewing.opened(officer, Cause.ANNUAL);
        reviewing.reports(officer, number);
        reviewing.judges(number, "EXCELLENT", "COMMEND", "表现突出");
        return number;
    }

    private static String padded(String officer, int n) {
        return officer + "-" + n;
    }

    private String serving() {
        return reviewing.officer(OfficerCategory.PUBLIC, "2025-03-01", "2026-12-31");
    }

    private Review review(String number) {
        return reviews.review(number);
    }
}

package org.tiyanguan.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.CaseNumbers;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.review.Review.Outcome;
import org.tiyanguan.review.Review.Ruling;

/** The table of reviews. */
@Component
public class Reviews {

    /** What a page of the list asks for; null asks for all. */
    public record Asked(@Nullable Boolean open, @Nullable Cause cause) {}

    private final JdbcClient jdbc;
    private final CaseNumbers numbers;
    private final Clock clock;

    Reviews(JdbcClient jdbc, CaseNumbers numbers, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Returns its number; the database refuses a second open one of the same officer. */
    public String add(
            String account,
            long term,
            Cause cause,
            @Nullable String reason,
            String by,
            LocalDate from,
            LocalDate until) {
        String number = numbers.next("KH", 6);
        jdbc.sql("""
                        insert into officer_review (number, account, term, cause, cause_reason, opened_by, opened_at, opened_for,
                            period_from, period_until)
                        values (:number, :account, :term, :cause, :reason, :by, :now, :account, :from, :until)""")
                .param("number", number)
                .param("account", account)
                .param("term", term)
                .param("cause", cause.name())
                .param("reason", reason)
                .param("by", by)
                .param("now", now())
                .param("from", from)
                .param("until", until)
                .update();
        return number;
    }

    public void freeze(String number, String counts, int points) {
        jdbc.sql("update officer_review set counts = :counts, points = :points where number = :number")
                .param("counts", counts)
                .param("points", points)
                .param("number", number)
                .update();
    }

    public void excuse(String number, int absences, @Nullable String reason) {
        jdbc.sql("update officer_review set excused = :excused, excused_reason = :reason where number = :number")
                .param("excused", absences)
                .param("reason", reason)
                .param("number", number)
                .update();
    }

    public void reportDuty(String number, String report) {
        jdbc.sql("update officer_review set duty_report = :report, duty_reported_at = :now where number = :number")
                .param("report", report)
                .param("now", now())
                .param("number", number)
                .update();
    }

    public void judge(
            String number, Grade grade, Measure measure, @Nullable String reason, @Nullable Integer termMonths) {
        jdbc.sql("""
                        update officer_review set grade = :grade, measure = :measure, reason = :reason, term_months = :months
                        where number = :number""")
                .param("grade", grade.name())
                .param("measure", measure.name())
                .param("reason", reason)
                .param("months", termMonths)
                .param("number", number)
                .update();
    }

    public void decide(String number, Measure measure, @Nullable String reason) {
        jdbc.sql(
                        "update officer_review set measure = :measure, decision_reason = :reason, reason = coalesce(:reason, reason) where number = :number")
                .param("measure", measure.name())
                .param("reason", reason)
                .param("number", number)
                .update();
    }

    public void object(String number, String objection) {
        jdbc.sql("update officer_review set objection = :objection, objected_at = :now where number = :number")
                .param("objection", objection)
                .param("now", now())
                .param("number", number)
                .update();
    }

    public void rule(String number, Ruling ruling, Measure measure, String reason) {
        jdbc.sql(
                        "update officer_review set ruling = :ruling, measure = :measure, ruling_reason = :reason where number = :number")
                .param("ruling", ruling.name())
                .param("measure", measure.name())
                .param("reason", reason)
                .param("number", number)
                .update();
    }

    public void close(String number, Outcome outcome) {
        jdbc.sql("""
                        update officer_review set outcome = :outcome, closed_at = :now, opened_for = null
                        where number = :number""")
                .param("outcome", outcome.name())
                .param("now", now())
                .param("number", number)
                .update();
    }

    /** Whether the officer agrees that the employer gets the appraisal (工作鉴定意见). */
    public void agreeToAppraisal(String number, boolean agreed) {
        jdbc.sql("update officer_review set appraisal_agreed_at = :at where number = :number")
                .param("at", agreed ? now() : null)
                .param("number", number)
                .update();
    }

    public Review review(String number) {
        return find(number).orElseThrow();
    }

    public Optional<Review> find(String number) {
        return jdbc.sql("select * from officer_review where number = :number")
                .param("number", number)
                .query(Review.class)
                .optional();
    }

    public Optional<Review> openOf(String account) {
        return jdbc.sql("select * from officer_review where opened_for = :account")
                .param("account", account)
                .query(Review.class)
                .optional();
    }

    /** The newest first. */
    public List<Review> of(String account) {
        return jdbc.sql("select * from officer_review where account = :account order by opened_at desc, number desc")
                .param("account", account)
                .query(Review.class)
                .list();
    }

    /** The newest first. */
    public List<Review> newest(Asked asked, int most) {
        return jdbc.sql("""
                        select * from officer_review
                        where (:open = '' or (:open = 'true') = (closed_at is null)) and (:cause = '' or cause = :cause)
                        order by opened_at desc, number desc fetch first :most rows only""")
                .param("open", asked.open == null ? "" : asked.open.toString())
                .param("cause", asked.cause == null ? "" : asked.cause.name())
                .param("most", most)
                .query(Review.class)
                .list();
    }

    /**
     * How many officers of the category were given EXCELLENT in reviews of the year, without the review itself: what
     * only the centre proposed is not given yet.
     */
    public int excellent(OfficerCategory category, int year, String without) {
        return jdbc.sql("""
                        select count(distinct r.account) from officer_review r join officer o on o.account = r.account
                        where o.category = :category and r.grade = 'EXCELLENT' and r.number <> :without
                            and r.opened_at >= :from and r.opened_at < :until
                            and (r.closed_at is not null or exists (select 1 from case_history e
                                where e.number = r.number and e.act = 'DECIDE'))""")
                .param("category", category.name())
                .param("without", without)
                .param("from", LocalDate.of(year, 1, 1).atStartOfDay())
                .param("until", LocalDate.of(year + 1, 1, 1).atStartOfDay())
                .query(Integer.class)
                .single();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}

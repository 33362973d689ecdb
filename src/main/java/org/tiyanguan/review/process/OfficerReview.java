package org.tiyanguan.review.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.Moments;
import org.tiyanguan.core.Unseen;
import org.tiyanguan.engine.ForAssignee;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.officer.TermEnd;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.review.Cause;
import org.tiyanguan.review.DutyCounts;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.Review.Outcome;
import org.tiyanguan.review.ReviewSettings;
import org.tiyanguan.review.Reviews;

/** What {@code officer-review.bpmn} calls: one officer's review from the frozen counts to what follows from it. */
@ForModels
@Component("officerReview")
@Transactional
public class OfficerReview {

    private final Reviews reviews;
    private final CaseSteps history;
    private final DutyCounts counts;
    private final ReviewJudgement judgement;
    private final ReviewEffects effects;
    private final ReviewNotices notices;
    private final Terms terms;
    private final ReviewSettings settings;
    private final WorkCalendar calendar;
    private final Clock clock;

    OfficerReview(
            Reviews reviews,
            CaseSteps history,
            DutyCounts counts,
            ReviewJudgement judgement,
            ReviewEffects effects,
            ReviewNotices notices,
            Terms terms,
            ReviewSettings settings,
            WorkCalendar calendar,
            Clock clock) {
        this.reviews = reviews;
        this.history = history;
        this.counts = counts;
        this.judgement = judgement;
        this.effects = effects;
        this.notices = notices;
        this.terms = terms;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    // ---- what was done

    /** Counts what the officer did in the period, and tells whom it concerns that the review has begun. */
    public void freeze(@OwnCase String number) {
        Review review = reviews.review(number);
        counts.freeze(review);
        notices.opened(review, deadline(settings.dutyDays()));
    }

    public boolean needsDutyReport(@OwnCase String number) {
        return !reviews.review(number).cause().isWishedEnd();
    }

    /** The account of whom the review is about. */
    @ForAssignee
    public String officer(@OwnCase String number) {
        return reviews.review(number).account();
    }

    public Date dutyDue() {
        return due(settings.dutyDays());
    }

    /** The report may be left empty. */
    public void reportDuty(@OwnCase String number, @Nullable String report) {
        String text = report == null ? "" : report.strip();
        if (!text.isEmpty()) reviews.reportDuty(number, text);
        history.add(number, text.isEmpty() ? "NO_REPORT" : "REPORT", null);
    }

    // ---- what the table is asked with

    public boolean breach(@OwnCase String number) {
        return reviews.review(number).cause() == Cause.BREACH;
    }

    public int absences(@OwnCase String number) {
        return counts.absences(reviews.review(number));
    }

    public int months(@OwnCase String number) {
        return reviews.review(number).months();
    }

    public int attendance(@OwnCase String number) {
        return counts.attendance(reviews.review(number));
    }

    public int points(@OwnCase String number) {
        return reviews.review(number).points();
    }

    // ---- what the centre proposes

    public Date centerDue() {
        return due(settings.centerDays());
    }

    public int excused(@OwnCase String number) {
        return reviews.review(number).excused();
    }

    /** The grade that the table proposes. */
    public String grade(@Nullable Object proposal) {
        return judgement.grade(proposal).name();
    }

    /** The measure that the table proposes, or the end where the officer or the unit wishes it. */
    public String measure(@OwnCase String number, @Nullable Object proposal) {
        return judgement.measure(reviews.review(number), proposal).name();
    }

    public int usualTermMonths() {
        return settings.termMonths();
    }

    /** The centre has absences excused and the table asked again, or proposes grade and measure. */
    public void review(@OwnCase String number, @Nullable Object proposal, Map<String, Object> form) {
        judgement.review(reviews.review(number), proposal, form);
    }

    // ---- what the leader decides

    public Date leaderDue() {
        return due(settings.leaderDays());
    }

    public String proposedMeasure(@OwnCase String number) {
        return Objects.requireNonNull(reviews.review(number).measure(), "the centre has proposed one")
                .name();
    }

    public void decide(@OwnCase String number, String decision, @Nullable String measure, @Nullable String reason) {
        judgement.decide(reviews.review(number), decision.equals("BACK"), measure, reason);
    }

    public void tellResult(@OwnCase String number) {
        notices.result(reviews.review(number), deadline(settings.objectionDays()));
    }

    // ---- what the officer says to it

    public Date objectionDue() {
        return due(settings.objectionDays());
    }

    /** Whether the officer wrote an objection. */
    public boolean objects(@Nullable String objection) {
        return !Unseen.isAll(objection);
    }

    public void object(@OwnCase String number, @Nullable String objection) {
        if (objects(objection)) {
            reviews.object(number, Objects.requireNonNull(objection).strip());
            history.add(number, "OBJECT", null);
        } else history.add(number, "NO_OBJECTION", null);
    }

    public void rule(@OwnCase String number, String ruling, String reason) {
        judgement.rule(reviews.review(number), Review.Ruling.valueOf(ruling), reason);
    }

    public void tellRuling(@OwnCase String number) {
        notices.ruling(reviews.review(number));
    }

    // ---- the end

    /** Renews or ends the term, as was decided, or lets it go on. */
    public void apply(@OwnCase String number) {
        effects.apply(reviews.review(number));
    }

    /** The start of business some working days before the term's last day. */
    public Date beforeTermEnd(@OwnCase String number) {
        return date(calendar.startOfBusiness(
                calendar.minusWorkdays(effects.term(reviews.review(number)).termUntil(), settings.tellLeaderDays())));
    }

    public void tellLeader(@OwnCase String number) {
        notices.termNear(reviews.review(number), effects.term(reviews.review(number)));
    }

    /** The end of the term's last day. */
    public Date afterTermEnd(@OwnCase String number) {
        return date(effects.term(reviews.review(number)).termUntil().plusDays(1).atStartOfDay());
    }

    /** Nobody decided before the term's last day had passed. */
    public void expire(@OwnCase String number) {
        Review review = reviews.review(number);
        terms.end(review.account(), TermEnd.EXPIRED, effects.term(review).termUntil(), "", number);
        reviews.close(number, Outcome.EXPIRED);
        history.add(number, "EXPIRE", null);
        notices.expired(reviews.review(number));
    }

    private Date due(int workingDays) {
        return date(deadline(workingDays));
    }

    private LocalDateTime deadline(int workingDays) {
        return calendar.deadline(LocalDateTime.now(clock), workingDays);
    }

    private Date date(LocalDateTime time) {
        return Moments.date(time, clock);
    }
}

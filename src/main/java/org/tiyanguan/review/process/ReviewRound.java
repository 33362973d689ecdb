package org.tiyanguan.review.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.engine.AnyCase;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.officer.Term;
import org.tiyanguan.officer.TermEnd;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.review.Cause;
import org.tiyanguan.review.OpeningReviews;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.ReviewSettings;
import org.tiyanguan.review.Reviews;

/**
 * What {@code review-round.bpmn} calls each morning: it opens the reviews that are due, and says of terms that ran out
 * without one that they are over. A morning that was missed is made up for by the next.
 */
@ForModels
@Component("reviewRound")
@Transactional
public class ReviewRound {

    private final OpeningReviews opening;
    private final Reviews reviews;
    private final Terms terms;
    private final ReviewNotices notices;
    private final ReviewSettings settings;
    private final WorkCalendar calendar;
    private final Clock clock;

    ReviewRound(
            OpeningReviews opening,
            Reviews reviews,
            Terms terms,
            ReviewNotices notices,
            ReviewSettings settings,
            WorkCalendar calendar,
            Clock clock) {
        this.opening = opening;
        this.reviews = reviews;
        this.terms = terms;
        this.notices = notices;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The terms that ran out, and nobody said so yet. */
    @Transactional(readOnly = true)
    public List<Long> overTerms() {
        return terms.over().stream()
                .filter(term -> reviews.openOf(term.account()).isEmpty())
                .map(Term::id)
                .toList();
    }

    /** Says that the term is over, and tells its officer unless a renewal goes on. */
    public void expire(@AnyCase long id) {
        terms.over().stream().filter(term -> term.id() == id).findFirst().ifPresent(term -> {
            terms.end(term.account(), TermEnd.EXPIRED, term.termUntil(), "", null);
            if (!terms.isServing(term.account())) notices.expired(term.account());
        });
    }

    /** The running terms whose officers are to be reviewed. */
    @Transactional(readOnly = true)
    public List<Long> dueTerms() {
        return terms.running().stream()
                .filter(term -> cause(term).isPresent())
                .map(Term::id)
                .toList();
    }

    /** Opens the review, unless it is not due any more. */
    public void open(@AnyCase long id) {
        terms.running().stream()
                .filter(term -> term.id() == id)
                .findFirst()
                .ifPresent(term -> cause(term).ifPresent(cause -> opening.byCalendar(term.account(), cause)));
    }

    /** Why the officer is to be reviewed now; empty if not. */
    private Optional<Cause> cause(Term term) {
        List<Review> all = reviews.of(term.account());
        if (all.stream().anyMatch(Review::isOpen)) return Optional.empty();
        LocalDate today = LocalDate.now(clock);
        boolean ends = !today.isBefore(term.termUntil().minusDays(settings.beforeEnd()))
                && terms.of(term.account()).stream()
                        .noneMatch(other -> other.termFrom().isAfter(term.termUntil()));
        if (ends && all.stream().noneMatch(review -> review.term() == term.id() && review.cause() == Cause.TERM))
            return Optional.of(Cause.TERM);
        boolean yearly = !ends
                && !today.isBefore(firstWorkdayOfDecember(today.getYear()))
                && all.stream()
                        .noneMatch(review -> review.cause() == Cause.ANNUAL
                                && review.openedAt().getYear() == today.getYear());
        return yearly ? Optional.of(Cause.ANNUAL) : Optional.empty();
    }

    private LocalDate firstWorkdayOfDecember(int year) {
        return calendar.plusWorkdays(LocalDate.of(year, Month.NOVEMBER, 30), 1);
    }
}

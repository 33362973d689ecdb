package org.tiyanguan.review.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.CaseNumbers;
import org.tiyanguan.officer.Term;
import org.tiyanguan.officer.TermEnd;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.review.Cause;
import org.tiyanguan.review.Measure;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.Review.Outcome;
import org.tiyanguan.review.ReviewSettings;
import org.tiyanguan.review.Reviews;

/** What follows from a decided review: a further term, the end of the term, or that it goes on. */
@Component
class ReviewEffects {

    private final Reviews reviews;
    private final CaseSteps history;
    private final Terms terms;
    private final CaseNumbers numbers;
    private final ReviewNotices notices;
    private final ReviewSettings settings;
    private final Clock clock;

    ReviewEffects(
            Reviews reviews,
            CaseSteps history,
            Terms terms,
            CaseNumbers numbers,
            ReviewNotices notices,
            ReviewSettings settings,
            Clock clock) {
        this.reviews = reviews;
        this.history = history;
        this.terms = terms;
        this.numbers = numbers;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    /** The term in which the review was opened. */
    Term term(Review review) {
        return terms.of(review.account()).stream()
                .filter(term -> term.id() == review.term())
                .findFirst()
                .orElseThrow();
    }

    void apply(Review review) {
        Measure measure = Objects.requireNonNull(review.measure(), "it is decided");
        if (measure.endsTheTerm()) end(review, measure);
        else if (review.cause() == Cause.TERM) renew(review);
        else {
            reviews.close(review.number(), Outcome.KEPT);
            history.add(review.number(), "KEEP", null);
        }
        notices.closed(reviews.review(review.number()));
    }

    private void renew(Review review) {
        LocalDate from = terms.renewalFrom(review.account());
        int months = review.termMonths() == null ? settings.termMonths() : review.termMonths();
        Term term = terms.renew(
                review.account(),
                numbers.next("PS", 4),
                from,
                from.plusMonths(months).minusDays(1),
                review.number());
        reviews.close(review.number(), Outcome.RENEWED);
        history.add(review.number(), "RENEW", term.letter());
        notices.renewed(review, term);
    }

    private void end(Review review, Measure measure) {
        TermEnd as = measure == Measure.DISMISS
                ? TermEnd.DISMISSED
                : review.cause() == Cause.UNIT ? TermEnd.UNIT : TermEnd.RESIGNED;
        String reason =
                review.reason() != null ? review.reason() : Objects.requireNonNullElse(review.causeReason(), "");
        terms.end(review.account(), as, LocalDate.now(clock), reason, review.number());
        reviews.close(review.number(), Outcome.ENDED);
        history.add(review.number(), "END", null);
        notices.ended(review);
    }
}

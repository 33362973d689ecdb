package org.tiyanguan.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.officer.Term;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.review.ReviewDiagram.Message;
import org.tiyanguan.review.ReviewDiagram.Variable;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** Opens reviews: by the calendar, by the centre, by the officer who resigns, by the unit that withdraws its person. */
@Component
@Transactional
public class OpeningReviews {

    /** What the centre may open a review for. */
    public static final List<Cause> BY_CENTER = List.of(Cause.BREACH, Cause.EMPLOYER, Cause.TIE);

    private static final int LONGEST_REASON = 500;

    private final Reviews reviews;
    private final CaseSteps history;
    private final Officers officers;
    private final Terms terms;
    private final CaseMessages cases;
    private final CurrentUser user;
    private final ReviewTexts texts;
    private final Clock clock;

    OpeningReviews(
            Reviews reviews,
            CaseSteps history,
            Officers officers,
            Terms terms,
            CaseMessages cases,
            CurrentUser user,
            ReviewTexts texts,
            Clock clock) {
        this.reviews = reviews;
        this.history = history;
        this.officers = officers;
        this.terms = terms;
        this.cases = cases;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
    }

    /** The centre has one opened; returns its number. */
    public String byCenter(String account, Cause cause, String reason) {
        if (!BY_CENTER.contains(cause)) throw texts.refusal("cause", "cause");
        return open(account, cause, texts.length("reason", reason, 2, LONGEST_REASON));
    }

    /** The officer resigns; returns its number. */
    public String resign(String account, String reason) {
        return open(account, Cause.RESIGNED, texts.length("reason", reason, 2, LONGEST_REASON));
    }

    /** A unit of the current user withdraws the officer whom it recommended; returns its number. */
    public String withdraw(String account, String reason) {
        String unit = officers.withAccount(account).map(Officer::unit).orElse(null);
        if (unit == null || !Roles.isUnit(unit) || !user.is(unit)) throw texts.refusal(null, "other-unit");
        return open(account, Cause.UNIT, texts.length("reason", reason, 2, LONGEST_REASON));
    }

    /** Returns its number. */
    public String byCalendar(String account, Cause cause) {
        return open(account, cause, null);
    }

    private String open(String account, Cause cause, @Nullable String reason) {
        Term term = terms.running(account).orElseThrow(() -> texts.refusal(null, "no-term"));
        reviews.openOf(account).ifPresent(other -> {
            throw texts.refusal(null, "open", other.number());
        });
        String number;
        try {
            number = reviews.add(
                    account, term.id(), cause, reason, user.id().orElse("system"), periodFrom(account, term), today());
        } catch (DuplicateKeyException e) {
            // Somebody else was a moment faster.
            throw texts.refusal(null, "open-now");
        }
        history.add(number, "OPEN", reason);
        cases.startWith(Message.REVIEW_OPENED, number, Map.of(Variable.REVIEW_NUMBER, number));
        return number;
    }

    /** The day after the last review's period, or the term's first. */
    private LocalDate periodFrom(String account, Term term) {
        LocalDate first = reviews.of(account).stream()
                .filter(review -> !review.isOpen())
                .map(review -> review.periodUntil().plusDays(1))
                .filter(day -> day.isAfter(term.termFrom()))
                .findFirst()
                .orElse(term.termFrom());
        return first.isAfter(today()) ? today() : first;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

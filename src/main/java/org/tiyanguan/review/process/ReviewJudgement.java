package org.tiyanguan.review.process;

import static org.tiyanguan.core.FormValues.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.Unseen;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.review.Cause;
import org.tiyanguan.review.DutyCounts;
import org.tiyanguan.review.Grade;
import org.tiyanguan.review.Measure;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.Review.Ruling;
import org.tiyanguan.review.ReviewSettings;
import org.tiyanguan.review.ReviewTexts;
import org.tiyanguan.review.Reviews;
import org.tiyanguan.security.CurrentUser;

/** What centre and leader decide about an officer, within the rules of the house. */
@Component
class ReviewJudgement {

    private final Reviews reviews;
    private final CaseSteps history;
    private final DutyCounts counts;
    private final Officers officers;
    private final Terms terms;
    private final CurrentUser user;
    private final ReviewSettings settings;
    private final ReviewTexts texts;
    private final ObjectMapper json;

    ReviewJudgement(
            Reviews reviews,
            CaseSteps history,
            DutyCounts counts,
            Officers officers,
            Terms terms,
            CurrentUser user,
            ReviewSettings settings,
            ReviewTexts texts,
            ObjectMapper json) {
        this.reviews = reviews;
        this.history = history;
        this.counts = counts;
        this.officers = officers;
        this.terms = terms;
        this.user = user;
        this.settings = settings;
        this.texts = texts;
        this.json = json;
    }

    Grade grade(@Nullable Object proposal) {
        return Grade.of(said(proposal, "grade"));
    }

    Measure measure(Review review, @Nullable Object proposal) {
        if (review.cause().isWishedEnd()) return Measure.END;
        Measure proposed = Measure.of(said(proposal, "measure"));
        // Nobody wished it.
        return proposed == Measure.END ? Measure.RENEW : proposed;
    }

    void review(Review review, @Nullable Object proposal, Map<String, Object> form) {
        notAboutOneself(review);
        if ("RECOUNT".equals(form.get("review"))) recount(review, form);
        else propose(review, proposal, form);
    }

    private void recount(Review review, Map<String, Object> form) {
        int excused = number(form, "excused");
        int all = counts.absences(review) + review.excused();
        if (excused > all) throw texts.refusal("excused", "excused", all);
        String reason = text(form, "excusedReason");
        if (excused > 0 && reason == null) throw texts.refusal("excusedReason", "excused-reason");
        reviews.excuse(review.number(), excused, reason);
        history.add(review.number(), "EXCUSE", texts.of("excused", excused, reason == null ? "" : reason));
    }

    private void propose(Review review, @Nullable Object proposal, Map<String, Object> form) {
        Grade grade = Grade.valueOf(String.valueOf(form.get("grade")));
        Measure measure = Measure.valueOf(String.valueOf(form.get("measure")));
        String reason = text(form, "reason");
        if (measure == Measure.END && !review.cause().isWishedEnd()) throw texts.refusal("measure", "end");
        boolean asProposed = grade == grade(proposal) && measure == measure(review, proposal);
        if (reason == null && measure.isHard()) throw texts.refusal("reason", "reason.hard");
        if (reason == null && !asProposed) throw texts.refusal("reason", "reason.other");
        if (review.cause() == Cause.TERM
                && !measure.endsTheTerm()
                && reason == null
                && terms.of(review.account()).size() >= settings.mostTerms())
            throw texts.refusal("reason", "reason.terms", settings.mostTerms());
        // Officers tie for the last places; whom they go to is the leader's to say.
        if (grade == Grade.EXCELLENT && measure != Measure.COMMEND && !hasPlace(review))
            throw texts.refusal("grade", "places.center", places(review));
        reviews.judge(
                review.number(),
                grade,
                measure,
                reason,
                review.cause() == Cause.TERM && !measure.endsTheTerm() ? number(form, "termMonths") : null);
        history.add(
                review.number(),
                "REVIEW",
                texts.of("judged", texts.label("grade", grade), texts.label("measure", measure)));
    }

    /** @param said the measure, which nobody is asked for who sends it back */
    void decide(Review review, boolean back, @Nullable String said, @Nullable String reason) {
        notAboutOneself(review);
        String why = Unseen.isAll(reason) ? null : reason.strip();
        if (back) {
            if (why == null) throw texts.refusal("decisionReason", "reason.back");
            history.add(review.number(), "BACK", why);
            return;
        }
        Measure measure = Measure.valueOf(String.valueOf(said));
        if (measure == Measure.END && !review.cause().isWishedEnd()) throw texts.refusal("measure", "end");
        if (why == null && measure != review.measure()) throw texts.refusal("decisionReason", "reason.other");
        if (review.grade() == Grade.EXCELLENT && !hasPlace(review))
            throw texts.refusal("decision", "places.leader", places(review));
        reviews.decide(review.number(), measure, why);
        history.add(review.number(), "DECIDE", texts.label("measure", measure));
    }

    void rule(Review review, Ruling ruling, String reason) {
        notAboutOneself(review);
        Measure before = Objects.requireNonNull(review.measure(), "only a measure is objected to");
        Measure after = switch (ruling) {
            case UPHOLD -> before;
            case SOFTEN -> before == Measure.DISMISS ? Measure.WARN : Measure.RENEW;
            case LIFT -> Measure.RENEW;
        };
        reviews.rule(review.number(), ruling, after, reason.strip());
        history.add(review.number(), "RULE", texts.label("ruling", ruling));
    }

    /** How many of the category's officers in office may be EXCELLENT in a year; one at least. */
    int places(Review review) {
        OfficerCategory category = category(review);
        long serving = officers.inOffice(review.periodUntil(), review.periodUntil()).stream()
                .flatMap(account -> officers.withAccount(account).stream())
                .filter(officer -> officer.category() == category)
                .count();
        return Math.max(1, (int) (serving * settings.excellentPercent() / 100));
    }

    int given(Review review) {
        return reviews.excellent(category(review), review.openedAt().getYear(), review.number());
    }

    private boolean hasPlace(Review review) {
        return given(review) < places(review);
    }

    private OfficerCategory category(Review review) {
        return officers.withAccount(review.account()).orElseThrow().category();
    }

    private void notAboutOneself(Review review) {
        if (user.id().filter(review.account()::equals).isPresent()) throw texts.refusal(null, "oneself");
    }

    /** What the table says, of which the engine keeps the text as JSON; null where it says nothing. */
    private @Nullable String said(@Nullable Object proposal, String output) {
        if (proposal == null) return null;
        try {
            return json.readTree(proposal.toString()).path(output).asText(null);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static int number(Map<String, Object> form, String key) {
        return form.get(key) instanceof Number number ? number.intValue() : 0;
    }
}

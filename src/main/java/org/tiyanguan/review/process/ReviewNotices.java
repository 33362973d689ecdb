package org.tiyanguan.review.process;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.officer.Term;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.ReviewTexts;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Who is told what about a review. A unit hears that its person has left office, and never why. */
@Component
class ReviewNotices {

    private final Notices notices;
    private final Officers officers;
    private final People people;
    private final ReviewTexts texts;

    ReviewNotices(Notices notices, Officers officers, People people, ReviewTexts texts) {
        this.notices = notices;
        this.officers = officers;
        this.people = people;
        this.texts = texts;
    }

    /** @param reportBy until when the officer may report on duty */
    void opened(Review review, LocalDateTime reportBy) {
        if (review.cause().isWishedEnd()) {
            notices.toGroup(Roles.CENTER, "review-wished", review.number(), named(review, review.causeReason()));
            return;
        }
        Map<String, String> facts = facts(review, review.causeReason());
        facts.put("due", texts.time(reportBy));
        notices.toUser(review.account(), "review-opened", review.number(), facts);
    }

    /** @param objectBy until when the officer may object, where that is possible */
    void result(Review review, LocalDateTime objectBy) {
        Map<String, String> facts = facts(review, review.reason());
        facts.put("grade", texts.label("grade", review.grade()));
        facts.put("measure", texts.label("measure", review.measure()));
        boolean hard = Objects.requireNonNull(review.measure()).isHard();
        if (hard) facts.put("due", texts.time(objectBy));
        notices.toUser(review.account(), hard ? "review-result-hard" : "review-result", review.number(), facts);
    }

    void ruling(Review review) {
        Map<String, String> facts = facts(review, review.rulingReason());
        facts.put("ruling", texts.label("ruling", review.ruling()));
        facts.put("measure", texts.label("measure", review.measure()));
        notices.toUser(review.account(), "review-ruling", review.number(), facts);
    }

    void renewed(Review review, Term term) {
        Map<String, String> facts = facts(review, null);
        facts.put("letter", term.letter());
        facts.put("term", texts.of("term", term.termFrom(), term.termUntil()));
        notices.toUser(review.account(), "review-renewed", review.number(), facts);
    }

    void ended(Review review) {
        notices.toUser(review.account(), "review-ended", review.number(), facts(review, review.reason()));
        tellUnit(review);
    }

    void closed(Review review) {
        Map<String, String> facts = named(review, null);
        facts.put("grade", texts.label("grade", review.grade()));
        facts.put("outcome", texts.label("outcome", review.outcome()));
        notices.toGroup(Roles.CENTER, "review-closed", review.number(), facts);
    }

    void termNear(Review review, Term term) {
        Map<String, String> facts = named(review, null);
        facts.put("lastDay", term.termUntil().toString());
        notices.toGroup(Roles.LEADER, "review-term-near", review.number(), facts);
    }

    void expired(Review review) {
        notices.toUser(review.account(), "review-expired", review.number(), facts(review, null));
        closed(review);
        tellUnit(review);
    }

    /** As for a term that ran out without a review. */
    void expired(String account) {
        notices.toUser(account, "review-expired", null, new LinkedHashMap<>());
        tellUnit(account);
    }

    private void tellUnit(Review review) {
        tellUnit(review.account());
    }

    private void tellUnit(String account) {
        officers.withAccount(account)
                .map(Officer::unit)
                .ifPresent(
                        unit -> notices.toGroup(unit, "officer-left", null, Map.of("officer", people.nameOf(account))));
    }

    private Map<String, String> named(Review review, @Nullable String reason) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("officer", people.nameOf(review.account()));
        facts.putAll(facts(review, reason));
        return facts;
    }

    private Map<String, String> facts(Review review, @Nullable String reason) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cause", texts.label("cause", review.cause()));
        facts.put("period", texts.of("term", review.periodFrom(), review.periodUntil()));
        if (reason != null) facts.put("reason", reason);
        return facts;
    }
}

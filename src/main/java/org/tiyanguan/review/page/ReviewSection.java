package org.tiyanguan.review.page;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tiyanguan.officer.OfficerSections;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.ReviewTexts;
import org.tiyanguan.review.Reviews;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** The reviews in an officer's file, and where the centre opens one. */
@Component
class ReviewSection implements OfficerSections {

    private final Reviews reviews;
    private final Terms terms;
    private final CurrentUser user;
    private final ReviewTexts texts;

    ReviewSection(Reviews reviews, Terms terms, CurrentUser user, ReviewTexts texts) {
        this.reviews = reviews;
        this.terms = terms;
        this.user = user;
        this.texts = texts;
    }

    @Override
    public List<Section> of(String account) {
        List<Row> rows = new ArrayList<>();
        reviews.of(account)
                .forEach(review -> rows.add(new Row(review.number(), "/reviews/" + review.number(), line(review))));
        if (user.is(Roles.CENTER)
                && reviews.openOf(account).isEmpty()
                && terms.running(account).isPresent())
            rows.add(new Row(texts.of("open"), "/reviews/new?officer=" + account, texts.of("open.when")));
        return List.of(new Section(texts.of("heading"), 30, rows));
    }

    private String line(Review review) {
        String cause = texts.label("cause", review.cause());
        if (review.isOpen()) return texts.of("line.open", cause);
        String outcome = texts.label("outcome", review.outcome());
        return review.grade() == null
                ? texts.of("line.closed", cause, outcome)
                : texts.of("line.graded", cause, texts.label("grade", review.grade()), outcome);
    }
}

package org.tiyanguan.review.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.review.ReviewTexts;
import org.tiyanguan.review.Reviews;
import org.tiyanguan.security.People;
import org.tiyanguan.web.CaseCards;

/** Why there is a review, and of whom. */
@Component
class ReviewCards implements CaseCards {

    private final Reviews reviews;
    private final People people;
    private final ReviewTexts texts;

    ReviewCards(Reviews reviews, People people, ReviewTexts texts) {
        this.reviews = reviews;
        this.people = people;
        this.texts = texts;
    }

    @Override
    public Optional<CaseCard> of(CaseTask task) {
        return Optional.ofNullable(task.number())
                .flatMap(reviews::find)
                .map(one -> new CaseCard(
                        one.number(), texts.label("cause", one.cause()), people.nameOf(one.account()), null));
    }
}

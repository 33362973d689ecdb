package org.tiyanguan.review.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.colleague.Cooperation;
import org.tiyanguan.colleague.CooperationNotices;
import org.tiyanguan.review.ReviewDiagram;
import org.tiyanguan.review.ReviewTexts;
import org.tiyanguan.review.Reviews;

/**
 * What colleagues do about the centre's and the leader's tasks of a review stands in its history; whom it concerns is
 * told.
 */
@Component
@Transactional
class ReviewColleagues {

    private final Reviews reviews;
    private final CaseSteps history;
    private final CooperationNotices notices;
    private final ReviewTexts texts;

    ReviewColleagues(Reviews reviews, CaseSteps history, CooperationNotices notices, ReviewTexts texts) {
        this.reviews = reviews;
        this.history = history;
        this.notices = notices;
        this.texts = texts;
    }

    @EventListener
    void on(Cooperation act) {
        String number = act.task().number();
        if (number == null || !act.task().process().equals(ReviewDiagram.KEY)) return;
        history.add(number, act);
        notices.tell(act, texts.label("cause", reviews.review(number).cause()));
    }
}

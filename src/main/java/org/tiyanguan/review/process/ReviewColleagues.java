package org.tiyanguan.review.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tiyanguan.colleague.Cooperation;
import org.tiyanguan.colleague.CooperationNotices;
import org.tiyanguan.review.ReviewDiagram;
import org.tiyanguan.review.ReviewTexts;
import org.tiyanguan.review.Reviews;

/** Tells colleagues what the others do about the centre's and the leader's tasks of a review. */
@Component
class ReviewColleagues {

    private final Reviews reviews;
    private final CooperationNotices notices;
    private final ReviewTexts texts;

    ReviewColleagues(Reviews reviews, CooperationNotices notices, ReviewTexts texts) {
        this.reviews = reviews;
        this.notices = notices;
        this.texts = texts;
    }

    @EventListener
    void on(Cooperation act) {
        String number = act.task().number();
        if (number != null && act.task().process().equals(ReviewDiagram.KEY))
            notices.tell(act, texts.label("cause", reviews.review(number).cause()));
    }
}

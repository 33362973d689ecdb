package org.tiyanguan.review.page;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.ReviewDiagram;
import org.tiyanguan.review.ReviewDiagram.Task;
import org.tiyanguan.review.ReviewDiagram.Variable;
import org.tiyanguan.review.ReviewTexts;
import org.tiyanguan.review.Reviews;
import org.tiyanguan.security.CurrentUser;

/** What officers do about their own reviews. */
@Component
@Transactional
class OwnReviewActs {

    private final Reviews reviews;
    private final CaseTasks tasks;
    private final CurrentUser user;
    private final ReviewTexts texts;

    OwnReviewActs(Reviews reviews, CaseTasks tasks, CurrentUser user, ReviewTexts texts) {
        this.reviews = reviews;
        this.tasks = tasks;
        this.user = user;
        this.texts = texts;
    }

    /** The current user's review of that number; nobody learns of others'. */
    Review own(String number) {
        String me = user.id().orElseThrow();
        return reviews.find(number)
                .filter(review -> review.account().equals(me))
                .orElseThrow(NotFound::new);
    }

    /** What the current user has to do in the review. */
    Optional<CaseTask> task(String number) {
        String me = user.id().orElseThrow();
        return tasks.of(ReviewDiagram.KEY, number).stream()
                .filter(task -> me.equals(task.assignee()))
                .findFirst();
    }

    void reportDuty(String number, String report) {
        complete(number, Task.OFFICER_REPORT_DUTY, Variable.DUTY_REPORT, report);
    }

    void object(String number, String objection) {
        complete(number, Task.OFFICER_OBJECT, Variable.OBJECTION, objection);
    }

    /** Whether the employer may have the appraisal; until it has been handed out, that may be taken back. */
    void agreeToAppraisal(String number, boolean agreed) {
        if (own(number).isOpen()) throw texts.refusal(null, "not-closed");
        reviews.agreeToAppraisal(number, agreed);
    }

    private void complete(String number, String step, String field, String text) {
        own(number);
        CaseTask task =
                task(number).filter(open -> open.key().equals(step)).orElseThrow(() -> texts.refusal(null, "over"));
        tasks.complete(task.id(), Map.of(field, text));
    }
}

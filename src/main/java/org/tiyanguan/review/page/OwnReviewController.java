package org.tiyanguan.review.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.Download;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.review.DutyCounts;
import org.tiyanguan.review.OpeningReviews;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.ReviewDiagram.Task;
import org.tiyanguan.review.ReviewTexts;
import org.tiyanguan.review.Reviews;
import org.tiyanguan.review.page.ReviewPapers.Paper;
import org.tiyanguan.security.CurrentUser;

/** An officer's own reviews: the report on duty, the result and why, an objection, papers; resigning. */
@Controller
class OwnReviewController {

    private final Reviews reviews;
    private final OpeningReviews opening;
    private final ReviewPapers papers;
    private final DutyCounts counts;
    private final Terms terms;
    private final OwnReviewActs acts;
    private final CurrentUser user;
    private final ReviewTexts texts;

    OwnReviewController(
            Reviews reviews,
            OpeningReviews opening,
            ReviewPapers papers,
            DutyCounts counts,
            Terms terms,
            OwnReviewActs acts,
            CurrentUser user,
            ReviewTexts texts) {
        this.reviews = reviews;
        this.opening = opening;
        this.papers = papers;
        this.counts = counts;
        this.terms = terms;
        this.acts = acts;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping("/officer/reviews")
    ModelAndView list() {
        return list(Map.of(), "");
    }

    /** Resigns. */
    @PostMapping("/officer/reviews")
    ModelAndView resign(@RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        try {
            String number = opening.resign(me(), reason);
            next.addFlashAttribute("done", texts.of("resigned", number));
            return new ModelAndView("redirect:/officer/reviews/" + number);
        } catch (Refusal refusal) {
            return refused(list(refusal.byField(), reason));
        }
    }

    @GetMapping("/officer/reviews/{number}")
    ModelAndView one(@PathVariable String number) {
        return page(own(number), Map.of(), "");
    }

    @PostMapping("/officer/reviews/{number}/duty-report")
    ModelAndView reportDuty(
            @PathVariable String number, @RequestParam(defaultValue = "") String dutyReport, RedirectAttributes next) {
        return act(number, dutyReport, () -> acts.reportDuty(number, dutyReport), "duty-reported", next);
    }

    @PostMapping("/officer/reviews/{number}/objection")
    ModelAndView object(
            @PathVariable String number, @RequestParam(defaultValue = "") String objection, RedirectAttributes next) {
        String done = objection.isBlank() ? "not-objected" : "objected";
        return act(number, objection, () -> acts.object(number, objection), done, next);
    }

    @PostMapping("/officer/reviews/{number}/appraisal")
    ModelAndView agree(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean agreed,
            RedirectAttributes next) {
        String done = agreed ? "appraisal.agreed" : "appraisal.withdrawn";
        return act(number, "", () -> acts.agreeToAppraisal(number, agreed), done, next);
    }

    @GetMapping("/officer/reviews/{number}/{paper}.docx")
    ResponseEntity<byte[]> paper(@PathVariable String number, @PathVariable String paper) {
        Review review = own(number);
        Paper asked =
                Paper.of(paper).filter(papers.forOfficer(review)::contains).orElseThrow(NotFound::new);
        return Download.word(papers.print(review, asked), texts.of("paper." + asked) + " " + number + ".docx");
    }

    private ModelAndView act(String number, String typed, Runnable act, String done, RedirectAttributes next) {
        try {
            act.run();
            next.addFlashAttribute("done", texts.of(done));
            return new ModelAndView("redirect:/officer/reviews/" + number);
        } catch (Refusal refusal) {
            return refused(page(own(number), refusal.byField(), typed));
        }
    }

    private ModelAndView list(Map<String, String> faults, String reason) {
        String me = me();
        return new ModelAndView("review/own-list")
                .addObject("reviews", reviews.of(me))
                .addObject("term", terms.running(me).orElse(null))
                .addObject("open", reviews.openOf(me).orElse(null))
                .addObject("reason", reason)
                .addObject("faults", faults);
    }

    private ModelAndView page(Review review, Map<String, String> faults, String typed) {
        CaseTask task = acts.task(review.number()).orElse(null);
        return new ModelAndView("review/own")
                .addObject("review", review)
                .addObject("figures", counts.named(review))
                .addObject("attendance", counts.attendance(review))
                .addObject("task", task)
                .addObject("reports", task != null && task.key().equals(Task.OFFICER_REPORT_DUTY))
                .addObject("objects", task != null && task.key().equals(Task.OFFICER_OBJECT))
                .addObject("told", isTold(review, task))
                .addObject("papers", papers.forOfficer(review))
                .addObject("typed", typed)
                .addObject("faults", faults);
    }

    /** The result is the officer's to know once it is decided. */
    private static boolean isTold(Review review, @Nullable CaseTask task) {
        return !review.isOpen()
                || review.objectedAt() != null
                || (task != null && task.key().equals(Task.OFFICER_OBJECT));
    }

    private Review own(String number) {
        return acts.own(number);
    }

    private String me() {
        return user.id().orElseThrow();
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }
}

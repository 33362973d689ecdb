package org.tiyanguan.review.page;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tiyanguan.audit.AuditKind;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.Download;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.review.Cause;
import org.tiyanguan.review.DutyCounts;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.ReviewTexts;
import org.tiyanguan.review.Reviews;
import org.tiyanguan.review.Reviews.Asked;
import org.tiyanguan.review.page.ReviewPapers.Paper;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Reviews for centre and leader. Each look at a whole review is logged. */
@Controller
class ReviewController {

    private static final int MOST = 200;

    private final Reviews reviews;
    private final CaseSteps history;
    private final ReviewPapers papers;
    private final DutyCounts counts;
    private final CaseTasks tasks;
    private final People people;
    private final CurrentUser user;
    private final AuditLog audit;
    private final ReviewTexts texts;

    ReviewController(
            Reviews reviews,
            CaseSteps history,
            ReviewPapers papers,
            DutyCounts counts,
            CaseTasks tasks,
            People people,
            CurrentUser user,
            AuditLog audit,
            ReviewTexts texts) {
        this.reviews = reviews;
        this.history = history;
        this.papers = papers;
        this.counts = counts;
        this.tasks = tasks;
        this.people = people;
        this.user = user;
        this.audit = audit;
        this.texts = texts;
    }

    @GetMapping("/reviews")
    String list(
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable Cause cause,
            Model model) {
        List<Review> found = reviews.newest(new Asked(open, cause), MOST);
        model.addAttribute("reviews", found);
        model.addAttribute(
                "names",
                found.stream().map(Review::account).distinct().collect(Collectors.toMap(a -> a, people::nameOf)));
        model.addAttribute("open", open);
        model.addAttribute("cause", cause);
        model.addAttribute("causes", Cause.values());
        return "review/list";
    }

    @GetMapping("/reviews/{number}")
    String one(@PathVariable String number, Model model) {
        Review review = review(number);
        hasRead(number);
        model.addAttribute("review", review);
        model.addAttribute("name", people.nameOf(review.account()));
        model.addAttribute("opener", people.nameOf(review.openedBy()));
        model.addAttribute("figures", counts.named(review));
        model.addAttribute("attendance", counts.attendance(review));
        model.addAttribute("absences", counts.absences(review));
        model.addAttribute("history", history.of(number));
        model.addAttribute("papers", papers.forStaff(review));
        model.addAttribute(
                "task",
                user.id()
                        .flatMap(id -> tasks.mostUrgentOf(number, id, user.groups()))
                        .orElse(null));
        return "review/review";
    }

    /** Links in mails lead here, and on: the officer to the own page, others to their task or the review. */
    @GetMapping("/reviews/{number}/task")
    String toTask(@PathVariable String number) {
        boolean own = reviews.find(number)
                .filter(review -> user.id().filter(review.account()::equals).isPresent())
                .isPresent();
        if (own && user.is(Roles.OFFICER)) return "redirect:/officer/reviews/{number}";
        return user.id()
                .filter(id -> user.seesEverything())
                .flatMap(id -> tasks.mostUrgentOf(number, id, user.groups()))
                .map(task -> "redirect:/camunda/app/tasklist/default/#/?task=" + task)
                .orElse(
                        user.seesEverything() && reviews.find(number).isPresent()
                                ? "redirect:/reviews/{number}"
                                : "redirect:/");
    }

    @GetMapping("/reviews/{number}/{paper}.docx")
    ResponseEntity<byte[]> paper(@PathVariable String number, @PathVariable String paper) {
        Review review = review(number);
        Paper asked = Paper.of(paper).filter(papers.forStaff(review)::contains).orElseThrow(NotFound::new);
        hasRead(number);
        return Download.word(papers.print(review, asked), texts.of("paper." + asked) + " " + number + ".docx");
    }

    private Review review(String number) {
        return reviews.find(number).orElseThrow(NotFound::new);
    }

    private void hasRead(String number) {
        audit.record(AuditKind.PERSONAL, texts.of("read", number));
    }
}

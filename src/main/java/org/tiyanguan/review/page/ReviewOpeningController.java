package org.tiyanguan.review.page;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.review.Cause;
import org.tiyanguan.review.OpeningReviews;
import org.tiyanguan.review.ReviewTexts;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Where the centre opens a review by hand, and a unit withdraws an officer whom it recommended. */
@Controller
class ReviewOpeningController {

    private final OpeningReviews opening;
    private final Officers officers;
    private final People people;
    private final CurrentUser user;
    private final ReviewTexts texts;

    ReviewOpeningController(
            OpeningReviews opening, Officers officers, People people, CurrentUser user, ReviewTexts texts) {
        this.opening = opening;
        this.officers = officers;
        this.people = people;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping("/reviews/new")
    ModelAndView form(@RequestParam(defaultValue = "") String officer) {
        return form(officer, "", "");
    }

    @PostMapping("/reviews/new")
    ModelAndView open(
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        mayOpenFor(officer);
        try {
            if (user.is(Roles.CENTER)) {
                String number = opening.byCenter(officer, chosen(cause), reason);
                next.addFlashAttribute("done", texts.of("opened", number));
                return new ModelAndView("redirect:/reviews/" + number);
            }
            next.addFlashAttribute("done", texts.of("withdrawn", opening.withdraw(officer, reason)));
            return new ModelAndView("redirect:/officers");
        } catch (Refusal refusal) {
            ModelAndView page = form(officer, cause, reason).addObject("faults", refusal.byField());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    private ModelAndView form(String officer, String cause, String reason) {
        mayOpenFor(officer);
        return new ModelAndView("review/new")
                .addObject("officer", officer)
                .addObject("name", people.nameOf(officer))
                .addObject("causes", user.is(Roles.CENTER) ? OpeningReviews.BY_CENTER : List.of())
                .addObject("cause", cause)
                .addObject("reason", reason)
                .addObject("faults", Map.of());
    }

    /** A unit knows of no officers but its own. */
    private void mayOpenFor(String account) {
        Officer officer = officers.withAccount(account).orElseThrow(NotFound::new);
        boolean own = officer.unit() != null && user.is(officer.unit());
        if (!user.is(Roles.CENTER) && !own) throw new NotFound();
    }

    private Cause chosen(String cause) {
        return OpeningReviews.BY_CENTER.stream()
                .filter(one -> one.name().equals(cause))
                .findFirst()
                .orElseThrow(() -> texts.refusal("cause", "cause"));
    }
}

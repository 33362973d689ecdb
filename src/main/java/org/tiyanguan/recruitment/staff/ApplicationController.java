package org.tiyanguan.recruitment.staff;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.RecruitmentTexts;

/** Shows one application to centre, leader and its unit, and leads to one's task. */
@Controller
class ApplicationController {

    private final Calls calls;
    private final Applications applications;
    private final Renewals renewals;
    private final ApplicationAccess access;
    private final OwnTask task;
    private final ApplicationPage page;
    private final RecruitmentTexts texts;

    ApplicationController(
            Calls calls,
            Applications applications,
            Renewals renewals,
            ApplicationAccess access,
            OwnTask task,
            ApplicationPage page,
            RecruitmentTexts texts) {
        this.calls = calls;
        this.applications = applications;
        this.renewals = renewals;
        this.access = access;
        this.task = task;
        this.page = page;
        this.texts = texts;
    }

    @GetMapping("/applications/{number}")
    ModelAndView application(@PathVariable String number) {
        return page.of(access.readable(number), false, HttpStatus.OK);
    }

    /** Shows also phone, birth date, health, address and photo; each look is logged. */
    @PostMapping("/applications/{number}/whole")
    ModelAndView whole(@PathVariable String number) {
        Application application = access.readable(number);
        if (!access.mayReadInFull()) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        access.hasRead(number, "whole");
        return page.of(application, true, HttpStatus.OK);
    }

    /**
     * Links in mails lead here, and on to the reader's own task in Tasklist, or else to what they may see of the case.
     */
    @GetMapping("/applications/{number}/task")
    String toTask(@PathVariable String number) {
        Optional<String> waiting = task.of(number);
        if (waiting.isPresent()) return "redirect:/camunda/app/tasklist/default/#/?task=" + waiting.get();
        if (applications.find(number).filter(access::mayRead).isPresent()) return "redirect:/applications/{number}";
        return calls.find(number).filter(call -> call.state().isPublic()).isPresent()
                ? "redirect:/calls/{number}"
                : "redirect:/";
    }

    /** Whoever left no mail address, or lost the mail, gets another link from the centre. */
    @PostMapping("/applications/{number}/activation")
    String sendAnotherLink(@PathVariable String number, RedirectAttributes next) {
        if (!renewals.renew(access.readable(number))) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        next.addFlashAttribute("done", texts.of("link-sent"));
        return "redirect:/applications/{number}";
    }
}

package org.tiyanguan.recruitment.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.core.Download;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.officer.Activations;
import org.tiyanguan.officer.Letters;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.PrintedForms;

/** Gives those who were appointed their letter and, if they left no mail address, the way to their account. */
@Controller
class NewOfficerController {

    private final Tracking tracking;
    private final Officers officers;
    private final Activations activations;
    private final Letters letters;
    private final PrintedForms prints;
    private final StatusPage page;

    NewOfficerController(
            Tracking tracking,
            Officers officers,
            Activations activations,
            Letters letters,
            PrintedForms prints,
            StatusPage page) {
        this.tracking = tracking;
        this.officers = officers;
        this.activations = activations;
        this.letters = letters;
        this.prints = prints;
        this.page = page;
    }

    /** Who left no mail address gets the link here, instead of in a mail. */
    @PostMapping("/applications/track/activate")
    ModelAndView activate(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        try {
            Application application = tracking.application(typed, request);
            return officers.of(application.number())
                    .filter(officer -> maySetPassword(application, officer))
                    .map(officer -> new ModelAndView("redirect:" + activations.path(officer.account())))
                    .orElseGet(() -> page.instead(application));
        } catch (Refusal refusal) {
            return StatusPage.askAgain(refusal, typed);
        }
    }

    /** Answers with the letter of appointment as a Word file; where there is none, the page comes once more. */
    @PostMapping("/applications/track/letter")
    Object letter(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        try {
            Application application = tracking.application(typed, request);
            return officers.of(application.number())
                    .<Object>map(officer -> Download.word(letters.print(officer), prints.nameOfLetter(application)))
                    .orElseGet(() -> page.instead(application));
        } catch (Refusal refusal) {
            return StatusPage.askAgain(refusal, typed);
        }
    }

    /** Others get the link by mail only. */
    private boolean maySetPassword(Application application, Officer officer) {
        return application.person().email() == null && !activations.isActive(officer.account());
    }
}

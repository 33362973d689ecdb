package org.tiyanguan.practice.page;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.practice.Candidates;
import org.tiyanguan.practice.Nominations;
import org.tiyanguan.practice.Nominator;
import org.tiyanguan.practice.PracticeTexts;

/** Where centre and heads nominate an entry as a practice, and officers what they reported. */
@Controller
class NominationController {

    private static final String LEDGER = "/ledger/";
    private static final String OFFICER = "/officer/";

    private final Nominations nominations;
    private final Candidates candidates;
    private final Ledger ledger;
    private final PracticeTexts texts;

    NominationController(Nominations nominations, Candidates candidates, Ledger ledger, PracticeTexts texts) {
        this.nominations = nominations;
        this.candidates = candidates;
        this.ledger = ledger;
        this.texts = texts;
    }

    @GetMapping("/ledger/{number}/nominate")
    ModelAndView asStaff(@PathVariable String number, Model model) {
        return ask(LEDGER, number, model);
    }

    @PostMapping("/ledger/{number}/nominate")
    ModelAndView asStaff(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next) {
        return nominate(LEDGER, number, why, model, next);
    }

    @GetMapping("/officer/{number}/nominate")
    ModelAndView asOfficer(@PathVariable String number, Model model) {
        return ask(OFFICER, number, model);
    }

    @PostMapping("/officer/{number}/nominate")
    ModelAndView asOfficer(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next) {
        return nominate(OFFICER, number, why, model, next);
    }

    private ModelAndView ask(String place, String number, Model model) {
        Nominator as = as(place, number);
        try {
            candidates.candidate(number);
            return page(place, number, as, model, HttpStatus.OK);
        } catch (Refusal refusal) {
            model.addAttribute("faults", refusal.byField());
            return page(place, number, as, model, HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView nominate(String place, String number, String why, Model model, RedirectAttributes next) {
        Nominator as = as(place, number);
        try {
            String practice = nominations.nominate(number, why);
            boolean begun = as == Nominator.CENTER;
            next.addFlashAttribute("done", texts.of(begun ? "done.begun" : "done.nominated"));
            return new ModelAndView("redirect:" + (begun ? "/practices/" + practice : place + number));
        } catch (Refusal refusal) {
            model.addAttribute("faults", refusal.byField());
            model.addAttribute("why", why);
            return page(place, number, as, model, HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView page(String place, String number, Nominator as, Model model, HttpStatus status) {
        if (!model.containsAttribute("faults")) model.addAttribute("faults", Map.of());
        model.addAttribute("number", number);
        model.addAttribute("entry", ledger.entry(number).publicText().title());
        model.addAttribute("back", place + number);
        model.addAttribute("asked", as != Nominator.CENTER);
        return new ModelAndView("practice/nominate", model.asMap(), status);
    }

    /** Whoever may not nominate the entry cannot tell whether there is one. */
    private Nominator as(String place, String number) {
        Nominator as = nominations.as(number);
        if (as == null || place.equals(OFFICER) != (as == Nominator.OFFICER)) throw new NotFound();
        if (ledger.find(number).isEmpty()) throw new NotFound();
        return as;
    }
}

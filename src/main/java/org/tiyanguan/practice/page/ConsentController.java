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
import org.tiyanguan.core.Refusal;
import org.tiyanguan.practice.PracticeTexts;

/** Where an officer says whether a practice may name them. */
@Controller
class ConsentController {

    private final OwnConsent consents;
    private final PracticeTexts texts;

    ConsentController(OwnConsent consents, PracticeTexts texts) {
        this.consents = consents;
        this.texts = texts;
    }

    @GetMapping("/officer/practices/{number}")
    String ask(@PathVariable String number, Model model) {
        OwnConsent.Asked asked = consents.find(number);
        model.addAttribute("practice", asked.practice());
        model.addAttribute("text", asked.text());
        model.addAttribute("asked", asked.asked());
        if (!model.containsAttribute("faults")) model.addAttribute("faults", Map.of());
        return "practice/consent";
    }

    @PostMapping("/officer/practices/{number}/consent")
    ModelAndView answer(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String consent,
            Model model,
            RedirectAttributes next) {
        consents.find(number);
        try {
            consents.answer(number, consent);
            next.addFlashAttribute("done", texts.of("done.consent"));
            return new ModelAndView("redirect:/officer/practices/" + number);
        } catch (Refusal refusal) {
            model.addAttribute("faults", refusal.byField());
            return new ModelAndView(ask(number, model), model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }
}

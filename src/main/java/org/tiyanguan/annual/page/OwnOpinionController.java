package org.tiyanguan.annual.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.annual.AnnualOpinion;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.CaseTask;

/** An officer's opinions of the years, and what the centre answered. */
@Controller
class OwnOpinionController {

    /** {@code task} is null once it is over. */
    record Year(int year, AnnualOpinion opinion, @Nullable CaseTask task) {}

    private final OwnOpinionActs acts;
    private final AnnualTexts texts;

    OwnOpinionController(OwnOpinionActs acts, AnnualTexts texts) {
        this.acts = acts;
        this.texts = texts;
    }

    @GetMapping("/officer/annual")
    ModelAndView own() {
        return page("", Map.of());
    }

    @PostMapping("/officer/annual/{year}")
    ModelAndView say(
            @PathVariable int year, @RequestParam(defaultValue = "") String opinionText, RedirectAttributes next) {
        try {
            acts.say(year, opinionText);
            next.addFlashAttribute("done", texts.of(opinionText.isBlank() ? "nothing-said" : "said"));
            return new ModelAndView("redirect:/officer/annual");
        } catch (Refusal refusal) {
            ModelAndView page = page(opinionText, refusal.byField());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    private ModelAndView page(String typed, Map<String, String> faults) {
        List<Year> years = acts.own().stream()
                .map(one -> new Year(
                        Integer.parseInt(one.number().substring("NZ-".length())),
                        one,
                        acts.task(one.number()).orElse(null)))
                .toList();
        return new ModelAndView("annual/own")
                .addObject("years", years)
                .addObject("typed", typed)
                .addObject("faults", faults);
    }
}

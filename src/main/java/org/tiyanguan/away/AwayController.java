package org.tiyanguan.away;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.tiyanguan.security.Absence;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Deputies;
import org.tiyanguan.security.People;

/** The page on which people say that they, or those they head, are away, and who acts for them. */
@Controller
class AwayController {

    private static final String VIEW = "away/away";

    record Line(Absence absence, String absent, String deputy, String setBy, boolean runs) {}

    private final BeingAway away;
    private final Absentees absentees;
    private final Deputies deputies;
    private final People people;
    private final CurrentUser user;
    private final AwayTexts texts;
    private final Clock clock;

    AwayController(
            BeingAway away,
            Absentees absentees,
            Deputies deputies,
            People people,
            CurrentUser user,
            AwayTexts texts,
            Clock clock) {
        this.away = away;
        this.absentees = absentees;
        this.deputies = deputies;
        this.people = people;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/away")
    String page(Model model) {
        fill(model);
        return VIEW;
    }

    @PostMapping("/away")
    ModelAndView set(
            @RequestParam String whose,
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            Model model,
            RedirectAttributes next) {
        try {
            List<String> without = away.set(whose, deputy, from, until);
            next.addFlashAttribute(
                    "done", without.isEmpty() ? texts.of("done") : texts.of("done.without", String.join("、", without)));
            return new ModelAndView("redirect:/away");
        } catch (Refusal refused) {
            fill(model);
            model.addAttribute("faults", refused.byField());
            model.addAttribute("whose", whose);
            model.addAttribute("chosen", deputy);
            model.addAttribute("from", from);
            model.addAttribute("until", until);
            return new ModelAndView(VIEW, model.asMap(), HttpStatus.valueOf(refused.status()));
        }
    }

    @PostMapping("/away/{id}/end")
    String end(@PathVariable long id, RedirectAttributes next) {
        away.end(id);
        next.addFlashAttribute("done", texts.of("ended"));
        return "redirect:/away";
    }

    private void fill(Model model) {
        Map<String, String> named = absentees.named();
        Set<String> mine = named.keySet();
        String me = user.id().orElseThrow();
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("named", named);
        model.addAttribute("deputies", absentees.deputies());
        model.addAttribute("today", today);
        model.addAttribute("faults", Map.of());
        model.addAttribute(
                "lines",
                deputies.open().stream()
                        .filter(absence -> mine.contains(absence.whose())
                                || absence.deputy().equals(me))
                        .map(absence -> new Line(
                                absence,
                                away.name(absence.whose()),
                                people.nameOf(absence.deputy()),
                                people.nameOf(absence.setBy()),
                                absence.isOn(today)))
                        .toList());
    }
}

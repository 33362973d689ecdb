package org.tiyanguan.experience.assignment;

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
import org.tiyanguan.experience.Checklists;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.officer.ExperienceMode;

/** The library of checklists, which the centre edits. */
@Controller
class ChecklistController {

    private final Checklists checklists;
    private final ExperienceTexts texts;

    ChecklistController(Checklists checklists, ExperienceTexts texts) {
        this.checklists = checklists;
        this.texts = texts;
    }

    @GetMapping("/checklists")
    String show(Model model) {
        model.addAttribute("checklists", checklists.all());
        model.addAttribute("modes", ExperienceMode.values());
        if (!model.containsAttribute("fault")) model.addAttribute("typed", Map.of());
        return "experience/checklists";
    }

    @PostMapping("/checklists")
    ModelAndView add(
            @RequestParam ExperienceMode mode,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String items,
            Model model,
            RedirectAttributes next) {
        return act(0, name, items, model, next, () -> checklists.add(mode, name, items));
    }

    @PostMapping("/checklists/{id}")
    ModelAndView change(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String items,
            Model model,
            RedirectAttributes next) {
        if (checklists.find(id).isEmpty()) throw new NotFound();
        return act(id, name, items, model, next, () -> {
            if (act.equals("remove")) checklists.remove(id);
            else checklists.change(id, name, items);
        });
    }

    /** @param id of the one at fault; 0 for a new one */
    private ModelAndView act(long id, String name, String items, Model model, RedirectAttributes next, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("done", texts.of("checklist.saved"));
            return new ModelAndView("redirect:/checklists");
        } catch (Refusal refusal) {
            model.addAttribute("fault", refusal.getMessage());
            model.addAttribute("faultAt", id);
            model.addAttribute("typed", Map.of("name", name, "items", items));
            return new ModelAndView(show(model), model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }
}

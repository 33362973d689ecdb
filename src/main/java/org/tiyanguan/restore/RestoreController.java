package org.tiyanguan.restore;

import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;

/** The page on which an administrator looks over a restored database and lets it go on. */
@Controller
class RestoreController {

    private static final String PATH = "/admin/restored";
    private static final String NUMBER = "last-";

    private final Restores restores;
    private final Texts texts;

    RestoreController(Restores restores, Texts texts) {
        this.restores = restores;
        this.texts = texts;
    }

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute("found", restores.found().orElse(null));
        if (!model.containsAttribute("faults")) model.addAttribute("faults", Map.of());
        if (!model.containsAttribute("typed")) model.addAttribute("typed", Map.of());
        return "admin/restored";
    }

    @PostMapping(PATH)
    ModelAndView goOn(@RequestParam Map<String, String> typed, Model model, RedirectAttributes next) {
        Map<String, String> last = new HashMap<>();
        typed.forEach((field, value) -> {
            if (field.startsWith(NUMBER)) last.put(field.substring(NUMBER.length()), value);
        });
        try {
            restores.goOn(last, "SEND".equals(typed.get("mails")));
            next.addFlashAttribute("done", texts.of("restore.done"));
            return new ModelAndView("redirect:" + PATH);
        } catch (Refusal refusal) {
            model.addAttribute("faults", refusal.byField());
            model.addAttribute("typed", typed);
            return new ModelAndView(show(model), model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }
}

package org.tiyanguan.disclosure;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.Texts;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;
import org.tiyanguan.web.PublicThings;

/** The one page on which the centre decides what is public; the leader reads it. */
@Controller
class DisclosureController {

    private final Disclosures disclosures;
    private final List<PublicThings> things;
    private final CurrentUser user;
    private final Texts texts;

    DisclosureController(Disclosures disclosures, List<PublicThings> things, CurrentUser user, Texts texts) {
        this.disclosures = disclosures;
        this.things = things;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping("/publicity")
    String page(Model model) {
        model.addAttribute("items", PublicItem.values());
        model.addAttribute("decides", user.is(Roles.CENTER));
        model.addAttribute("since", disclosures.current());
        model.addAttribute("decisions", disclosures.latest());
        model.addAttribute(
                "things",
                things.stream().flatMap(some -> some.publicThings().stream()).toList());
        return "disclosure/publicity";
    }

    @PostMapping("/publicity")
    String decide(@RequestParam(defaultValue = "") Set<String> shown, RedirectAttributes next) {
        disclosures.decide(
                shown.stream().flatMap(id -> PublicItem.of(id).stream()).collect(Collectors.toSet()));
        next.addFlashAttribute("done", texts.of("public.done"));
        return "redirect:/publicity";
    }
}

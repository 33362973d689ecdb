package org.tiyanguan.ledger.list;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;
import org.tiyanguan.security.CurrentUser;

/** Saves and forgets the lists that somebody comes back to. */
@Controller
class SavedListController {

    private final SavedLists views;
    private final CurrentUser user;
    private final Texts words;

    SavedListController(SavedLists views, CurrentUser user, Texts words) {
        this.views = views;
        this.user = user;
        this.words = words;
    }

    /** Back to the list that was saved. */
    @PostMapping("/ledger/views")
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            RedirectAttributes next) {
        try {
            views.save(user.id().orElseThrow(), name, query);
        } catch (Refusal refusal) {
            next.addFlashAttribute("viewFault", refusal.getMessage());
            return "redirect:/ledger";
        }
        next.addFlashAttribute("done", words.of("view.saved", name.strip()));
        return "redirect:" + new SavedLists.View(0, name, query).address();
    }

    @PostMapping("/ledger/views/remove")
    String remove(@RequestParam long id, RedirectAttributes next) {
        views.remove(user.id().orElseThrow(), id);
        next.addFlashAttribute("done", words.of("view.removed"));
        return "redirect:/ledger";
    }
}

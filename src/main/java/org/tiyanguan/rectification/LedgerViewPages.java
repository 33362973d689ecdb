package org.tiyanguan.rectification;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.engine.Refusal;
import org.tiyanguan.security.CurrentUser;

/** Saves and forgets the lists that somebody comes back to. */
@Controller
class LedgerViewPages {

    private final LedgerViews views;
    private final CurrentUser user;
    private final Words words;

    LedgerViewPages(LedgerViews views, CurrentUser user, Words words) {
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
        return "redirect:" + new LedgerViews.View(0, name, query).address();
    }

    @PostMapping("/ledger/views/remove")
    String remove(@RequestParam long id, RedirectAttributes next) {
        views.remove(user.id().orElseThrow(), id);
        next.addFlashAttribute("done", words.of("view.removed"));
        return "redirect:/ledger";
    }
}

package org.tiyanguan.rectification.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
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
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.RequestFault;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.ledger.Wording;
import org.tiyanguan.rectification.Publishing;
import org.tiyanguan.security.CurrentUser;

/** An entry's original words beside those for departments, which the centre may change. */
@Controller
class PublicTextController {

    private static final List<String> FIELDS = List.of("title", "description", "place", "serviceItem");

    private final CaseFiles files;
    private final PublicTexts texts;
    private final Publishing publishing;
    private final CurrentUser user;
    private final Texts words;

    PublicTextController(CaseFiles files, PublicTexts texts, Publishing publishing, CurrentUser user, Texts words) {
        this.files = files;
        this.texts = texts;
        this.publishing = publishing;
        this.user = user;
        this.words = words;
    }

    @GetMapping("/ledger/{number}/public-text")
    String show(@PathVariable String number, Model model) {
        Entry entry = entry(number);
        return page(entry, entry.publicText().byField(), Map.of(), model);
    }

    @PostMapping("/ledger/{number}/public-text")
    ModelAndView change(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes next) {
        if (!Viewer.of(user).acts()) throw new AccessDeniedException("acts");
        Entry entry = entry(number);
        try {
            publishing.change(number, Wording.of(typed));
        } catch (Refusal refusal) {
            Map<String, String> faults = refusal.faults().stream()
                    .collect(Collectors.toMap(fault -> String.valueOf(fault.field()), Refusal.Fault::message));
            return new ModelAndView(page(entry, typed, faults, model), model.asMap(), HttpStatus.BAD_REQUEST);
        } catch (RuntimeException e) {
            if (!RequestFault.OVERTAKEN.isIn(e)) throw e;
            Map<String, String> faults = Map.of("null", words.of(RequestFault.OVERTAKEN.key()));
            return new ModelAndView(
                    page(entry, typed, faults, model),
                    model.asMap(),
                    HttpStatus.valueOf(RequestFault.OVERTAKEN.status()));
        }
        next.addFlashAttribute("done", words.of("done.public-text"));
        return new ModelAndView("redirect:/ledger/" + number);
    }

    private String page(Entry entry, Map<String, String> values, Map<String, String> faults, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("fields", FIELDS);
        model.addAttribute("original", texts.passages(entry));
        model.addAttribute("values", values);
        model.addAttribute("faults", faults);
        model.addAttribute("acts", Viewer.of(user).acts() && entry.state() != EntryState.TRIAGE);
        return "ledger/public-text";
    }

    private Entry entry(String number) {
        Viewer viewer = Viewer.of(user);
        if (!viewer.seesEverything()) throw new AccessDeniedException("original");
        return files.find(viewer, number).orElseThrow(NotFound::new).entry();
    }
}

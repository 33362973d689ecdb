package org.tiyanguan.rectification.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
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
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.RequestFault;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.privacy.Passage;
import org.tiyanguan.rectification.EntryLinks;
import org.tiyanguan.rectification.LoopDiagram.Variable;
import org.tiyanguan.rectification.Reopening;
import org.tiyanguan.security.CurrentUser;

/** One finding of an officer's own, for a phone first: follow it, say whether it is mended, or came back. */
@Controller
class OwnFindingController {

    private final OwnFindings reports;
    private final Reopening reopening;
    private final PublicTexts texts;
    private final EvidenceBoxes evidence;
    private final ObjectProvider<EntryLinks> links;
    private final CurrentUser user;
    private final Texts words;

    OwnFindingController(
            OwnFindings reports,
            Reopening reopening,
            PublicTexts texts,
            EvidenceBoxes evidence,
            ObjectProvider<EntryLinks> links,
            CurrentUser user,
            Texts words) {
        this.reports = reports;
        this.reopening = reopening;
        this.texts = texts;
        this.evidence = evidence;
        this.links = links;
        this.user = user;
        this.words = words;
    }

    @GetMapping("/officer/{number}")
    String one(@PathVariable String number, Model model) {
        return show(own(number), model);
    }

    @PostMapping("/officer/{number}/confirm")
    ModelAndView confirm(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes next) {
        OwnFindings.File own = own(number);
        Map<String, Object> form = new HashMap<>();
        for (String field : List.of(Variable.CONFIRMATION, Variable.RATING, Variable.OBJECTION))
            if (!typed.getOrDefault(field, "").isBlank())
                form.put(field, typed.getOrDefault(field, "").strip());
        // The page offers both; what does not belong to the choice was left from before it was changed.
        form.remove("CONFIRM".equals(form.get(Variable.CONFIRMATION)) ? Variable.OBJECTION : Variable.RATING);
        try {
            Map<String, List<Passage>> telling = telling(form);
            if (own.task() != null && !Passage.wereShown(typed.getOrDefault("sure", ""), passages(telling)))
                return shownAgain(own, telling, typed, model);
            if (own.task() == null) throw new Refusal(null, words.of(RequestFault.OVERTAKEN.key()));
            reports.confirm(own, form);
            next.addFlashAttribute("done", words.of("officer.confirmed"));
            return new ModelAndView("redirect:/officer/" + number);
        } catch (Refusal refusal) {
            return refused(own, refusal, typed, model);
        }
    }

    /** It came back: goes on with the finding anew. */
    @PostMapping("/officer/{number}/reopen")
    ModelAndView reopen(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes next) {
        OwnFindings.File own = own(number);
        String reason = typed.getOrDefault("reason", "").strip();
        Map<String, List<Passage>> telling = texts.telling(me(), Map.of("reason", reason));
        if (!Passage.wereShown(typed.getOrDefault("sure", ""), passages(telling)))
            return shownAgain(own, telling, typed, model);
        try {
            String child = reopening.byReporter(me(), number, reason);
            next.addFlashAttribute("done", words.of("officer.reopened"));
            return new ModelAndView("redirect:/officer/" + child);
        } catch (Refusal refusal) {
            return refused(own, refusal, typed, model);
        }
    }

    private ModelAndView shownAgain(
            OwnFindings.File own, Map<String, List<Passage>> telling, Map<String, String> typed, Model model) {
        model.addAttribute("telling", telling);
        model.addAttribute("marked", Passage.marked(passages(telling)));
        model.addAttribute("values", typed);
        model.addAttribute("faults", Map.of());
        return new ModelAndView(show(own, model), model.asMap());
    }

    private ModelAndView refused(OwnFindings.File own, Refusal refusal, Map<String, String> typed, Model model) {
        model.addAttribute("faults", refusal.byField());
        model.addAttribute("values", typed);
        return new ModelAndView(show(own, model), model.asMap(), HttpStatus.BAD_REQUEST);
    }

    /** What in the objection tells the departments who objects. */
    private Map<String, List<Passage>> telling(Map<String, Object> form) {
        Object objection = form.get(Variable.OBJECTION);
        return objection == null ? Map.of() : texts.telling(me(), Map.of(Variable.OBJECTION, objection.toString()));
    }

    private static Stream<Passage> passages(Map<String, List<Passage>> telling) {
        return telling.values().stream().flatMap(List::stream);
    }

    private String show(OwnFindings.File own, Model model) {
        model.addAttribute("entry", own.entry());
        model.addAttribute("responsible", own.responsible());
        model.addAttribute("history", own.history());
        model.addAttribute("photos", own.photos());
        model.addAttribute("confirms", own.task() != null);
        model.addAttribute("openUntil", own.openUntil());
        model.addAttribute("again", own.again());
        model.addAttribute("mayObject", !own.entry().objected());
        model.addAttribute("evidence", evidence.path(own.entry().number()));
        model.addAttribute(
                "links",
                links.orderedStream()
                        .flatMap(feature -> feature.of(own.entry()).stream())
                        .toList());
        if (!model.containsAttribute("faults")) {
            model.addAttribute("faults", Map.of());
            model.addAttribute("values", Map.of());
        }
        return "officer/report-file";
    }

    private OwnFindings.File own(String number) {
        return reports.find(me(), number).orElseThrow(NotFound::new);
    }

    private String me() {
        return user.id().orElseThrow();
    }
}

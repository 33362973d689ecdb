package org.tiyanguan.rectification.entry;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.RequestFault;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.rectification.Interventions;
import org.tiyanguan.rectification.Reopening;
import org.tiyanguan.security.CurrentUser;

/**
 * The centre's forms on an entry's page: urge, supervise, withdraw, transfer, reschedule, and open anew what is closed.
 */
@Controller
class EntryActsController {

    /** Of the form that opens an entry anew: who found it again. */
    private static final List<String> FINDER = List.of("channel", "officer", "reporterName", "reporterPhone");

    private final Interventions interventions;
    private final Reopening reopening;
    private final CaseFiles files;
    private final CurrentUser user;
    private final Texts words;

    EntryActsController(
            Interventions interventions, Reopening reopening, CaseFiles files, CurrentUser user, Texts words) {
        this.interventions = interventions;
        this.reopening = reopening;
        this.files = files;
        this.user = user;
        this.words = words;
    }

    /** @param act {@code urge}, {@code supervise} or {@code withdraw} */
    @PostMapping("/ledger/{number}/{act:urge|supervise|withdraw}")
    String act(
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        CaseFile file = file(number);
        String reason = typed.get("reason");
        return attempt(file, act, typed, model, redirect, response, () -> {
            switch (act) {
                case "urge" -> interventions.urge(number, reason);
                case "supervise" -> interventions.supervise(number, reason);
                default -> interventions.withdraw(number, reason);
            }
            return number;
        });
    }

    /** Leads to the new entry. */
    @PostMapping("/ledger/{number}/reopen")
    String reopen(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Map<String, String> finder = new HashMap<>(typed);
        finder.keySet().retainAll(FINDER);
        return attempt(
                file(number),
                "reopen",
                typed,
                model,
                redirect,
                response,
                () -> reopening.byCenter(number, typed.get("reason"), finder));
    }

    /** @param act {@code transfer} or {@code reschedule} */
    @PostMapping("/ledger/{number}/parts/{id}/{act:transfer|reschedule}")
    String actOnPart(
            @PathVariable String number,
            @PathVariable long id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        CaseFile file = file(number);
        if (file.parts().stream().noneMatch(line -> line.part().id() == id)) throw new NotFound();
        String reason = typed.get("reason");
        return attempt(file, act + "-" + id, typed, model, redirect, response, () -> {
            if (act.equals("transfer")) interventions.transfer(id, typed.getOrDefault("department", ""), reason);
            else interventions.reschedule(id, day(typed.get("until")), reason);
            return number;
        });
    }

    private CaseFile file(String number) {
        Viewer viewer = Viewer.of(user);
        if (!viewer.acts()) throw new AccessDeniedException("acts");
        return files.find(viewer, number).orElseThrow(NotFound::new);
    }

    /** @param act returns the number of the entry to go to */
    private String attempt(
            CaseFile file,
            String form,
            Map<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Supplier<String> act) {
        String next;
        try {
            next = act.get();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return again(file, new Attempt(form, typed, field(refusal, typed), refusal.getMessage()), model);
        } catch (RuntimeException e) {
            if (!RequestFault.OVERTAKEN.isIn(e)) throw e;
            response.setStatus(RequestFault.OVERTAKEN.status());
            model.addAttribute("overtaken", words.of(RequestFault.OVERTAKEN.key()));
            return again(file(file.entry().number()), new Attempt(form, typed, null, null), model);
        }
        redirect.addFlashAttribute(
                "done",
                words.of("done." + form.replaceAll("-.*", ""), file.entry().number()));
        return "redirect:/ledger/" + next;
    }

    private String again(CaseFile file, Attempt attempt, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("attempt", attempt);
        return "ledger/entry";
    }

    /** The refusal's field if the form has it. */
    private static @Nullable String field(Refusal refusal, Map<String, String> typed) {
        String field = refusal.field();
        boolean shown = field != null && (field.equals("reason") || typed.containsKey(field));
        return shown ? field : null;
    }

    /** Null, which is refused at the field, for what is no date. */
    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

package org.tiyanguan.rectification.entry;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.audit.AuditKind;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.rectification.EntryLinks;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** One entry of the ledger, as far as its viewer may see it. */
@Controller
class EntryController {

    private final CaseFiles files;
    private final Reporters reporters;
    private final EvidenceBoxes evidence;
    private final CaseTasks tasks;
    private final ObjectProvider<EntryLinks> links;
    private final CurrentUser user;
    private final Texts words;
    private final AuditLog audit;

    EntryController(
            CaseFiles files,
            Reporters reporters,
            EvidenceBoxes evidence,
            CaseTasks tasks,
            ObjectProvider<EntryLinks> links,
            CurrentUser user,
            Texts words,
            AuditLog audit) {
        this.files = files;
        this.reporters = reporters;
        this.evidence = evidence;
        this.tasks = tasks;
        this.links = links;
        this.user = user;
        this.words = words;
        this.audit = audit;
    }

    @GetMapping("/ledger/{number}")
    String entry(@PathVariable String number, Model model) {
        CaseFile file = files.find(Viewer.of(user), number).orElseThrow(NotFound::new);
        if (file.contact() != null) audit.record(AuditKind.PERSONAL, words.of("read.contact", number));
        model.addAttribute("file", file);
        model.addAttribute("attempt", Attempt.NONE);
        model.addAttribute("task", task(number).orElse(null));
        model.addAttribute("evidence", evidence.path(number));
        model.addAttribute(
                "links",
                links.orderedStream()
                        .flatMap(feature -> feature.of(file.entry()).stream())
                        .toList());
        return "ledger/entry";
    }

    /**
     * Where the links in mails lead: to the reader's own task in Tasklist, or else to what they may see of the case.
     */
    @GetMapping("/ledger/{number}/task")
    String toTask(@PathVariable String number, RedirectAttributes next) {
        if (user.id().equals(reporters.account(number)) && user.is(Roles.OFFICER)) return "redirect:/officer/{number}";
        Optional<String> task = task(number);
        if (task.isPresent()) return "redirect:/camunda/app/tasklist/default/#/?task=" + task.get();
        if (!Viewer.isOne(user)) return "redirect:/";
        if (files.find(Viewer.of(user), number).isPresent()) return "redirect:/ledger/{number}";
        next.addFlashAttribute("gone", words.of("ledger.gone"));
        return "redirect:/ledger";
    }

    /** The id of the user's own task in the case. */
    private Optional<String> task(String number) {
        return user.id().flatMap(id -> tasks.mostUrgentOf(number, id, user.groups()));
    }
}

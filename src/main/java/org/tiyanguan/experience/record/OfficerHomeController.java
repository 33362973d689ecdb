package org.tiyanguan.experience.record;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.officer.OfficerInvitations;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.rectification.Findings;
import org.tiyanguan.security.CurrentUser;

/** An officer starts here, and sees what waits for an answer, what is to be done and what was reported. */
@Controller
class OfficerHomeController {

    record Task(Visit visit, Assignment assignment) {}

    private final Visits visits;
    private final Assignments assignments;
    private final Records records;
    private final Findings findings;
    private final Terms terms;
    private final List<OfficerInvitations> invitations;
    private final CurrentUser user;

    OfficerHomeController(
            Visits visits,
            Assignments assignments,
            Records records,
            Findings findings,
            Terms terms,
            List<OfficerInvitations> invitations,
            CurrentUser user) {
        this.visits = visits;
        this.assignments = assignments;
        this.records = records;
        this.findings = findings;
        this.terms = terms;
        this.invitations = invitations;
        this.user = user;
    }

    @GetMapping("/officer")
    String home(Model model) {
        String me = user.id().orElseThrow();
        List<Task> tasks = visits.ofOfficer(me).stream()
                .map(visit -> new Task(visit, assignments.assignment(visit.assignment())))
                .toList();
        Optional<String> over = terms.whyOver(me);
        model.addAttribute("over", over.orElse(null));
        model.addAttribute(
                "open",
                tasks.stream().filter(task -> task.visit.state().isOpen()).toList());
        model.addAttribute(
                "past",
                tasks.stream().filter(task -> !task.visit.state().isOpen()).toList());
        model.addAttribute("drafts", over.isPresent() ? List.of() : records.drafts(me));
        model.addAttribute("findings", findings.of(me));
        model.addAttribute(
                "invitations",
                invitations.stream().flatMap(some -> some.of(me).stream()).toList());
        return "officer/home";
    }
}

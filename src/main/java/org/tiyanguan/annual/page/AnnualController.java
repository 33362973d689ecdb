package org.tiyanguan.annual.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.annual.AnnualDiagram;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.CorrectionDiagram;
import org.tiyanguan.annual.Corrections;
import org.tiyanguan.annual.OpeningSummaries;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.annual.Summary;
import org.tiyanguan.annual.Version;
import org.tiyanguan.annual.Versions;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** All years for centre and leader: where each stands, opening one by hand, asking for a correction. */
@Controller
class AnnualController {

    /** {@code waits} are the names of what is to be done now, each once. */
    record Year(
            Summary summary,
            List<Version> versions,
            @Nullable Version issued,
            List<String> waits) {

        public Version newest() {
            return versions.get(0);
        }

        /** Whether a correction may be asked for. */
        public boolean isCorrectable() {
            return issued != null
                    && versions.stream().noneMatch(one -> !one.isIssued() && one.state() != Version.State.DROPPED);
        }
    }

    private final Summaries summaries;
    private final Versions versions;
    private final OpeningSummaries opening;
    private final Corrections corrections;
    private final CaseTasks tasks;
    private final CurrentUser user;
    private final AnnualTexts texts;

    AnnualController(
            Summaries summaries,
            Versions versions,
            OpeningSummaries opening,
            Corrections corrections,
            CaseTasks tasks,
            CurrentUser user,
            AnnualTexts texts) {
        this.summaries = summaries;
        this.versions = versions;
        this.opening = opening;
        this.corrections = corrections;
        this.tasks = tasks;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping("/annual")
    ModelAndView all() {
        return page(Map.of(), null, "");
    }

    @PostMapping("/annual")
    ModelAndView open(@RequestParam(defaultValue = "0") int year, RedirectAttributes next) {
        try {
            opening.byHand(year);
            next.addFlashAttribute("done", texts.of("opened", year));
            return new ModelAndView("redirect:/annual");
        } catch (Refusal refusal) {
            return refused(page(refusal.byField(), null, ""));
        }
    }

    @PostMapping("/annual/{year:\\d{4}}/corrections")
    ModelAndView correct(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean recount,
            RedirectAttributes next) {
        Summary summary = summaries.of(year).orElseThrow(NotFound::new);
        try {
            corrections.ask(summary.number(), reason, recount);
            next.addFlashAttribute("done", texts.of("correcting"));
            return new ModelAndView("redirect:/annual/" + year + "/draft");
        } catch (Refusal refusal) {
            return refused(page(refusal.byField(), year, reason));
        }
    }

    /** Links in mails lead here, and on: to one's task, to the page of one's own, or to what is public. */
    @GetMapping("/annual/{year:\\d{4}}/task")
    String toTask(@PathVariable int year) {
        String number = Summaries.numberOf(year);
        if (user.is(Roles.OFFICER)) return "redirect:/officer/annual";
        Optional<String> task = user.id().flatMap(id -> tasks.mostUrgentOf(number, id, user.groups()));
        if (task.isPresent()) return "redirect:/camunda/app/tasklist/default/#/?task=" + task.get();
        if (user.seesEverything()) return "redirect:/annual";
        return versions.issued(number).isPresent() ? "redirect:/annual/" + year : "redirect:/";
    }

    /** @param year whose correction was refused, or null */
    private ModelAndView page(Map<String, String> faults, @Nullable Integer year, String reason) {
        return new ModelAndView("annual/years")
                .addObject("years", summaries.all().stream().map(this::year).toList())
                .addObject("possible", user.is(Roles.CENTER) ? opening.possible() : List.of())
                .addObject("corrects", user.is(Roles.CENTER))
                .addObject("refusedYear", year)
                .addObject("reason", reason)
                .addObject("faults", faults);
    }

    private Year year(Summary summary) {
        List<String> waits = new ArrayList<>(Stream.of(AnnualDiagram.KEY, CorrectionDiagram.KEY)
                .flatMap(process -> tasks.of(process, summary.number()).stream())
                .map(CaseTask::name)
                .distinct()
                .toList());
        if (summary.meeting() == null
                && waits.isEmpty()
                && !versions.newest(summary.number()).isIssued()) waits.add(texts.of("waits.meeting"));
        return new Year(
                summary,
                versions.of(summary.number()),
                versions.issued(summary.number()).orElse(null),
                waits);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }
}

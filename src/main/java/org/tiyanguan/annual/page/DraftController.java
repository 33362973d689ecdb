package org.tiyanguan.annual.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.annual.AnnualList;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.FrozenFigures;
import org.tiyanguan.annual.ReportTexts;
import org.tiyanguan.annual.SavedMeanwhile;
import org.tiyanguan.annual.SavedText;
import org.tiyanguan.annual.Section;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.annual.Summary;
import org.tiyanguan.annual.Version;
import org.tiyanguan.annual.Versions;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** The report while it is made: the centre edits it section by section, the leader reads it. */
@Controller
class DraftController {

    private final Summaries summaries;
    private final Versions versions;
    private final ReportTexts reports;
    private final ReportView view;
    private final FrozenFigures figures;
    private final AnnualList list;
    private final CaseSteps history;
    private final CaseTasks tasks;
    private final CurrentUser user;
    private final AnnualTexts texts;

    DraftController(
            Summaries summaries,
            Versions versions,
            ReportTexts reports,
            ReportView view,
            FrozenFigures figures,
            AnnualList list,
            CaseSteps history,
            CaseTasks tasks,
            CurrentUser user,
            AnnualTexts texts) {
        this.summaries = summaries;
        this.versions = versions;
        this.reports = reports;
        this.view = view;
        this.figures = figures;
        this.list = list;
        this.history = history;
        this.tasks = tasks;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping("/annual/{year:\\d{4}}/draft")
    ModelAndView draft(@PathVariable int year) {
        return page(year, null, null, null, Map.of());
    }

    /** @param revision which the page showed */
    @PostMapping("/annual/{year:\\d{4}}/draft/{section}")
    ModelAndView save(
            @PathVariable int year,
            @PathVariable String section,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes next) {
        Section edited = section(section);
        Version version = versions.newest(summary(year).number());
        try {
            reports.save(year, version, edited, revision, text);
            next.addFlashAttribute("done", texts.of("saved", texts.label("section", edited)));
            return new ModelAndView("redirect:/annual/" + year + "/draft#" + edited.name());
        } catch (SavedMeanwhile both) {
            return refused(page(year, edited, text, both.theirs(), both.byField()), HttpStatus.CONFLICT);
        } catch (Refusal refusal) {
            return refused(page(year, edited, text, null, refusal.byField()), HttpStatus.BAD_REQUEST);
        }
    }

    /**
     * @param edited the section that could not be saved, what was typed there, and what somebody else saved meanwhile
     */
    private ModelAndView page(
            int year,
            @Nullable Section edited,
            @Nullable String typed,
            @Nullable SavedText theirs,
            Map<String, String> faults) {
        Summary summary = summary(year);
        Version version = versions.newest(summary.number());
        return new ModelAndView("annual/draft")
                .addObject("summary", summary)
                .addObject("version", version)
                .addObject("parts", view.forStaff(version))
                .addObject("edits", user.is(Roles.CENTER) && version.isDraft())
                .addObject("longest", ReportTexts.LONGEST)
                .addObject("edited", edited)
                .addObject("typed", typed)
                .addObject("theirs", theirs)
                .addObject("faults", faults)
                .addObject("listed", list.of(summary.number()))
                .addObject("differences", figures.differences(version, year))
                .addObject("history", history.of(summary.number()))
                .addObject(
                        "task",
                        user.id()
                                .flatMap(id -> tasks.mostUrgentOf(summary.number(), id, user.groups()))
                                .orElse(null));
    }

    private Summary summary(int year) {
        return summaries.of(year).orElseThrow(NotFound::new);
    }

    private static Section section(String name) {
        for (Section section : Section.values()) if (section.name().equals(name)) return section;
        throw new NotFound();
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }
}

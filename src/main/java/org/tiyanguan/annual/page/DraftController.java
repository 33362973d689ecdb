package org.tiyanguan.annual.page;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.annual.AnnualList;
import org.tiyanguan.annual.AnnualSettings;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.FrozenFigures;
import org.tiyanguan.annual.ReportTexts;
import org.tiyanguan.annual.ReportTexts.Edit;
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
    private final AnnualSettings settings;
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
            AnnualSettings settings,
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
        this.settings = settings;
        this.history = history;
        this.tasks = tasks;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping("/annual/{year:\\d{4}}/draft")
    ModelAndView draft(@PathVariable int year) {
        return page(year, Map.of(), Map.of());
    }

    /** Takes all sections at once, so that what was typed in another one is not lost. */
    @PostMapping("/annual/{year:\\d{4}}/draft")
    ModelAndView save(@PathVariable int year, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        Version version = versions.newest(summary(year).number());
        Map<Section, Edit> edits = edits(fields);
        try {
            reports.save(year, version, edits);
            next.addFlashAttribute("done", texts.of("saved"));
            String at = fields.getOrDefault("at", "");
            return new ModelAndView("redirect:/annual/" + year + "/draft" + (isSection(at) ? "#" + at : ""));
        } catch (Refusal refusal) {
            ModelAndView page = page(year, edits, refusal.byField());
            page.setStatus(HttpStatus.valueOf(refusal.status()));
            return page;
        }
    }

    private static Map<Section, Edit> edits(Map<String, String> fields) {
        Map<Section, Edit> edits = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            String text = fields.get(ReportTexts.field(section));
            String seen = fields.getOrDefault("revision-" + section, "");
            if (text != null) edits.put(section, new Edit(seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : 0, text));
        }
        return edits;
    }

    private static boolean isSection(String name) {
        return Stream.of(Section.values()).anyMatch(section -> section.name().equals(name));
    }

    /** @param typed what could not be saved */
    private ModelAndView page(int year, Map<Section, Edit> typed, Map<String, String> faults) {
        Summary summary = summary(year);
        Version version = versions.newest(summary.number());
        return new ModelAndView("annual/draft")
                .addObject("summary", summary)
                .addObject("version", version)
                .addObject("parts", view.forStaff(version))
                .addObject("edits", user.is(Roles.CENTER) && version.isDraft())
                .addObject("longest", ReportTexts.LONGEST)
                .addObject("smallest", settings.smallest())
                .addObject("typed", typed)
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
}

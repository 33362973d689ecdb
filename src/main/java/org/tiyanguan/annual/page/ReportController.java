package org.tiyanguan.annual.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tiyanguan.annual.AnnualList;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.annual.Summary;
import org.tiyanguan.annual.Version;
import org.tiyanguan.annual.Versions;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.security.CurrentUser;

/** The report that is out, for everybody. Earlier versions are the centre's and the leader's to read. */
@Controller
class ReportController {

    private final Summaries summaries;
    private final Versions versions;
    private final ReportView view;
    private final AnnualList list;
    private final CurrentUser user;

    ReportController(Summaries summaries, Versions versions, ReportView view, AnnualList list, CurrentUser user) {
        this.summaries = summaries;
        this.versions = versions;
        this.view = view;
        this.list = list;
        this.user = user;
    }

    @GetMapping("/annual/{year:\\d{4}}")
    String report(@PathVariable int year, @RequestParam(required = false) @Nullable Integer version, Model model) {
        Summary summary = summaries.of(year).orElseThrow(NotFound::new);
        Version shown = shown(summary, version).orElseThrow(NotFound::new);
        model.addAttribute("summary", summary);
        model.addAttribute("version", shown);
        model.addAttribute(
                "earlier",
                versions.issued(summary.number()).filter(shown::equals).isEmpty());
        model.addAttribute(
                "corrections",
                versions.of(summary.number()).stream()
                        .filter(one -> one.isIssued() && one.isCorrection() && one.version() <= shown.version())
                        .toList());
        model.addAttribute("parts", view.forPublic(shown, year));
        model.addAttribute("listed", list.counting(summary.number()));
        return "annual/report";
    }

    private Optional<Version> shown(Summary summary, @Nullable Integer asked) {
        if (asked == null) return versions.issued(summary.number());
        return versions.of(summary.number()).stream()
                .filter(one -> user.seesEverything() && one.isIssued() && one.version() == asked)
                .findFirst();
    }
}

package org.tiyanguan.rectification;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.audit.AuditKind;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.officer.ExperienceMode;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** The ledger for centre, leader and departments: the list, one entry, and the way to one's task. */
@Controller
class LedgerPages {

    private final LedgerSearch search;
    private final LedgerLines lines;
    private final LedgerViews views;
    private final LedgerExport export;
    private final CaseFiles files;
    private final Reporters reporters;
    private final EvidenceBoxes evidence;
    private final CaseTasks tasks;
    private final People people;
    private final CurrentUser user;
    private final Clock clock;
    private final Words words;
    private final AuditLog audit;

    LedgerPages(
            LedgerSearch search,
            LedgerLines lines,
            LedgerViews views,
            LedgerExport export,
            CaseFiles files,
            Reporters reporters,
            EvidenceBoxes evidence,
            CaseTasks tasks,
            People people,
            CurrentUser user,
            Clock clock,
            Words words,
            AuditLog audit) {
        this.search = search;
        this.lines = lines;
        this.views = views;
        this.export = export;
        this.files = files;
        this.reporters = reporters;
        this.evidence = evidence;
        this.tasks = tasks;
        this.people = people;
        this.user = user;
        this.clock = clock;
        this.words = words;
        this.audit = audit;
    }

    @GetMapping("/ledger")
    String list(LedgerQuery query, Model model) {
        Viewer viewer = Viewer.of(user);
        check(viewer, query);
        LedgerSearch.Found found = search.find(viewer, query);
        model.addAttribute("viewer", viewer);
        model.addAttribute("query", query);
        model.addAttribute("found", found);
        model.addAttribute("lines", lines.of(viewer, query, found.rows()));
        model.addAttribute("columns", LedgerColumn.shown(viewer, query.cols()));
        model.addAttribute("allColumns", LedgerColumn.of(viewer));
        model.addAttribute("start", LedgerPosition.START);
        model.addAttribute("end", LedgerPosition.END);
        model.addAttribute("views", views.of(user.id().orElseThrow()));
        model.addAttribute("departments", people.departments());
        model.addAttribute("kinds", FindingKind.values());
        model.addAttribute("urgencies", Urgency.values());
        model.addAttribute("cards", LedgerQuery.Card.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("modes", ExperienceMode.values());
        model.addAttribute("categories", OfficerCategory.values());
        model.addAttribute("topics", Topic.values());
        model.addAttribute("ratings", LedgerQuery.RATINGS);
        model.addAttribute("overdueBys", OverdueBy.values());
        model.addAttribute("timelies", LedgerQuery.Timely.values());
        model.addAttribute("reacheds", LedgerQuery.Reached.values());
        return "ledger/list";
    }

    @GetMapping("/ledger.csv")
    void csv(LedgerQuery query, HttpServletResponse answer) throws IOException {
        file(query, "csv", "text/csv; charset=UTF-8", answer);
        export.csv(Viewer.of(user), query, answer.getOutputStream());
    }

    @GetMapping("/ledger.xlsx")
    void xlsx(LedgerQuery query, HttpServletResponse answer) throws IOException {
        file(query, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer);
        export.xlsx(Viewer.of(user), query, answer.getOutputStream());
    }

    private void file(LedgerQuery query, String ending, String type, HttpServletResponse answer) {
        check(Viewer.of(user), query);
        audit.exported(query.file(ending));
        answer.setContentType(type);
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("ledger-" + LocalDate.now(clock) + "." + ending)
                        .build()
                        .toString());
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static void check(Viewer viewer, LedgerQuery query) {
        if (!query.makesSense(viewer)) throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    @GetMapping("/ledger/{number}")
    String entry(@PathVariable String number, Model model) {
        CaseFile file = files.find(Viewer.of(user), number).orElseThrow(LedgerPages::notFound);
        if (file.contact() != null) audit.record(AuditKind.PERSONAL, words.of("read.contact", number));
        model.addAttribute("file", file);
        model.addAttribute("attempt", Attempt.NONE);
        model.addAttribute("task", task(number).orElse(null));
        model.addAttribute("evidence", evidence.path(number));
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

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

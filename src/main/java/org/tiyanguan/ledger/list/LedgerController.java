package org.tiyanguan.ledger.list;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.ledger.Card;
import org.tiyanguan.ledger.Channel;
import org.tiyanguan.ledger.FindingKind;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.ledger.Urgency;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.officer.ExperienceMode;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;

/** The ledger for centre, leader and departments: the list, one entry, and the way to one's task. */
@Controller
class LedgerController {

    private final LedgerSearch search;
    private final LedgerLines lines;
    private final SavedLists views;
    private final LedgerExport export;
    private final People people;
    private final CurrentUser user;
    private final Clock clock;
    private final AuditLog audit;

    LedgerController(
            LedgerSearch search,
            LedgerLines lines,
            SavedLists views,
            LedgerExport export,
            People people,
            CurrentUser user,
            Clock clock,
            AuditLog audit) {
        this.search = search;
        this.lines = lines;
        this.views = views;
        this.export = export;
        this.people = people;
        this.user = user;
        this.clock = clock;
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
        model.addAttribute("cards", Card.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("modes", ExperienceMode.values());
        model.addAttribute("categories", OfficerCategory.values());
        model.addAttribute("topics", Topic.values());
        model.addAttribute("ratings", LedgerQuery.RATINGS);
        model.addAttribute("overdueBys", OverdueBy.values());
        model.addAttribute("timelies", LedgerQuery.Timely.values());
        model.addAttribute("reacheds", LedgerQuery.Reached.values());
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("relapses", LedgerQuery.Relapse.values());
        model.addAttribute("lookBacks", LedgerQuery.LookedBack.values());
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
}

package org.tiyanguan.officer.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;

/** The register for centre and leader; a unit sees that its own people serve, and how often they were sent. */
@Controller
class RegisterController {

    private static final int LINES = 30;

    private final Register register;
    private final OfficerFile file;
    private final RegisterExport export;
    private final RegisterTexts texts;
    private final People people;
    private final CurrentUser user;
    private final AuditLog audit;
    private final Clock clock;

    RegisterController(
            Register register,
            OfficerFile file,
            RegisterExport export,
            RegisterTexts texts,
            People people,
            CurrentUser user,
            AuditLog audit,
            Clock clock) {
        this.register = register;
        this.file = file;
        this.export = export;
        this.texts = texts;
        this.people = people;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/officers")
    ModelAndView list(RegisterQuery query) {
        if (!user.seesEverything()) return ownPeople();
        check(query);
        List<Listed> found = register.find(query);
        int pages = Math.max(1, (found.size() + LINES - 1) / LINES);
        int page = Math.min(query.page(), pages);
        List<Listed> shown = found.subList((page - 1) * LINES, Math.min(page * LINES, found.size()));
        return new ModelAndView("officer/register")
                .addObject("query", query)
                .addObject("total", found.size())
                .addObject("page", page)
                .addObject("pages", pages)
                .addObject("lines", register.lines(shown))
                .addObject("columns", RegisterColumn.shown(query.cols()))
                .addObject("allColumns", RegisterColumn.values())
                .addObject("categories", OfficerCategory.values())
                .addObject("standings", Standing.values())
                .addObject("units", people.units())
                .addObject("words", texts)
                .addObject("year", LocalDate.now(clock).getYear());
    }

    private ModelAndView ownPeople() {
        List<Listed> own = register.of(user.groups());
        return new ModelAndView("officer/own-people")
                .addObject("people", own)
                .addObject(
                        "visited",
                        register.visited(own.stream().map(Listed::account).toList()));
    }

    @GetMapping("/officers.xlsx")
    void xlsx(RegisterQuery query, HttpServletResponse answer) throws IOException {
        check(query);
        audit.exported(query.file());
        answer.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("officers-" + LocalDate.now(clock) + ".xlsx")
                        .build()
                        .toString());
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        export.xlsx(RegisterColumn.shown(query.cols()), register.lines(register.find(query)), answer.getOutputStream());
    }

    @GetMapping("/officers/{account}")
    ModelAndView file(@PathVariable String account) {
        return file.masked(account);
    }

    /** Shows also phone, birth date, health and address; each look is logged. */
    @PostMapping("/officers/{account}/whole")
    ModelAndView whole(@PathVariable String account) {
        return file.whole(account);
    }

    private static void check(RegisterQuery query) {
        if (!query.makesSense()) throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}

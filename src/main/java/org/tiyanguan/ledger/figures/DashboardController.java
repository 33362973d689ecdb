package org.tiyanguan.ledger.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tiyanguan.security.People;

/** The dashboard and the league of departments; who may see them is said by the rules for URLs. */
@Controller
class DashboardController {

    /** The values as they stand in the address: days and the code of a department. */
    record Asked(
            @Nullable String from,
            @Nullable String to,
            @Nullable String department) {

        Asked {
            from = clean(from);
            to = clean(to);
            department = clean(department);
        }

        private static @Nullable String clean(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /** A period that one click leads to; {@code key} names its label. */
    record Shortcut(String key, String href, boolean here) {}

    /** The years that the ledger can have. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2099;

    private final Figures figures;
    private final Charts charts;
    private final People people;
    private final Clock clock;

    DashboardController(Figures figures, Charts charts, People people, Clock clock) {
        this.figures = figures;
        this.charts = charts;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/dashboard")
    String dashboard(Asked asked, Model model, HttpServletResponse answer) {
        FigureScope scope = scope(asked, "/dashboard", model, answer);
        if (scope == null) return "dashboard/page";
        Overview overview = new Overview(figures.of(scope));
        Overview now = new Overview(figures.now(scope));
        model.addAttribute("today", KeyFigures.today(scope, now, LocalDate.now(clock)));
        model.addAttribute("keyFigures", KeyFigures.of(scope, overview));
        model.addAttribute("charts", charts.of(scope, overview, now));
        if (overview.total() > 0) model.addAttribute("heat", charts.heat(scope, overview));
        model.addAttribute("league", scope.of(null).page("/dashboard/league"));
        return "dashboard/page";
    }

    @GetMapping("/dashboard/league")
    String league(
            Asked asked,
            @RequestParam(defaultValue = "TIMELY") League.Measure by,
            Model model,
            HttpServletResponse answer) {
        model.addAttribute("by", by);
        model.addAttribute("measures", League.Measure.values());
        FigureScope scope = scope(new Asked(asked.from, asked.to, null), "/dashboard/league", model, answer);
        if (scope == null) return "dashboard/league";
        League league = League.of(by, figures.standings(scope.period()));
        model.addAttribute("columns", LeagueTable.COLUMNS);
        model.addAttribute(
                "lines", LeagueTable.of(league, scope, people.departmentNames()).lines());
        model.addAttribute("enough", League.ENOUGH);
        model.addAttribute("dashboard", scope.page("/dashboard"));
        return "dashboard/league";
    }

    /** Returns null, with the faults in the model, where the scope cannot be shown. */
    private @Nullable FigureScope scope(Asked asked, String path, Model model, HttpServletResponse answer) {
        LocalDate today = LocalDate.now(clock);
        Map<String, String> faults = new HashMap<>();
        LocalDate to = day("to", asked.to, today, faults);
        LocalDate from = day("from", asked.from, Period.firstOfRecent(to), faults);
        if (faults.isEmpty() && from.isAfter(to)) faults.put("to", "order");
        List<People.Department> departments = people.departments();
        if (asked.department != null
                && departments.stream().noneMatch(d -> d.code().equals(asked.department)))
            faults.put("department", "department");
        model.addAttribute("path", path);
        model.addAttribute("asked", asked);
        model.addAttribute("departments", departments);
        model.addAttribute("faults", faults);
        if (!faults.isEmpty()) {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return null;
        }
        FigureScope scope = new FigureScope(new Period(from, to), asked.department);
        model.addAttribute("scope", scope);
        model.addAttribute("departmentName", people.departmentNames().get(scope.department()));
        model.addAttribute("shortcuts", shortcuts(scope, path, today));
        model.addAttribute("made", LocalDateTime.now(clock));
        return scope;
    }

    private static LocalDate day(String field, @Nullable String text, LocalDate usual, Map<String, String> faults) {
        if (text == null) return usual;
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) return day;
        } catch (DateTimeParseException e) {
            // No day at all: refused as one that the ledger cannot have.
        }
        faults.put(field, "day");
        return usual;
    }

    private static List<Shortcut> shortcuts(FigureScope scope, String path, LocalDate today) {
        Map<String, Period> periods = new LinkedHashMap<>();
        periods.put("RECENT", Period.recent(today));
        periods.put("MONTH", Period.month(today));
        periods.put("QUARTER", Period.quarter(today));
        periods.put("YEAR", Period.year(today));
        periods.put("PREVIOUS", scope.period().previous());
        periods.put("NEXT", scope.period().next());
        return periods.entrySet().stream()
                .map(one -> new Shortcut(
                        one.getKey(),
                        scope.in(one.getValue()).page(path),
                        one.getValue().equals(scope.period())))
                .toList();
    }
}

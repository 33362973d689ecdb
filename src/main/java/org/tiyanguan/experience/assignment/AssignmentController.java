package org.tiyanguan.experience.assignment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.ExperienceDiagram;
import org.tiyanguan.experience.ExperienceDiagram.Variable;
import org.tiyanguan.experience.ExperienceRecord;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.RecordPhotos;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.experience.process.VisitMoves;
import org.tiyanguan.experience.survey.SurveyFigures;
import org.tiyanguan.officer.ExperienceMode;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Assignments and their records for centre and leader; the centre plans and withdraws them. */
@Controller
class AssignmentController {

    private static final int MOST = 200;

    /**
     * A visit with what came of it; {@code photos} are the links to an item's photos, by its position, {@code survey}
     * is null where nobody was asked.
     */
    record Part(
            Visit visit,
            String officer,
            List<Records.Rating> ratings,
            List<String> findings,
            Map<Integer, String> photos,
            SurveyFigures.@Nullable Figures survey) {}

    private final Assignments assignments;
    private final Visits visits;
    private final Records records;
    private final RecordPhotos photos;
    private final SurveyFigures surveys;
    private final Withdrawals withdrawals;
    private final VisitMoves moves;
    private final CaseMessages cases;
    private final CaseTasks tasks;
    private final People people;
    private final CurrentUser user;
    private final ExperienceTexts texts;

    AssignmentController(
            Assignments assignments,
            Visits visits,
            Records records,
            RecordPhotos photos,
            SurveyFigures surveys,
            Withdrawals withdrawals,
            VisitMoves moves,
            CaseMessages cases,
            CaseTasks tasks,
            People people,
            CurrentUser user,
            ExperienceTexts texts) {
        this.assignments = assignments;
        this.visits = visits;
        this.records = records;
        this.photos = photos;
        this.surveys = surveys;
        this.withdrawals = withdrawals;
        this.moves = moves;
        this.cases = cases;
        this.tasks = tasks;
        this.people = people;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping("/assignments")
    String list(@RequestParam(required = false) Assignment.@Nullable State state, Model model) {
        List<Assignment> found = assignments.newest(state, MOST);
        model.addAttribute("assignments", found);
        model.addAttribute(
                "visits", found.stream().collect(Collectors.toMap(Assignment::number, one -> visits.of(one.number()))));
        model.addAttribute("state", state);
        model.addAttribute("states", Assignment.State.values());
        model.addAttribute("modes", ExperienceMode.values());
        model.addAttribute("plans", user.is(Roles.CENTER));
        if (!model.containsAttribute("faults")) model.addAttribute("faults", Map.of());
        return "experience/list";
    }

    /** Begins an assignment, whose planning waits in Tasklist. */
    @PostMapping("/assignments")
    ModelAndView plan(
            @RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String mode, Model model) {
        centerOnly();
        try {
            return new ModelAndView("redirect:/assignments/"
                    + cases.start(ExperienceDiagram.KEY, Map.of(Variable.TITLE, title, Variable.MODE, mode)) + "/task");
        } catch (Refusal refusal) {
            model.addAttribute(
                    "faults",
                    refusal.faults().stream()
                            .collect(Collectors.toMap(
                                    Refusal.Fault::field, Refusal.Fault::message, (one, other) -> one)));
            model.addAttribute("title", title);
            model.addAttribute("mode", mode);
            return new ModelAndView(list(null, model), model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping("/assignments/{number}")
    String one(@PathVariable String number, Model model) {
        Assignment assignment = assignments.find(number).orElseThrow(NotFound::new);
        model.addAttribute("assignment", assignment);
        model.addAttribute(
                "department", assignment.department() == null ? null : people.departmentName(assignment.department()));
        model.addAttribute(
                "planner",
                assignment.lookBack() == null ? people.nameOf(assignment.plannedBy()) : texts.of("look-back.planner"));
        model.addAttribute(
                "parts",
                visits.of(number).stream().map(visit -> part(assignment, visit)).toList());
        model.addAttribute("withdraws", user.is(Roles.CENTER) && assignment.state() == Assignment.State.RUNNING);
        model.addAttribute("task", task(number).orElse(null));
        return "experience/assignment";
    }

    /** Links in mails lead here, and on: an officer to the assignment, others to their task or the page. */
    @GetMapping("/assignments/{number}/task")
    String toTask(@PathVariable String number) {
        Optional<Visit> own = visits.of(number).stream()
                .filter(visit -> user.id().filter(visit.officer()::equals).isPresent())
                .findFirst();
        if (own.isPresent() && user.is(Roles.OFFICER))
            return "redirect:/officer/tasks/" + own.get().id();
        Optional<String> task = task(number);
        if (task.isPresent()) return "redirect:/camunda/app/tasklist/default/#/?task=" + task.get();
        return user.seesEverything() && assignments.find(number).isPresent()
                ? "redirect:/assignments/{number}"
                : "redirect:/";
    }

    @PostMapping("/assignments/{number}/withdraw")
    ModelAndView withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        centerOnly();
        if (assignments.find(number).isEmpty()) throw new NotFound();
        try {
            withdrawals.withdraw(number, reason);
            next.addFlashAttribute("done", texts.of("withdrawn"));
            return new ModelAndView("redirect:/assignments/" + number);
        } catch (Refusal refusal) {
            model.addAttribute("fault", refusal.getMessage());
            model.addAttribute("reason", reason);
            return new ModelAndView(one(number, model), model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping("/assignments/{number}/move")
    ModelAndView move(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        centerOnly();
        if (assignments.find(number).isEmpty()) throw new NotFound();
        try {
            moves.move(number, lastDay, reason);
            next.addFlashAttribute("done", texts.of("moved", lastDay));
            return new ModelAndView("redirect:/assignments/" + number);
        } catch (Refusal refusal) {
            model.addAttribute("moveFault", refusal.getMessage());
            model.addAttribute("lastDay", lastDay);
            model.addAttribute("moveReason", reason);
            return new ModelAndView(one(number, model), model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    private Part part(Assignment assignment, Visit visit) {
        Optional<ExperienceRecord> record = records.ofVisit(visit.id()).filter(ExperienceRecord::isSent);
        return new Part(
                visit,
                people.nameOf(visit.officer()),
                record.map(one -> records.ratings(one.number())).orElse(List.of()),
                record.map(one -> records.ledgerNumbers(one.number())).orElse(List.of()),
                record.map(photos::ofItems).orElse(Map.of()),
                surveys.of(assignment, visit).orElse(null));
    }

    private Optional<String> task(String number) {
        return user.id().flatMap(id -> tasks.mostUrgentOf(number, id, user.groups()));
    }

    private void centerOnly() {
        if (!user.is(Roles.CENTER)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}

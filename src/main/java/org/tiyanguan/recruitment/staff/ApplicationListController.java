package org.tiyanguan.recruitment.staff;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Places;
import org.tiyanguan.recruitment.RecruitmentCall;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** The applications of a call for centre, leader and units; the leader decides many at once. */
@Controller
class ApplicationListController {

    private final Calls calls;
    private final Applications applications;
    private final Places places;
    private final BulkDecision decisions;
    private final ApplicationAccess access;
    private final CurrentUser user;
    private final People people;
    private final RecruitmentTexts texts;

    ApplicationListController(
            Calls calls,
            Applications applications,
            Places places,
            BulkDecision decisions,
            ApplicationAccess access,
            CurrentUser user,
            People people,
            RecruitmentTexts texts) {
        this.calls = calls;
        this.applications = applications;
        this.places = places;
        this.decisions = decisions;
        this.access = access;
        this.user = user;
        this.people = people;
        this.texts = texts;
    }

    /** @param call of which; the newest if nobody says */
    @GetMapping("/applications")
    String list(
            @RequestParam(required = false) @Nullable String call,
            @RequestParam(required = false) @Nullable ApplicationState state,
            Model model) {
        List<RecruitmentCall> all = calls.all().stream()
                .filter(one -> user.seesEverything() || one.state().isPublic())
                .toList();
        RecruitmentCall shown = all.stream()
                .filter(one -> call == null || one.number().equals(call))
                .findFirst()
                .orElse(null);
        List<Application> found = shown == null
                ? List.of()
                : applications.of(shown.number()).stream()
                        .filter(access::mayRead)
                        .filter(application -> state == null || application.state() == state)
                        .toList();
        model.addAttribute("calls", all);
        model.addAttribute("call", shown);
        model.addAttribute("state", state);
        model.addAttribute("states", ApplicationState.values());
        model.addAttribute("applications", found);
        model.addAttribute(
                "units", people.units().stream().collect(Collectors.toMap(People.Unit::group, People.Unit::name)));
        model.addAttribute("places", shown == null || !user.seesEverything() ? List.of() : places.of(shown.number()));
        model.addAttribute(
                "decides",
                user.is(Roles.LEADER)
                        && found.stream().anyMatch(application -> application.state() == ApplicationState.DECISION));
        return "recruitment/list";
    }

    /** The leader's decision about each of the chosen. */
    @PostMapping("/applications/decisions")
    ModelAndView decide(
            @RequestParam String call,
            @RequestParam(defaultValue = "") List<String> number,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String overrunReason,
            Model model,
            RedirectAttributes next) {
        try {
            decisions.decide(number, decision, reason, overrunReason);
            next.addFlashAttribute("done", texts.of("decided", number.size()));
            return new ModelAndView("redirect:/applications?call=" + call);
        } catch (Refusal refusal) {
            model.addAttribute("fault", refusal.getMessage());
        }
        model.addAttribute("chosen", number);
        model.addAttribute("decision", decision);
        model.addAttribute("reason", reason);
        model.addAttribute("overrunReason", overrunReason);
        return new ModelAndView(list(call, null, model), model.asMap(), HttpStatus.BAD_REQUEST);
    }
}

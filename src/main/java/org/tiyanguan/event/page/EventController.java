package org.tiyanguan.event.page;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.QrCode;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.event.DoorCodes;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventActs;
import org.tiyanguan.event.EventDiagram;
import org.tiyanguan.event.EventDiagram.Variable;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.EventKind;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Invitation.Attendance;
import org.tiyanguan.event.SignIns;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** Events for the staff: centre and leader see all of them, departments and units those that they are invited to. */
@Controller
class EventController {

    private static final int MOST = 200;

    private final Events events;
    private final EventInvitations invitations;
    private final EventPages pages;
    private final EventActs acts;
    private final SignIns signIns;
    private final DoorCodes codes;
    private final EvidenceBoxes boxes;
    private final CaseMessages cases;
    private final CaseTasks tasks;
    private final CaseSteps history;
    private final CurrentUser user;
    private final EventTexts texts;
    private final String baseUrl;

    EventController(
            Events events,
            EventInvitations invitations,
            EventPages pages,
            EventActs acts,
            SignIns signIns,
            DoorCodes codes,
            EvidenceBoxes boxes,
            CaseMessages cases,
            CaseTasks tasks,
            CaseSteps history,
            CurrentUser user,
            EventTexts texts,
            @Value("${tiyanguan.base-url}") String baseUrl) {
        this.events = events;
        this.invitations = invitations;
        this.pages = pages;
        this.acts = acts;
        this.signIns = signIns;
        this.codes = codes;
        this.boxes = boxes;
        this.cases = cases;
        this.tasks = tasks;
        this.history = history;
        this.user = user;
        this.texts = texts;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/events")
    String list(
            @RequestParam(required = false) Event.@Nullable State state,
            @RequestParam(required = false) @Nullable EventKind kind,
            Model model) {
        var found = pages.list(state, kind, MOST);
        model.addAttribute("events", found);
        model.addAttribute("titles", found.stream().collect(Collectors.toMap(Event::number, pages::titleOf)));
        model.addAttribute(
                "times",
                found.stream()
                        .filter(one -> one.startsAt() != null)
                        .collect(Collectors.toMap(Event::number, texts::when)));
        model.addAttribute("state", state);
        model.addAttribute("states", Event.State.values());
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", EventKind.values());
        model.addAttribute("plans", user.is(Roles.CENTER));
        if (!model.containsAttribute("faults")) model.addAttribute("faults", Map.of());
        return "event/list";
    }

    /** Begins an event, whose planning waits in Tasklist. */
    @PostMapping("/events")
    ModelAndView plan(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(name = "of", defaultValue = "") String kind,
            Model model) {
        centerOnly();
        try {
            return new ModelAndView("redirect:/events/"
                    + cases.start(EventDiagram.KEY, Map.of(Variable.TITLE, title, Variable.KIND, kind)) + "/task");
        } catch (Refusal refusal) {
            model.addAttribute("faults", refusal.byField());
            model.addAttribute("title", title);
            model.addAttribute("of", kind);
            return new ModelAndView(list(null, null, model), model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping("/events/{number}")
    String one(@PathVariable String number, Model model) {
        EventPages.View view = pages.ofStaff(number);
        Event event = view.event();
        boolean ahead = event.state() == Event.State.INVITED;
        model.addAttribute("view", view);
        model.addAttribute("event", event);
        model.addAttribute("materials", event.state().isAnnounced() ? boxes.path(number) : null);
        model.addAttribute("all", user.seesEverything());
        model.addAttribute("history", user.seesEverything() ? history.of(number) : List.of());
        model.addAttribute("moves", ahead && user.is(Roles.CENTER));
        model.addAttribute("signsIn", user.is(Roles.CENTER) && event.state().isAnnounced() && signIns.isTime(event));
        model.addAttribute("present", view.count(Attendance.PRESENT));
        model.addAttribute("task", task(number).orElse(null));
        if (!model.containsAttribute("faults")) model.addAttribute("faults", Map.of());
        if (!model.containsAttribute("typed")) model.addAttribute("typed", Map.of());
        return "event/event";
    }

    /** Links in mails lead here, and on: an officer to their page, others to their task or the page. */
    @GetMapping("/events/{number}/task")
    String toTask(@PathVariable String number) {
        boolean invited = user.is(Roles.OFFICER)
                && invitations.find(number, user.id().stream().toList()).isPresent();
        if (invited) return "redirect:/officer/events/{number}";
        Optional<String> task = task(number);
        if (task.isPresent()) return "redirect:/camunda/app/tasklist/default/#/?task=" + task.get();
        return events.find(number).isPresent() ? "redirect:/events/{number}" : "redirect:/";
    }

    @PostMapping("/events/{number}/postpone")
    ModelAndView postpone(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes next) {
        return act(number, "postpone", typed, model, next, "postponed", () -> {
            String dayOff = typed.getOrDefault("dayOffReason", "").strip();
            acts.postpone(
                    number,
                    time(typed, "startsAt"),
                    time(typed, "endsAt"),
                    time(typed, "replyDue"),
                    dayOff.isEmpty() ? null : dayOff,
                    typed.getOrDefault("reason", ""));
        });
    }

    @PostMapping("/events/{number}/cancel")
    ModelAndView cancel(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes next) {
        return act(
                number,
                "cancel",
                typed,
                model,
                next,
                "cancelled",
                () -> acts.cancel(number, typed.getOrDefault("reason", "")));
    }

    /** The list at the desk, for those without a phone. */
    @PostMapping("/events/{number}/sign-in")
    ModelAndView signIn(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") long invitation,
            Model model,
            RedirectAttributes next) {
        return act(number, "sign-in", Map.of(), model, next, "signed-in", () -> signIns.atDesk(number, invitation));
    }

    /** For the projector: the code that phones open, another one each half-minute. */
    @GetMapping("/events/{number}/sign-in")
    String door(@PathVariable String number, Model model) {
        centerOnly();
        Event event =
                events.find(number).filter(one -> one.state().isAnnounced()).orElseThrow(NotFound::new);
        boolean time = signIns.isTime(event);
        model.addAttribute("event", event);
        model.addAttribute("when", texts.when(event));
        model.addAttribute("present", invitations.present(number).size());
        model.addAttribute("invited", invitations.staying(number).size());
        model.addAttribute("closed", signIns.whenOpen());
        model.addAttribute(
                "code",
                time ? QrCode.of(baseUrl + "/officer/events/" + number + "/sign-in?code=" + codes.now(event)) : null);
        return "event/door";
    }

    private ModelAndView act(
            String number,
            String name,
            Map<String, String> typed,
            Model model,
            RedirectAttributes next,
            String done,
            Runnable act) {
        centerOnly();
        if (events.find(number).isEmpty()) throw new NotFound();
        try {
            act.run();
            next.addFlashAttribute("done", texts.of("done." + done));
            return new ModelAndView("redirect:/events/" + number);
        } catch (Refusal refusal) {
            model.addAttribute("faults", refusal.byField());
            model.addAttribute("typed", typed);
            model.addAttribute("faultAt", name);
            return new ModelAndView(one(number, model), model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    private LocalDateTime time(Map<String, String> typed, String field) {
        try {
            return LocalDateTime.parse(typed.getOrDefault(field, ""));
        } catch (DateTimeParseException e) {
            throw texts.refusal(field, "time");
        }
    }

    private Optional<String> task(String number) {
        return user.id().flatMap(id -> tasks.mostUrgentOf(number, id, user.groups()));
    }

    private void centerOnly() {
        if (!user.is(Roles.CENTER)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}

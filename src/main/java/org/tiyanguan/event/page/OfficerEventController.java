package org.tiyanguan.event.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventDiagram;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.SignIns;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.security.CurrentUser;

/** An event as an officer has it on the phone: reply, sign-in, minutes, and what became of one's own opinions. */
@Controller
class OfficerEventController {

    private final Events events;
    private final EventPages pages;
    private final OwnTasks tasks;
    private final SignIns signIns;
    private final EvidenceBoxes boxes;
    private final CurrentUser user;
    private final EventTexts texts;

    OfficerEventController(
            Events events,
            EventPages pages,
            OwnTasks tasks,
            SignIns signIns,
            EvidenceBoxes boxes,
            CurrentUser user,
            EventTexts texts) {
        this.events = events;
        this.pages = pages;
        this.tasks = tasks;
        this.signIns = signIns;
        this.boxes = boxes;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping("/officer/events/{number}")
    String show(@PathVariable String number, Model model) {
        EventPages.View view = pages.ofOfficer(number);
        model.addAttribute("view", view);
        model.addAttribute("event", view.event());
        model.addAttribute("own", view.own());
        model.addAttribute("replies", tasks.has(number, me(), EventDiagram.REPLY_TASK));
        model.addAttribute("agrees", tasks.has(number, me(), EventDiagram.MINUTES_TASK));
        model.addAttribute("materials", boxes.path(number));
        if (!model.containsAttribute("faults")) model.addAttribute("faults", Map.of());
        return "event/own";
    }

    @PostMapping("/officer/events/{number}/reply")
    ModelAndView reply(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String question,
            Model model,
            RedirectAttributes next) {
        return act(number, model, next, "replied", () -> {
            String text = reply.equals("QUESTION") ? question : reason;
            model.addAttribute("reply", reply);
            model.addAttribute("reason", reason);
            model.addAttribute("question", question);
            tasks.reply(number, me(), reply, text);
        });
    }

    @PostMapping("/officer/events/{number}/minutes")
    ModelAndView minutes(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String agreement,
            @RequestParam(defaultValue = "") String correction,
            Model model,
            RedirectAttributes next) {
        return act(number, model, next, "agreed", () -> {
            model.addAttribute("agreement", agreement);
            model.addAttribute("correction", correction);
            tasks.agree(number, me(), agreement, correction);
        });
    }

    /** The code at the door leads here; who is not invited learns no more than that. */
    @GetMapping("/officer/events/{number}/sign-in")
    ModelAndView atDoor(@PathVariable String number, @RequestParam(defaultValue = "") String code) {
        return door(number, code, null, HttpStatus.OK);
    }

    @PostMapping("/officer/events/{number}/sign-in")
    ModelAndView signIn(
            @PathVariable String number, @RequestParam(defaultValue = "") String code, RedirectAttributes next) {
        Event event = announced(number);
        try {
            signIns.byCode(event.number(), me(), code);
            next.addFlashAttribute("done", texts.of("done.signed-in"));
            return new ModelAndView("redirect:/officer/events/" + number);
        } catch (Refusal refusal) {
            return door(number, code, refusal.getMessage(), HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView door(String number, String code, @Nullable String fault, HttpStatus status) {
        announced(number);
        return new ModelAndView("event/sign-in", status)
                .addObject("number", number)
                .addObject("code", code)
                .addObject("fault", fault);
    }

    private Event announced(String number) {
        return events.find(number).filter(one -> one.state().isAnnounced()).orElseThrow(NotFound::new);
    }

    private ModelAndView act(String number, Model model, RedirectAttributes next, String done, Runnable act) {
        pages.ofOfficer(number);
        try {
            act.run();
            next.addFlashAttribute("done", texts.of("done." + done));
            return new ModelAndView("redirect:/officer/events/" + number);
        } catch (Refusal refusal) {
            model.addAttribute("faults", refusal.byField());
            return new ModelAndView(show(number, model), model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    private String me() {
        return user.id().orElseThrow();
    }
}

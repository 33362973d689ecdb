package org.tiyanguan.recruitment.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.privacy.Masked;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.RecruitmentCall;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.web.FormTokens;

/** What the public sees of a call, and objections to those whom its public notice names. */
@Controller
class CallController {

    private final PublishedCalls published;
    private final Calls calls;
    private final Applications applications;
    private final ObjectionIntake objections;
    private final FormTokens tokens;
    private final Throttle throttle;
    private final RecruitmentTexts texts;

    CallController(
            PublishedCalls published,
            Calls calls,
            Applications applications,
            ObjectionIntake objections,
            FormTokens tokens,
            Throttle throttle,
            RecruitmentTexts texts) {
        this.published = published;
        this.calls = calls;
        this.applications = applications;
        this.objections = objections;
        this.tokens = tokens;
        this.throttle = throttle;
        this.texts = texts;
    }

    @GetMapping("/calls/{number}")
    ModelAndView call(@PathVariable String number, @RequestParam(required = false) @Nullable String objected) {
        return page(number).addObject("objected", objected);
    }

    @PostMapping("/calls/{number}/objections")
    ModelAndView object(
            @PathVariable String number, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        published.call(number);
        HttpStatus status = HttpStatus.BAD_REQUEST;
        try {
            if (tokens.isOfRobot(typed)) throw texts.refusal("", "robot");
            if (!throttle.maySend(request.getRemoteAddr())) {
                status = HttpStatus.TOO_MANY_REQUESTS;
                throw texts.refusal("", "too-often");
            }
            return new ModelAndView("redirect:/calls/" + number + "?objected=" + objections.object(number, typed));
        } catch (Refusal refusal) {
            ModelAndView page = page(number).addObject("values", typed).addObject("faults", refusal.byField());
            page.setStatus(status);
            return page;
        }
    }

    private ModelAndView page(String number) {
        RecruitmentCall call = published.call(number);
        List<Application> named = applications.onNotice(number);
        return new ModelAndView("recruitment/call")
                .addObject("call", call)
                .addObject("open", published.isOpen(call))
                .addObject("places", places(number))
                .addObject("named", named)
                .addObject(
                        "names",
                        named.stream()
                                .map(application ->
                                        Masked.name(application.person().name()))
                                .toList())
                .addObject("onNotice", published.isOnNotice(call))
                .addObject("token", tokens.make());
    }

    private List<String> places(String number) {
        List<String> places = new ArrayList<>();
        calls.places(number).forEach((category, count) -> {
            if (count > 0) places.add(texts.of("places", texts.label("category", category), count));
        });
        return places;
    }
}

package org.tiyanguan.experience.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.core.Once;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.SurveySettings;
import org.tiyanguan.web.FormThrottle;
import org.tiyanguan.web.FormTokens;

/** Lets anybody who has the link answer a survey, without a login and without JavaScript. */
@Controller
class SurveyController {

    private final SurveyIntake intake;
    private final FormTokens tokens;
    private final FormThrottle throttle;
    private final SurveySettings settings;
    private final ExperienceTexts texts;

    SurveyController(SurveyIntake intake, FormTokens tokens, SurveySettings settings, ExperienceTexts texts) {
        this.intake = intake;
        this.tokens = tokens;
        this.throttle = new FormThrottle(settings.answersAnHour());
        this.settings = settings;
        this.texts = texts;
    }

    @GetMapping("/surveys/{token}")
    ModelAndView ask(@PathVariable String token, @RequestParam(required = false) @Nullable String thanks) {
        Questionnaire asked = intake.find(token);
        if (thanks != null) return page(asked, "thanks", HttpStatus.OK);
        return asked.isOpen() ? form(asked, tokens.make(), Map.of(), Map.of(), HttpStatus.OK) : closed(asked);
    }

    @PostMapping("/surveys/{token}")
    ModelAndView answer(
            @PathVariable String token, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        Questionnaire asked = intake.find(token);
        String mark = FormTokens.of(typed);
        if (intake.isTaken(mark).isPresent()) return thanks(token);
        if (!asked.isOpen()) return closed(asked);
        if (tokens.isOfRobot(typed))
            return form(asked, tokens.make(), typed, fault("survey-robot"), HttpStatus.BAD_REQUEST);
        if (!throttle.maySend(request.getRemoteAddr()))
            return form(asked, mark, typed, fault("survey-too-often"), HttpStatus.TOO_MANY_REQUESTS);
        try {
            boolean taken = Once.act(() -> intake.answer(asked, mark, typed), () -> intake.isTaken(mark));
            return taken ? thanks(token) : closed(asked);
        } catch (Refusal refusal) {
            return form(asked, mark, typed, refusal.byField(), HttpStatus.BAD_REQUEST);
        }
    }

    private static ModelAndView thanks(String token) {
        return new ModelAndView("redirect:/surveys/" + token + "?thanks");
    }

    private static ModelAndView closed(Questionnaire asked) {
        return page(asked, "closed", HttpStatus.GONE);
    }

    private ModelAndView form(
            Questionnaire asked,
            String mark,
            Map<String, String> typed,
            Map<String, String> faults,
            HttpStatus status) {
        return page(asked, "form", status)
                .addObject("mark", mark)
                .addObject("items", asked.items())
                .addObject("forgetDays", settings.forgetDays())
                .addObject("values", typed)
                .addObject("faults", faults);
    }

    private static ModelAndView page(Questionnaire asked, String part, HttpStatus status) {
        return new ModelAndView("survey/page", status)
                .addObject("asked", asked.assignment().title())
                .addObject("part", part);
    }

    private Map<String, String> fault(String key) {
        return Map.of("", texts.of("refusal." + key));
    }
}

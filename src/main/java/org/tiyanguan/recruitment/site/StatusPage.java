package org.tiyanguan.recruitment.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.forms.StartForms;
import org.tiyanguan.officer.Activations;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Event;
import org.tiyanguan.recruitment.RecruitmentTexts;

/** The page on which applicants see how far they are, and complete what is missing. */
@Component
class StatusPage {

    private final Officers officers;
    private final Activations activations;
    private final RecruitmentHistory history;
    private final AnnexForm form;
    private final RecruitmentTexts texts;

    StatusPage(
            Officers officers,
            Activations activations,
            RecruitmentHistory history,
            AnnexForm form,
            RecruitmentTexts texts) {
        this.officers = officers;
        this.activations = activations;
        this.history = history;
        this.form = form;
        this.texts = texts;
    }

    ModelAndView of(Application application) {
        return of(application, Map.of(), Map.of(), HttpStatus.OK);
    }

    /** The page comes once more, after something that the applicant may not do now. */
    ModelAndView instead(Application application) {
        return of(application, Map.of(), Map.of(), HttpStatus.BAD_REQUEST);
    }

    ModelAndView of(
            Application application, Map<String, String> values, Map<String, String> faults, HttpStatus status) {
        Officer officer = officers.of(application.number()).orElse(null);
        boolean completes = application.state() == ApplicationState.COMPLETION && application.isSelf();
        return new ModelAndView("recruitment/status", status)
                .addObject("candidate", application)
                .addObject("state", texts.label("state", application.state()))
                .addObject("next", texts.label("next", application.state()))
                .addObject(
                        "steps",
                        history.toldOf(application.number()).stream()
                                .map(this::step)
                                .toList())
                .addObject("officer", officer)
                .addObject("activates", officer != null && !activations.isActive(officer.account()))
                .addObject("completes", completes)
                .addObject("fields", completes ? fields() : List.of())
                .addObject("values", values.isEmpty() ? known(application) : values)
                .addObject("faults", faults);
    }

    /** The page that asks for number and phone, with what is wrong. */
    static ModelAndView askAgain(Refusal refusal, Map<String, String> typed) {
        return new ModelAndView("recruitment/track", HttpStatus.BAD_REQUEST)
                .addObject("received", "")
                .addObject("fault", refusal.getMessage())
                .addObject("values", typed);
    }

    private Map<String, String> step(Event event) {
        return Map.of("at", texts.time(event.at()), "what", texts.label("step", event.act()));
    }

    private List<StartForms.Field> fields() {
        return form.fields().stream()
                .map(field -> Annex.WITHHELD.contains(field.key()) ? field.optional(texts.of("withheld")) : field)
                .toList();
    }

    private static Map<String, String> known(Application application) {
        Map<String, String> known = new HashMap<>();
        Annex.fields().stream()
                .filter(field -> !Annex.WITHHELD.contains(field))
                .forEach(field -> known.put(field, application.value(field)));
        return known;
    }
}

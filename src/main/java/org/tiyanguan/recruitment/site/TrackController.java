package org.tiyanguan.recruitment.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.core.Download;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.forms.StartForms;
import org.tiyanguan.officer.Activations;
import org.tiyanguan.officer.Letters;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Objections;
import org.tiyanguan.recruitment.Photo;
import org.tiyanguan.recruitment.PrintedForms;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Event;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.security.TooManyTries;

/**
 * Where applicants see how far they are, complete what is missing and, without a mail address, get their account; and
 * whoever objected reads the answer. Number and phone open it, with each act anew: there is no session to lose or to
 * leave behind on a shared computer.
 */
@Controller
class TrackController {

    private final Applications applications;
    private final Objections objections;
    private final Officers officers;
    private final Letters letters;
    private final Activations activations;
    private final RecruitmentHistory history;
    private final AnnexForm form;
    private final PublicActs outside;
    private final Photo photos;
    private final PrintedForms prints;
    private final Throttle throttle;
    private final RecruitmentTexts texts;

    TrackController(
            Applications applications,
            Objections objections,
            Officers officers,
            Letters letters,
            Activations activations,
            RecruitmentHistory history,
            AnnexForm form,
            PublicActs outside,
            Photo photos,
            PrintedForms prints,
            Throttle throttle,
            RecruitmentTexts texts) {
        this.applications = applications;
        this.objections = objections;
        this.officers = officers;
        this.letters = letters;
        this.activations = activations;
        this.history = history;
        this.form = form;
        this.outside = outside;
        this.photos = photos;
        this.prints = prints;
        this.throttle = throttle;
        this.texts = texts;
    }

    @GetMapping("/applications/track")
    ModelAndView ask(@RequestParam(required = false) String received) {
        boolean known = received != null && received.matches("SQ-\\d{4}-\\d{6}");
        return new ModelAndView("recruitment/track", Map.of("received", known ? received : ""));
    }

    @PostMapping("/applications/track")
    ModelAndView find(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        try {
            if (number(typed).startsWith("YY-")) return objection(typed, request);
            return status(own(typed, request), Map.of(), Map.of(), HttpStatus.OK);
        } catch (Refusal refusal) {
            return refused(refusal, typed);
        }
    }

    @PostMapping("/applications/track/complete")
    ModelAndView complete(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) MultipartFile photo,
            HttpServletRequest request) {
        Application application;
        try {
            application = own(typed, request);
        } catch (Refusal refusal) {
            return refused(refusal, typed);
        }
        Map<String, String> faults = new LinkedHashMap<>();
        HttpStatus refused = HttpStatus.BAD_REQUEST;
        byte[] picture = null;
        try {
            if (photo != null && !photo.isEmpty()) picture = photos.read(photo);
        } catch (Refusal refusal) {
            refused = HttpStatus.valueOf(refusal.status());
            CallController.add(refusal, faults);
        }
        try {
            Map<String, Object> values = form.values(application.callNumber(), application.person().completed(typed));
            form.check(values);
            if (faults.isEmpty()) {
                outside.complete(application.number(), Annex.of(values), picture);
                return status(applications.application(application.number()), Map.of(), Map.of(), HttpStatus.OK)
                        .addObject("done", texts.of("completed"));
            }
        } catch (Refusal refusal) {
            CallController.add(refusal, faults);
        }
        return status(application, typed, faults, refused);
    }

    /** Who left no mail address gets the link here, instead of in a mail. */
    @PostMapping("/applications/track/activate")
    ModelAndView activate(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        try {
            Application application = own(typed, request);
            return officers.of(application.number())
                    .filter(officer -> maySetPassword(application, officer))
                    .map(officer -> new ModelAndView("redirect:" + activations.path(officer.account())))
                    .orElseGet(() -> status(application, Map.of(), Map.of(), HttpStatus.BAD_REQUEST));
        } catch (Refusal refusal) {
            return refused(refusal, typed);
        }
    }

    /** The letter of appointment as a Word file, or the page once more. */
    @PostMapping("/applications/track/letter")
    Object letter(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        try {
            Application application = own(typed, request);
            return officers.of(application.number())
                    .<Object>map(officer -> Download.word(letters.print(officer), prints.nameOfLetter(application)))
                    .orElseGet(() -> status(application, Map.of(), Map.of(), HttpStatus.BAD_REQUEST));
        } catch (Refusal refusal) {
            return refused(refusal, typed);
        }
    }

    // ----

    private Application own(Map<String, String> typed, HttpServletRequest request) {
        return known(
                () -> applications
                        .find(number(typed))
                        .filter(found -> phone(typed).equals(found.person().phone())),
                typed,
                request);
    }

    private ModelAndView objection(Map<String, String> typed, HttpServletRequest request) {
        Objections.Objection objection = known(
                () -> objections
                        .find(number(typed))
                        .filter(found -> phone(typed).equals(found.phone())),
                typed,
                request);
        return new ModelAndView("recruitment/objection").addObject("objection", objection);
    }

    /** The answer neither says which of the two is wrong nor whether there is such a number. */
    private <T> T known(Supplier<Optional<T>> pair, Map<String, String> typed, HttpServletRequest request) {
        AtomicReference<T> found = new AtomicReference<>();
        try {
            throttle.isRight(number(typed), request.getRemoteAddr(), () -> {
                pair.get().ifPresent(found::set);
                return found.get() != null;
            });
        } catch (TooManyTries guesses) {
            throw texts.refusal(null, "asked-too-often");
        }
        if (found.get() == null) throw texts.refusal(null, "unknown");
        return found.get();
    }

    private ModelAndView refused(Refusal refusal, Map<String, String> typed) {
        return new ModelAndView("recruitment/track", HttpStatus.BAD_REQUEST)
                .addObject("received", "")
                .addObject("fault", refusal.getMessage())
                .addObject("values", typed);
    }

    private ModelAndView status(
            Application application, Map<String, String> values, Map<String, String> faults, HttpStatus status) {
        ModelAndView page = new ModelAndView("recruitment/status", status);
        page.addObject("candidate", application);
        page.addObject("state", texts.label("state", application.state()));
        page.addObject("next", texts.label("next", application.state()));
        page.addObject(
                "steps",
                history.toldOf(application.number()).stream().map(this::step).toList());
        Officer officer = officers.of(application.number()).orElse(null);
        boolean activates = officer != null && !activations.isActive(officer.account());
        page.addObject("officer", officer);
        page.addObject("activates", activates);
        boolean completes = application.state() == ApplicationState.COMPLETION && application.isSelf();
        page.addObject("completes", completes);
        page.addObject("fields", completes ? fields() : List.of());
        page.addObject("values", values.isEmpty() ? known(application) : values);
        page.addObject("faults", faults);
        return page;
    }

    private Map<String, String> step(Event event) {
        return Map.of("at", texts.time(event.at()), "what", texts.label("step", event.act()));
    }

    /** Others get the link by mail only. */
    private boolean maySetPassword(Application application, Officer officer) {
        return application.person().email() == null && !activations.isActive(officer.account());
    }

    // ---- completing

    private List<StartForms.Field> fields() {
        return form.fields().stream()
                .map(field -> Annex.WITHHELD.contains(field.key()) ? field.optional(texts.of("withheld")) : field)
                .toList();
    }

    private static Map<String, String> known(Application application) {
        Map<String, String> known = new HashMap<>();
        Annex.fields().stream()
                .filter(field -> !Annex.WITHHELD.contains(field))
                .forEach(field -> known.put(field, application.person().value(field)));
        return known;
    }

    private static String number(Map<String, String> typed) {
        return typed.getOrDefault("number", "").strip().toUpperCase(Locale.ROOT);
    }

    private static String phone(Map<String, String> typed) {
        return typed.getOrDefault("mobile", "").strip();
    }
}

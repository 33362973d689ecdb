package org.tiyanguan.recruitment.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Once;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.privacy.Masked;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.CallState;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Dates;
import org.tiyanguan.recruitment.Photo;
import org.tiyanguan.recruitment.RecruitmentCall;
import org.tiyanguan.recruitment.RecruitmentTexts;

/** What the public sees of a call; annex 2 to fill in and objections, without a login and without JavaScript. */
@Controller
class CallController {

    private final Calls calls;
    private final Applications applications;
    private final AnnexForm form;
    private final SelfRecommendations recommendations;
    private final PublicActs outside;
    private final Photo photos;
    private final FormTokens tokens;
    private final Throttle throttle;
    private final Dates dates;
    private final RecruitmentTexts texts;

    CallController(
            Calls calls,
            Applications applications,
            AnnexForm form,
            SelfRecommendations recommendations,
            PublicActs outside,
            Photo photos,
            FormTokens tokens,
            Throttle throttle,
            Dates dates,
            RecruitmentTexts texts) {
        this.calls = calls;
        this.applications = applications;
        this.form = form;
        this.recommendations = recommendations;
        this.outside = outside;
        this.photos = photos;
        this.tokens = tokens;
        this.throttle = throttle;
        this.dates = dates;
        this.texts = texts;
    }

    @GetMapping("/calls/{number}")
    String call(@PathVariable String number, @RequestParam(required = false) String objected, Model model) {
        RecruitmentCall call = published(number);
        List<Application> named = applications.onNotice(number);
        boolean onNotice = call.state() == CallState.NOTICE && dates.now().isBefore(call.noticeUntil());
        model.addAttribute("call", call);
        model.addAttribute("open", isOpen(call));
        model.addAttribute("places", places(number));
        model.addAttribute("named", named);
        model.addAttribute(
                "names",
                named.stream()
                        .map(application -> Masked.name(application.person().name()))
                        .toList());
        model.addAttribute("onNotice", onNotice);
        model.addAttribute("token", tokens.make());
        model.addAttribute("objected", objected);
        return "recruitment/call";
    }

    // ---- annex 2

    @GetMapping("/calls/{number}/apply")
    ModelAndView apply(@PathVariable String number) {
        RecruitmentCall call = published(number);
        if (!isOpen(call)) return new ModelAndView("redirect:/calls/" + number);
        return page(call, tokens.make(), Map.of(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/calls/{number}/apply")
    ModelAndView apply(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) MultipartFile photo,
            HttpServletRequest request) {
        RecruitmentCall call = published(number);
        String token = typed.getOrDefault("token", "");
        Optional<String> before = recommendations.sentBefore(token);
        if (before.isPresent()) return received(before.get());
        if (isRobot(token, typed)) return page(call, tokens.make(), typed, fault("robot"), HttpStatus.BAD_REQUEST);
        if (!throttle.maySend(request.getRemoteAddr()))
            return page(call, token, typed, fault("too-often"), HttpStatus.TOO_MANY_REQUESTS);
        Map<String, Object> values = form.values(number, typed);
        Map<String, String> faults = new LinkedHashMap<>();
        HttpStatus status = HttpStatus.BAD_REQUEST;
        byte[] kept = null;
        try {
            kept = photos.read(photo);
        } catch (Refusal refusal) {
            status = HttpStatus.valueOf(refusal.status());
            add(refusal, faults);
        }
        try {
            byte[] picture = kept;
            if (picture != null)
                return received(Once.act(
                        () -> recommendations.send(token, values, picture), () -> recommendations.sentBefore(token)));
            // So that all that is wrong is said at once.
            form.check(values);
        } catch (Refusal refusal) {
            add(refusal, faults);
        }
        return page(call, token, typed, faults, status);
    }

    private static ModelAndView received(String application) {
        return new ModelAndView("redirect:/applications/track?received=" + application);
    }

    private ModelAndView page(
            RecruitmentCall call,
            String token,
            Map<String, String> typed,
            Map<String, String> faults,
            HttpStatus status) {
        ModelAndView page = new ModelAndView("recruitment/apply", status);
        page.addObject("call", call);
        page.addObject("token", token);
        page.addObject("fields", form.fields());
        page.addObject("values", typed);
        page.addObject("faults", faults);
        return page;
    }

    // ---- objections

    @PostMapping("/calls/{number}/objections")
    ModelAndView object(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletRequest request) {
        published(number);
        Map<String, String> faults = new LinkedHashMap<>();
        HttpStatus status = HttpStatus.BAD_REQUEST;
        try {
            if (isRobot(typed.getOrDefault("token", ""), typed)) throw texts.refusal("", "robot");
            if (!throttle.maySend(request.getRemoteAddr())) {
                status = HttpStatus.TOO_MANY_REQUESTS;
                throw texts.refusal("", "too-often");
            }
            return new ModelAndView("redirect:/calls/" + number + "?objected=" + outside.object(number, typed));
        } catch (Refusal refusal) {
            add(refusal, faults);
        }
        String view = call(number, null, model);
        model.addAttribute("values", typed);
        model.addAttribute("faults", faults);
        return new ModelAndView(view, model.asMap(), status);
    }

    // ----

    /** The field {@code website} is out of sight; scripts fill it in. */
    private boolean isRobot(String token, Map<String, String> typed) {
        return !typed.getOrDefault("website", "").isEmpty() || !tokens.isFilledByAPerson(token);
    }

    private Map<String, String> fault(String key) {
        return Map.of("", texts.of("refusal." + key));
    }

    static void add(Refusal refusal, Map<String, String> faults) {
        refusal.faults().forEach(fault -> faults.put(fault.field() == null ? "" : fault.field(), fault.message()));
    }

    /** A draft is nobody's business yet. */
    private RecruitmentCall published(String number) {
        return calls.find(number).filter(call -> call.state().isPublic()).orElseThrow(NotFound::new);
    }

    private boolean isOpen(RecruitmentCall call) {
        return call.state() == CallState.OPEN && dates.now().isBefore(dates.endOf(call.closesOn()));
    }

    private List<String> places(String number) {
        List<String> places = new ArrayList<>();
        calls.places(number).forEach((category, count) -> {
            if (count > 0) places.add(texts.of("places", texts.label("category", category), count));
        });
        return places;
    }
}

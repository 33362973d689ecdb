package org.tiyanguan.recruitment.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.core.Once;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.recruitment.Photo;
import org.tiyanguan.recruitment.RecruitmentCall;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.web.FormTokens;

/** Lets anybody fill in annex 2, without a login and without JavaScript. */
@Controller
class ApplyController {

    private final PublishedCalls calls;
    private final AnnexForm form;
    private final SelfRecommendations recommendations;
    private final Photo photos;
    private final FormTokens tokens;
    private final Throttle throttle;
    private final RecruitmentTexts texts;

    ApplyController(
            PublishedCalls calls,
            AnnexForm form,
            SelfRecommendations recommendations,
            Photo photos,
            FormTokens tokens,
            Throttle throttle,
            RecruitmentTexts texts) {
        this.calls = calls;
        this.form = form;
        this.recommendations = recommendations;
        this.photos = photos;
        this.tokens = tokens;
        this.throttle = throttle;
        this.texts = texts;
    }

    @GetMapping("/calls/{number}/apply")
    ModelAndView apply(@PathVariable String number) {
        RecruitmentCall call = calls.call(number);
        if (!calls.isOpen(call)) return new ModelAndView("redirect:/calls/" + number);
        return page(call, tokens.make(), Map.of(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/calls/{number}/apply")
    ModelAndView apply(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            HttpServletRequest request) {
        RecruitmentCall call = calls.call(number);
        String token = FormTokens.of(typed);
        Optional<String> before = recommendations.sentBefore(token);
        if (before.isPresent()) return received(before.get());
        if (tokens.isOfRobot(typed)) return page(call, tokens.make(), typed, fault("robot"), HttpStatus.BAD_REQUEST);
        if (!throttle.maySend(request.getRemoteAddr()))
            return page(call, token, typed, fault("too-often"), HttpStatus.TOO_MANY_REQUESTS);
        Map<String, Object> values = form.values(number, typed);
        Map<String, String> faults = new LinkedHashMap<>();
        HttpStatus status = HttpStatus.BAD_REQUEST;
        byte[] picture = null;
        try {
            picture = photos.read(photo);
        } catch (Refusal refusal) {
            status = HttpStatus.valueOf(refusal.status());
            faults.putAll(refusal.byField());
        }
        try {
            if (picture != null) return received(sendOnce(token, values, picture));
            // So that all that is wrong is said at once.
            form.check(values);
        } catch (Refusal refusal) {
            faults.putAll(refusal.byField());
        }
        return page(call, token, typed, faults, status);
    }

    private String sendOnce(String token, Map<String, Object> values, byte[] picture) {
        return Once.act(() -> recommendations.send(token, values, picture), () -> recommendations.sentBefore(token));
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
        return new ModelAndView("recruitment/apply", status)
                .addObject("call", call)
                .addObject("token", token)
                .addObject("fields", form.fields())
                .addObject("values", typed)
                .addObject("faults", faults);
    }

    private Map<String, String> fault(String key) {
        return Map.of("", texts.of("refusal." + key));
    }
}

package org.tiyanguan.recruitment.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Photo;
import org.tiyanguan.recruitment.RecruitmentTexts;

/**
 * Where applicants see how far they are and complete what is missing, and whoever objected reads the answer. Number and
 * phone open it, with each act anew: there is no session to lose or to leave behind on a shared computer.
 */
@Controller
class TrackController {

    private final Tracking tracking;
    private final Applications applications;
    private final AnnexForm form;
    private final Completion completion;
    private final Photo photos;
    private final StatusPage page;
    private final RecruitmentTexts texts;

    TrackController(
            Tracking tracking,
            Applications applications,
            AnnexForm form,
            Completion completion,
            Photo photos,
            StatusPage page,
            RecruitmentTexts texts) {
        this.tracking = tracking;
        this.applications = applications;
        this.form = form;
        this.completion = completion;
        this.photos = photos;
        this.page = page;
        this.texts = texts;
    }

    @GetMapping("/applications/track")
    ModelAndView ask(@RequestParam(required = false) @Nullable String received) {
        boolean known = received != null && received.matches("SQ-\\d{4}-\\d{6}");
        return new ModelAndView("recruitment/track", Map.of("received", known ? received : ""));
    }

    @PostMapping("/applications/track")
    ModelAndView find(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        try {
            if (!Tracking.isOfObjection(typed)) return page.of(tracking.application(typed, request));
            return new ModelAndView("recruitment/objection").addObject("objection", tracking.objection(typed, request));
        } catch (Refusal refusal) {
            return StatusPage.askAgain(refusal, typed);
        }
    }

    @PostMapping("/applications/track/complete")
    ModelAndView complete(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            HttpServletRequest request) {
        Application application;
        try {
            application = tracking.application(typed, request);
        } catch (Refusal refusal) {
            return StatusPage.askAgain(refusal, typed);
        }
        Map<String, String> faults = new LinkedHashMap<>();
        HttpStatus refused = HttpStatus.BAD_REQUEST;
        byte[] picture = null;
        try {
            if (photo != null && !photo.isEmpty()) picture = photos.read(photo);
        } catch (Refusal refusal) {
            refused = HttpStatus.valueOf(refusal.status());
            faults.putAll(refusal.byField());
        }
        try {
            Map<String, Object> values =
                    form.values(application.callNumber(), application.person().completed(typed));
            form.check(values);
            if (faults.isEmpty()) {
                completion.complete(application.number(), Annex.of(values), picture);
                return page.of(applications.application(application.number())).addObject("done", texts.of("completed"));
            }
        } catch (Refusal refusal) {
            faults.putAll(refusal.byField());
        }
        return page.of(application, typed, faults, refused);
    }
}

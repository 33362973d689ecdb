package org.tiyanguan.rectification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.engine.Refusal;
import org.tiyanguan.engine.RequestFault;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.security.CurrentUser;

/** An officer's own pages, for a phone first: report what one sees, follow it, say whether it is mended. */
@Controller
class OfficerPages {

    private final OwnReports reports;
    private final EvidenceBoxes evidence;
    private final CurrentUser user;
    private final Words words;

    OfficerPages(OwnReports reports, EvidenceBoxes evidence, CurrentUser user, Words words) {
        this.reports = reports;
        this.evidence = evidence;
        this.user = user;
        this.words = words;
    }

    @GetMapping("/officer")
    String own(Model model) {
        model.addAttribute("reports", reports.of(me()));
        return "officer/home";
    }

    // ---- 随手拍

    @GetMapping("/officer/report")
    ModelAndView report() {
        return page(UUID.randomUUID().toString(), Map.of(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/officer/report")
    ModelAndView report(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) List<MultipartFile> photos,
            RedirectAttributes next)
            throws IOException {
        String token = typed.getOrDefault("token", "");
        Optional<String> before = reports.sentBefore(token);
        if (before.isPresent()) return sent(before.get(), token, next);
        List<byte[]> pictures = new ArrayList<>();
        for (MultipartFile photo : photos == null ? List.<MultipartFile>of() : photos)
            if (!photo.isEmpty()) pictures.add(photo.getBytes());
        try {
            return sent(reports.report(me(), token, typed, pictures), token, next);
        } catch (DuplicateKeyException sentTwice) {
            return sent(reports.sentBefore(token).orElseThrow(() -> sentTwice), token, next);
        } catch (Refusal refusal) {
            return page(token, typed, faults(refusal), HttpStatus.BAD_REQUEST);
        }
    }

    /** Whether what a page with that token sent has arrived, and under which number. */
    @GetMapping("/officer/arrived/{token}")
    ResponseEntity<String> arrived(@PathVariable String token) {
        return ResponseEntity.of(reports.sentBefore(token).filter(number -> reports.find(me(), number).isPresent()));
    }

    private ModelAndView sent(String number, String token, RedirectAttributes next) {
        next.addFlashAttribute("sent", token);
        next.addFlashAttribute("done", words.of("officer.sent", number));
        return new ModelAndView("redirect:/officer/" + number);
    }

    private ModelAndView page(String token, Map<String, String> typed, Map<String, String> faults, HttpStatus status) {
        return new ModelAndView("officer/report", status)
                .addObject("me", me())
                .addObject("token", token)
                .addObject("fields", reports.fields())
                .addObject("values", typed)
                .addObject("faults", faults);
    }

    // ---- one report

    @GetMapping("/officer/{number}")
    String one(@PathVariable String number, Model model) {
        return show(own(number), model);
    }

    @PostMapping("/officer/{number}/confirm")
    ModelAndView confirm(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes next) {
        OwnReports.File own = own(number);
        Map<String, Object> form = new HashMap<>();
        for (String field : List.of("confirmation", "rating", "objection"))
            if (!typed.getOrDefault(field, "").isBlank()) form.put(field, typed.get(field).strip());
        // The page offers both; what does not belong to the choice was left from before it was changed.
        form.remove("CONFIRM".equals(form.get("confirmation")) ? "objection" : "rating");
        try {
            if (own.task() == null) throw new Refusal(null, words.of(RequestFault.OVERTAKEN.key()));
            reports.confirm(own, form);
            next.addFlashAttribute("done", words.of("officer.confirmed"));
            return new ModelAndView("redirect:/officer/" + number);
        } catch (Refusal refusal) {
            model.addAttribute("faults", faults(refusal));
            model.addAttribute("values", typed);
            return new ModelAndView(show(own, model), model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    private String show(OwnReports.File own, Model model) {
        model.addAttribute("entry", own.entry());
        model.addAttribute("responsible", own.responsible());
        model.addAttribute("history", own.history());
        model.addAttribute("confirms", own.task() != null);
        model.addAttribute("mayObject", !own.entry().objected());
        model.addAttribute("evidence", evidence.path(own.entry().number()));
        if (!model.containsAttribute("faults")) {
            model.addAttribute("faults", Map.of());
            model.addAttribute("values", Map.of());
        }
        return "officer/report-file";
    }

    private OwnReports.File own(String number) {
        return reports.find(me(), number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String me() {
        return user.id().orElseThrow();
    }

    private static Map<String, String> faults(Refusal refusal) {
        Map<String, String> faults = new LinkedHashMap<>();
        refusal.faults().forEach(fault -> faults.put(
                fault.field() == null ? "" : fault.field().equals("files") ? "photos" : fault.field(), fault.message()));
        return faults;
    }
}

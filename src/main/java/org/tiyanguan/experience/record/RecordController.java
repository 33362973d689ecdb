package org.tiyanguan.experience.record;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.experience.ExperienceRecord;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visit;

/** The record of an assignment, and the one without (随手拍): filled in on a phone, kept as a draft, sent once. */
@Controller
class RecordController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final OwnRecords own;
    private final Records records;
    private final RecordIntake intake;
    private final RecordSubmission submission;
    private final Quotes quotes;
    private final RecordPage page;
    private final ExperienceTexts texts;

    RecordController(
            OwnRecords own,
            Records records,
            RecordIntake intake,
            RecordSubmission submission,
            Quotes quotes,
            RecordPage page,
            ExperienceTexts texts) {
        this.own = own;
        this.records = records;
        this.intake = intake;
        this.submission = submission;
        this.quotes = quotes;
        this.page = page;
        this.texts = texts;
    }

    // ---- 随手拍

    @GetMapping("/officer/report")
    ModelAndView report() {
        return page.of(own.blank());
    }

    @GetMapping("/officer/report/{number}")
    ModelAndView draft(@PathVariable String number) {
        OwnRecord shown = own.report(number);
        return shown.isSent() ? new ModelAndView("redirect:/officer") : page.of(shown);
    }

    @PostMapping({"/officer/report", "/officer/report/{number}"})
    ModelAndView report(
            @PathVariable(required = false) @Nullable String number,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes next) {
        RecordForm form = new RecordForm(typed, files);
        OwnRecord shown = number == null
                ? own.withToken(form.token())
                : new OwnRecord(null, own.report(number).record(), form.token());
        return take(shown, form, next);
    }

    // ---- an assignment

    @GetMapping("/officer/tasks/{id}")
    ModelAndView task(@PathVariable long id) {
        return page.of(own.of(own.visit(id)));
    }

    @PostMapping("/officer/tasks/{id}/reply")
    ModelAndView reply(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(defaultValue = "") String declineReason,
            RedirectAttributes next) {
        Visit visit = own.visit(id);
        try {
            if (visit.state() != Visit.State.INVITED) throw texts.refusal(null, "visit-over");
            submission.reply(visit, reply, declineReason);
        } catch (Refusal refusal) {
            return page.refused(own.of(visit), refusal).addObject("declineReason", declineReason);
        }
        next.addFlashAttribute("done", texts.of("replied." + reply));
        return new ModelAndView("redirect:/officer" + (reply.equals("YES") ? "/tasks/" + id : ""));
    }

    @PostMapping("/officer/tasks/{id}")
    ModelAndView task(
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes next) {
        RecordForm form = new RecordForm(typed, files);
        return take(own.of(own.visit(id), form.token()), form, next);
    }

    /** Whether what a page with that token sent has arrived, and under which numbers. */
    @GetMapping("/officer/arrived/{token}")
    ResponseEntity<String> arrived(@PathVariable String token, CsrfToken csrf) {
        return own.find(token)
                .filter(ExperienceRecord::isSent)
                .map(record -> said(records.ledgerNumbers(record.number())))
                .map(said -> ResponseEntity.ok().contentType(TEXT).body(said))
                // A page from the phone's store, or from before a new login, sends it with this one.
                .orElseGet(() -> ResponseEntity.notFound()
                        .header("X-CSRF-TOKEN", csrf.getToken())
                        .build());
    }

    // ----

    private ModelAndView take(OwnRecord shown, RecordForm typed, RedirectAttributes next) {
        RecordForm form = quotes.in(shown, typed);
        RecordIntake.Outcome outcome = intake.take(shown, form);
        OwnRecord now = outcome.own();
        return switch (outcome.result()) {
            case REFUSED -> page.refused(outcome, form.content());
            case LOOK_AGAIN -> page.lookAgain(now, form.content());
            case DISCARDED -> done(now.token(), texts.of("discarded"), "/officer", next);
            case SENT -> sent(now.kept(), next);
            case KEPT -> {
                if (form.addsFinding()) next.addFlashAttribute("more", true);
                yield done(now.token(), texts.of(form.quoted().isPresent() ? "quoted" : "saved"), now.path(), next);
            }
        };
    }

    private ModelAndView sent(ExperienceRecord record, RedirectAttributes next) {
        List<String> numbers = records.ledgerNumbers(record.number());
        boolean one = numbers.size() == 1 && record.visit() == null;
        return done(record.token(), said(numbers), "/officer" + (one ? "/" + numbers.get(0) : ""), next);
    }

    private String said(List<String> numbers) {
        return numbers.isEmpty() ? texts.of("sent.record") : texts.of("sent.findings", String.join("、", numbers));
    }

    /** The next page says so, and forgets what was kept of the page with that token. */
    private static ModelAndView done(String token, String said, String path, RedirectAttributes next) {
        next.addFlashAttribute("sent", token);
        next.addFlashAttribute("done", said);
        return new ModelAndView("redirect:" + path);
    }
}

package org.tiyanguan.experience.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
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
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.forms.StartForms;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.ExperienceRecord;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.RecordContent;
import org.tiyanguan.experience.RecordPhotos;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.ledger.feed.Similarity;
import org.tiyanguan.privacy.Passage;
import org.tiyanguan.rectification.Findings;
import org.tiyanguan.security.CurrentUser;

/** The record of an assignment, and the one without (随手拍): filled in on a phone, kept as a draft, sent once. */
@Controller
class RecordController {

    /** One finding as the page shows it: its fields under their names in the page. */
    record FindingPart(
            int number,
            List<StartForms.Field> fields,
            List<Similarity.Similar> similar,
            Map<String, List<Passage>> telling) {}

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Records records;
    private final RecordSubmission sending;
    private final Visits visits;
    private final Assignments assignments;
    private final Findings findings;
    private final RecordPhotos photos;
    private final CurrentUser user;
    private final ExperienceTexts texts;

    RecordController(
            Records records,
            RecordSubmission sending,
            Visits visits,
            Assignments assignments,
            Findings findings,
            RecordPhotos photos,
            CurrentUser user,
            ExperienceTexts texts) {
        this.records = records;
        this.sending = sending;
        this.visits = visits;
        this.assignments = assignments;
        this.findings = findings;
        this.photos = photos;
        this.user = user;
        this.texts = texts;
    }

    /** {@code visit} and {@code record} are null where there is none. */
    private record Shown(Visit visit, ExperienceRecord record, String token) {

        String path() {
            if (visit != null) return "/officer/tasks/" + visit.id();
            return record == null ? "/officer/report" : "/officer/report/" + record.number();
        }
    }

    // ---- 随手拍

    @GetMapping("/officer/report")
    ModelAndView report() {
        return page(new Shown(null, null, UUID.randomUUID().toString()), Map.of());
    }

    @GetMapping("/officer/report/{number}")
    ModelAndView draft(@PathVariable String number) {
        ExperienceRecord record = own(number);
        return record.isSent()
                ? new ModelAndView("redirect:/officer")
                : page(new Shown(null, record, record.token()), Map.of());
    }

    @PostMapping({"/officer/report", "/officer/report/{number}"})
    ModelAndView report(
            @PathVariable(required = false) String number,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes next) {
        String token = typed.getOrDefault("token", "");
        ExperienceRecord record = number != null
                ? own(number)
                : records.withToken(token).filter(this::isOwn).orElse(null);
        return take(new Shown(null, record, token), typed, files, next);
    }

    // ---- an assignment

    @GetMapping("/officer/tasks/{id}")
    ModelAndView task(@PathVariable long id) {
        return page(ofVisit(ownVisit(id)), Map.of());
    }

    @PostMapping("/officer/tasks/{id}/reply")
    ModelAndView reply(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(defaultValue = "") String declineReason,
            RedirectAttributes next) {
        Visit visit = ownVisit(id);
        try {
            if (visit.state() != Visit.State.INVITED) throw texts.refusal(null, "visit-over");
            sending.reply(visit, reply, declineReason);
        } catch (Refusal refusal) {
            ModelAndView page = page(ofVisit(visit), faults(refusal)).addObject("declineReason", declineReason);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
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
        return take(ofVisit(ownVisit(id), typed.getOrDefault("token", "")), typed, files, next);
    }

    /** Whether what a page with that token sent has arrived, and under which numbers. */
    @GetMapping("/officer/arrived/{token}")
    ResponseEntity<String> arrived(@PathVariable String token, CsrfToken csrf) {
        return records.withToken(token)
                .filter(this::isOwn)
                .filter(ExperienceRecord::isSent)
                .map(this::said)
                .map(said -> ResponseEntity.ok().contentType(TEXT).body(said))
                // A page from the phone's store, or from before a new login, sends it with this one.
                .orElseGet(() -> ResponseEntity.notFound()
                        .header("X-CSRF-TOKEN", csrf.getToken())
                        .build());
    }

    // ----

    private ModelAndView take(
            Shown shown,
            Map<String, String> typed,
            MultiValueMap<String, MultipartFile> files,
            RedirectAttributes next) {
        if (shown.record() != null && shown.record().isSent()) return sent(shown.record(), next);
        String act = typed.getOrDefault("act", "");
        if (act.equals("discard") && shown.visit() == null) {
            if (shown.record() != null) records.discard(shown.record());
            next.addFlashAttribute("sent", shown.token());
            next.addFlashAttribute("done", texts.of("discarded"));
            return new ModelAndView("redirect:/officer");
        }
        RecordContent content = RecordContent.of(typed);
        Shown kept = shown;
        try {
            kept = save(shown, typed, content, files);
            if (!act.equals("send")) {
                next.addFlashAttribute("done", texts.of("saved"));
                next.addFlashAttribute("sent", kept.token());
                if (act.equals("add")) next.addFlashAttribute("more", true);
                return new ModelAndView("redirect:" + kept.path());
            }
            boolean asked = typed.containsKey("sure") || similar(kept, content).isEmpty();
            if (!asked || !Passage.wereShown(typed.getOrDefault("sure", ""), passages(telling(content))))
                return again(kept, content, Map.of(), true, HttpStatus.OK).addObject("asks", true);
            sending.send(kept.record().number());
            return sent(records.find(kept.record().number()).orElseThrow(), next);
        } catch (DuplicateKeyException sentTwice) {
            ExperienceRecord other = (shown.visit() == null
                            ? records.withToken(shown.token())
                            : records.ofVisit(shown.visit().id()))
                    .filter(this::isOwn)
                    .orElseThrow(() -> sentTwice);
            return take(new Shown(shown.visit(), other, other.token()), typed, files, next);
        } catch (Refusal refusal) {
            Shown newest = newest(kept);
            if (newest.record() != null && newest.record().isSent()) return sent(newest.record(), next);
            return again(newest, content, faults(refusal), kept != shown, HttpStatus.valueOf(refusal.status()));
        }
    }

    private Shown newest(Shown shown) {
        if (shown.visit() != null) return ofVisit(visits.visit(shown.visit().id()), shown.token());
        return new Shown(
                null, records.withToken(shown.token()).filter(this::isOwn).orElse(null), shown.token());
    }

    private Shown save(
            Shown shown, Map<String, String> typed, RecordContent content, MultiValueMap<String, MultipartFile> files) {
        Map<String, List<Resource>> chosen = new TreeMap<>();
        for (Map.Entry<String, List<MultipartFile>> field : files.entrySet()) {
            String place = RecordContent.placeOf(field.getKey());
            if (place == null) continue;
            for (MultipartFile file : field.getValue())
                if (!file.isEmpty())
                    chosen.computeIfAbsent(place, one -> new ArrayList<>()).add(file.getResource());
        }
        List<Long> dropped = typed.keySet().stream()
                .filter(name -> name.matches("drop-\\d{1,18}"))
                .map(name -> Long.valueOf(name.substring(5)))
                .toList();
        if (!shown.token().matches("[0-9a-zA-Z-]{8,64}")) throw texts.refusal(null, "token");
        if (shown.visit() != null && shown.visit().state() != Visit.State.ACCEPTED)
            throw texts.refusal(null, "visit-over");
        String revision = typed.getOrDefault("revision", "");
        ExperienceRecord record = records.save(
                me(),
                shown.token(),
                shown.visit() == null ? null : shown.visit().id(),
                revision.matches("\\d{1,9}") ? Integer.valueOf(revision) : null,
                content,
                photos.prepare(chosen),
                dropped);
        return new Shown(shown.visit(), record, record.token());
    }

    /**
     * What the page said comes back with what is wrong; the newest draft may be overwritten knowingly.
     *
     * @param saved whether the photos arrived; if not, the phone still has them
     */
    private ModelAndView again(
            Shown shown, RecordContent content, Map<String, String> faults, boolean saved, HttpStatus status) {
        ModelAndView page = page(shown, content, faults).addObject("again", saved ? "saved" : "photos");
        page.setStatus(status);
        return page;
    }

    private ModelAndView sent(ExperienceRecord record, RedirectAttributes next) {
        next.addFlashAttribute("sent", record.token());
        next.addFlashAttribute("done", said(record));
        List<String> numbers = records.ledgerNumbers(record.number());
        return new ModelAndView(
                "redirect:/officer" + (numbers.size() == 1 && record.visit() == null ? "/" + numbers.get(0) : ""));
    }

    private String said(ExperienceRecord record) {
        List<String> numbers = records.ledgerNumbers(record.number());
        return numbers.isEmpty() ? texts.of("sent.record") : texts.of("sent.findings", String.join("、", numbers));
    }

    private ModelAndView page(Shown shown, Map<String, String> faults) {
        return page(
                shown, shown.record() == null ? new RecordContent(Map.of()) : records.content(shown.record()), faults);
    }

    private ModelAndView page(Shown shown, RecordContent content, Map<String, String> faults) {
        Assignment assignment = shown.visit() == null
                ? null
                : assignments.assignment(shown.visit().assignment());
        Map<String, RecordPhotos.Photos> stored = shown.record() == null ? Map.of() : photos.of(shown.record());
        List<Integer> numbers = new ArrayList<>(content.findings(stored.keySet()));
        // Without an assignment there is at least one, which stands there already.
        if (numbers.isEmpty() && assignment == null) numbers.add(1);
        Map<Integer, List<Similarity.Similar>> similar = similar(shown, content);
        Map<Integer, Map<String, List<Passage>>> telling = telling(content);
        return new ModelAndView("officer/record")
                .addObject("me", me())
                .addObject("token", shown.token())
                .addObject("path", shown.path())
                .addObject("record", shown.record())
                .addObject("visit", shown.visit())
                .addObject("assignment", assignment)
                .addObject("items", assignment == null ? List.of() : assignment.itemList())
                .addObject(
                        "findings",
                        numbers.stream()
                                .map(number -> new FindingPart(
                                        number,
                                        fields(number),
                                        similar.getOrDefault(number, List.of()),
                                        telling.getOrDefault(number, Map.of())))
                                .toList())
                .addObject("marked", Passage.marked(passages(telling)))
                .addObject("blank", fields(0))
                .addObject(
                        "nextFinding",
                        numbers.stream().mapToInt(Integer::intValue).max().orElse(0) + 1)
                .addObject("photos", stored)
                .addObject("values", content.typed())
                .addObject("faults", faults);
    }

    /** Of each finding what may have been reported before; findings without any are left out. */
    private Map<Integer, List<Similarity.Similar>> similar(Shown shown, RecordContent content) {
        String department = shown.visit() == null
                ? null
                : assignments.assignment(shown.visit().assignment()).department();
        Map<Integer, List<Similarity.Similar>> similar = new HashMap<>();
        content.findings(List.of()).forEach(number -> {
            List<Similarity.Similar> found = findings.similar(department, content.finding(number));
            if (!found.isEmpty()) similar.put(number, found);
        });
        return similar;
    }

    /** Of each finding the fields in which something tells who the officer is; findings without any are left out. */
    private Map<Integer, Map<String, List<Passage>>> telling(RecordContent content) {
        Map<Integer, Map<String, List<Passage>>> telling = new HashMap<>();
        content.findings(List.of()).forEach(number -> {
            Map<String, List<Passage>> found = findings.pointedOut(me(), content.finding(number));
            if (!found.isEmpty()) telling.put(number, found);
        });
        return telling;
    }

    private static Stream<Passage> passages(Map<Integer, Map<String, List<Passage>>> telling) {
        return telling.values().stream()
                .flatMap(fields -> fields.values().stream())
                .flatMap(List::stream);
    }

    private List<StartForms.Field> fields(int finding) {
        return findings.fields().stream()
                .map(field -> field.named(RecordContent.field(finding, field.key())))
                .toList();
    }

    private Shown ofVisit(Visit visit) {
        return ofVisit(visit, UUID.randomUUID().toString());
    }

    /** @param token for the first draft */
    private Shown ofVisit(Visit visit, String token) {
        ExperienceRecord record = records.ofVisit(visit.id()).orElse(null);
        return new Shown(visit, record, record == null ? token : record.token());
    }

    private Visit ownVisit(long id) {
        return visits.find(id).filter(visit -> visit.officer().equals(me())).orElseThrow(NotFound::new);
    }

    private ExperienceRecord own(String number) {
        return records.find(number)
                .filter(this::isOwn)
                .filter(record -> record.visit() == null)
                .orElseThrow(NotFound::new);
    }

    private boolean isOwn(ExperienceRecord record) {
        return record.officer().equals(me());
    }

    private String me() {
        return user.id().orElseThrow();
    }

    private static Map<String, String> faults(Refusal refusal) {
        Map<String, String> faults = new LinkedHashMap<>();
        refusal.faults().forEach(fault -> faults.put(fault.field() == null ? "" : fault.field(), fault.message()));
        return faults;
    }
}

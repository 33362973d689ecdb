package org.tiyanguan.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.security.People;

/** The photos and files of one case, to look at and to add to, for whoever may see the case. */
@Controller
class EvidenceController {

    private final EvidenceBoxes boxes;
    private final Evidence evidence;
    private final Intake intake;
    private final Contents contents;
    private final List<EvidenceCases> features;
    private final People people;
    private final MessageSource messages;

    EvidenceController(
            EvidenceBoxes boxes,
            Evidence evidence,
            Intake intake,
            Contents contents,
            List<EvidenceCases> features,
            People people,
            MessageSource messages) {
        this.boxes = boxes;
        this.evidence = evidence;
        this.intake = intake;
        this.contents = contents;
        this.features = features;
        this.people = people;
        this.messages = messages;
    }

    @GetMapping("/evidence/{token}")
    String show(@PathVariable String token, Model model) {
        Box box = box(token);
        Map<String, List<Piece>> bySide = new LinkedHashMap<>();
        evidence.of(box.number(), box.access())
                .forEach(piece -> bySide.computeIfAbsent(label(piece.side()), side -> new ArrayList<>())
                        .add(piece));
        model.addAttribute("token", token);
        model.addAttribute("number", box.number());
        model.addAttribute("back", box.back());
        model.addAttribute("pieces", bySide);
        model.addAttribute("mayAdd", box.access().mayAdd());
        model.addAttribute("photosOnly", box.access().side().equals(EvidenceAccess.OFFICER));
        return "evidence/page";
    }

    @PostMapping("/evidence/{token}")
    ModelAndView add(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            RedirectAttributes next) {
        Box box = box(token);
        List<Resource> sent = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files)
            if (!file.isEmpty()) sent.add(file.getResource());
        try {
            intake.add(box.number(), box.access(), sent);
            next.addFlashAttribute("done", messages.getMessage("evidence.added", null, Locale.CHINA));
            return new ModelAndView("redirect:/evidence/" + token);
        } catch (Refusal refusal) {
            model.addAttribute("fault", refusal.getMessage());
            return new ModelAndView(show(token, model), model.asMap(), HttpStatus.valueOf(refusal.status()));
        }
    }

    @GetMapping("/evidence/{token}/{id}")
    ResponseEntity<byte[]> file(@PathVariable String token, @PathVariable long id) {
        Piece piece = piece(token, id);
        ContentDisposition.Builder where =
                piece.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(piece.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        where.filename(piece.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(contents.of(id));
    }

    @GetMapping("/evidence/{token}/{id}/thumbnail")
    ResponseEntity<byte[]> thumbnail(@PathVariable String token, @PathVariable long id) {
        if (!piece(token, id).isPicture()) throw new NotFound();
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .body(evidence.thumbnail(id));
    }

    /** {@code back} is the page of the case. */
    private record Box(String number, EvidenceAccess access, String back) {}

    /** Whoever may not see the case cannot tell the address from one that leads nowhere. */
    private Box box(String token) {
        String number = boxes.number(token).orElseThrow(NotFound::new);
        return features.stream()
                .flatMap(feature ->
                        feature.access(number).map(access -> new Box(number, access, feature.page(number))).stream())
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Piece piece(String token, long id) {
        Box box = box(token);
        return evidence.find(box.number(), id, box.access()).orElseThrow(NotFound::new);
    }

    private String label(String side) {
        return switch (side) {
            case EvidenceAccess.OFFICER, EvidenceAccess.CENTER ->
                messages.getMessage("evidence.side." + side, null, Locale.CHINA);
            default -> people.nameOfGroup(side);
        };
    }
}

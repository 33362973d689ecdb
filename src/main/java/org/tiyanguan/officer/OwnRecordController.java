package org.tiyanguan.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.Download;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Phone;
import org.tiyanguan.core.Texts;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;

/**
 * An officer's own record: what they did, their points, their letter; how to reach them, and whom they keep away from.
 */
@Controller
class OwnRecordController {

    private final Officers officers;
    private final Terms terms;
    private final Merits merits;
    private final Letters letters;
    private final People people;
    private final CurrentUser user;
    private final Clock clock;
    private final Texts texts;

    OwnRecordController(
            Officers officers,
            Terms terms,
            Merits merits,
            Letters letters,
            People people,
            CurrentUser user,
            Clock clock,
            Texts texts) {
        this.officers = officers;
        this.terms = terms;
        this.merits = merits;
        this.letters = letters;
        this.people = people;
        this.user = user;
        this.clock = clock;
        this.texts = texts;
    }

    @GetMapping("/officer/me")
    ModelAndView record(@RequestParam(required = false) @Nullable Integer year) {
        int now = LocalDate.now(clock).getYear();
        Officer officer = officers.withAccount(me()).orElse(null);
        int first = terms.of(me()).stream()
                .findFirst()
                .map(term -> Math.min(now, term.termFrom().getYear()))
                .orElse(now - 1);
        if (year != null && (year < first || year > now)) throw new NotFound();
        return new ModelAndView("officer/me")
                .addObject("name", people.nameOf(me()))
                .addObject("officer", officer)
                .addObject("merit", merits.of(me(), year == null ? now : year))
                .addObject("years", IntStream.rangeClosed(first, now).boxed().toList());
    }

    @GetMapping("/officer/me/letter.docx")
    ResponseEntity<byte[]> letter() {
        Officer officer = officers.withAccount(me()).orElseThrow(NotFound::new);
        return Download.word(letters.print(officer), officer.letter() + ".docx");
    }

    @GetMapping("/officer/settings")
    ModelAndView settings() {
        return settings(officers.withAccount(me()).map(Officer::phone).orElse(null), officers.ties(me()));
    }

    @PostMapping("/officer/settings")
    ModelAndView settings(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") List<String> ties,
            RedirectAttributes next) {
        List<String> departments = people.departments().stream()
                .map(People.Department::code)
                .filter(ties::contains)
                .toList();
        if (!phone.isBlank() && Phone.kept(phone).isEmpty()) {
            ModelAndView page = settings(phone, departments).addObject("fault", message("officer.refusal.phone"));
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        officers.change(me(), Phone.keptOr(phone.strip()), departments);
        next.addFlashAttribute("done", message("officer.settings.saved"));
        return new ModelAndView("redirect:/officer/settings");
    }

    private ModelAndView settings(@Nullable String phone, List<String> ties) {
        return new ModelAndView("officer/settings")
                .addObject("officer", officers.withAccount(me()).orElse(null))
                .addObject("phone", phone)
                .addObject("departments", people.departments())
                .addObject("ties", ties);
    }

    private String me() {
        return user.id().orElseThrow();
    }

    private String message(String key) {
        return texts.of(key);
    }
}

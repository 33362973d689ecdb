package org.tiyanguan.practice.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.Practices;
import org.tiyanguan.practice.Practices.Asked;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;
import org.tiyanguan.web.AtomFeed;

/** Good practices for everybody, and for staff with what is between them. */
@Controller
class PracticeController {

    private final PracticePages pages;
    private final PracticeFeed feed;
    private final OwnConsent consents;
    private final Practices practices;
    private final Reporters reporters;
    private final CaseTasks tasks;
    private final CurrentUser user;

    PracticeController(
            PracticePages pages,
            PracticeFeed feed,
            OwnConsent consents,
            Practices practices,
            Reporters reporters,
            CaseTasks tasks,
            CurrentUser user) {
        this.pages = pages;
        this.feed = feed;
        this.consents = consents;
        this.practices = practices;
        this.reporters = reporters;
        this.tasks = tasks;
        this.user = user;
    }

    @GetMapping("/practices")
    String list(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable Topic topic,
            Model model) {
        List<Practice> all = pages.published(Asked.ALL);
        List<Practice> others = pages.others();
        model.addAttribute(
                "practices", pages.published(new Asked(year, department, topic == null ? null : topic.name())));
        model.addAttribute("others", others);
        model.addAttribute("departments", pages.departments(all));
        model.addAttribute(
                "names",
                pages.departments(Stream.concat(all.stream(), others.stream()).toList()));
        model.addAttribute(
                "years",
                all.stream().map(one -> one.since().getYear()).distinct().toList());
        model.addAttribute("topics", Topic.values());
        model.addAttribute("year", year);
        model.addAttribute("department", department);
        model.addAttribute("topic", topic);
        return "practice/list";
    }

    @GetMapping("/practices.atom")
    ResponseEntity<byte[]> atom() {
        return ResponseEntity.ok()
                .contentType(AtomFeed.TYPE)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .body(feed.write(pages.published(Asked.ALL)));
    }

    /** What was withdrawn is gone, and says why. */
    @GetMapping("/practices/{number}")
    String one(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean draft,
            Model model,
            HttpServletResponse response) {
        PracticePages.View view = pages.find(number, draft);
        model.addAttribute("view", view);
        model.addAttribute("practice", view.practice());
        model.addAttribute("all", user.seesEverything());
        model.addAttribute("staff", user.seesEverything() || !user.departments().isEmpty());
        model.addAttribute("task", task(number).orElse(null));
        if (view.practice().withdrawnAt() == null) return "practice/practice";
        response.setStatus(HttpStatus.GONE.value());
        return "practice/withdrawn";
    }

    /** Links in mails lead here, and on: to the reader's task, or to what they may see. */
    @GetMapping("/practices/{number}/task")
    String toTask(@PathVariable String number) {
        Optional<Practice> practice = practices.find(number);
        if (practice.isPresent() && consents.mayRead(number)) return "redirect:/officer/practices/{number}";
        Optional<String> task = task(number);
        if (task.isPresent()) return "redirect:/camunda/app/tasklist/default/#/?task=" + task.get();
        if (practice.isEmpty()) return "redirect:/";
        boolean reported = user.id().isPresent()
                && reporters.account(practice.get().ledger()).equals(user.id());
        if (!practice.get().isPublic() && reported && user.is(Roles.OFFICER))
            return "redirect:/officer/" + practice.get().ledger();
        try {
            pages.find(number, false);
            return "redirect:/practices/{number}";
        } catch (NotFound notTheirs) {
            return "redirect:/";
        }
    }

    @GetMapping("/practices/{number}/photos/{photo}")
    ResponseEntity<byte[]> photo(@PathVariable String number, @PathVariable long photo) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(pages.photo(number, photo));
    }

    private Optional<String> task(String number) {
        return user.id().flatMap(id -> tasks.mostUrgentOf(number, id, user.groups()));
    }
}

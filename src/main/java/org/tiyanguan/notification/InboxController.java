package org.tiyanguan.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;

/** What happened to one's cases, and which of it comes as a mail, too. */
@Controller
class InboxController {

    record Line(Notice notice, String subject, String lead, List<NoticeWords.Fact> facts, List<NoticeWords.Row> rows) {}

    private final Inbox inbox;
    private final MailRefusals refusals;
    private final MailChoices choices;
    private final NoticeWords words;
    private final NoticePaths paths;
    private final People people;
    private final CurrentUser user;

    InboxController(
            Inbox inbox,
            MailRefusals refusals,
            MailChoices choices,
            NoticeWords words,
            NoticePaths paths,
            People people,
            CurrentUser user) {
        this.inbox = inbox;
        this.refusals = refusals;
        this.choices = choices;
        this.words = words;
        this.paths = paths;
        this.people = people;
        this.user = user;
    }

    @GetMapping("/notices")
    String list(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        List<Notice> found = inbox.of(me(), before);
        List<Notice> shown = found.subList(0, Math.min(found.size(), Inbox.PAGE_SIZE));
        model.addAttribute(
                "lines",
                shown.stream()
                        .map(notice -> new Line(
                                notice,
                                words.subject(notice.template()),
                                words.lead(notice),
                                words.facts(notice),
                                words.rows(notice)))
                        .toList());
        model.addAttribute("unread", inbox.unread(me()));
        model.addAttribute(
                "older",
                found.size() > shown.size() ? shown.get(shown.size() - 1).id() : null);
        return "notices/list";
    }

    /** Leads on to the case. */
    @GetMapping("/notices/{id}")
    String open(@PathVariable long id) {
        return "redirect:" + paths.of(inbox.read(me(), id).orElseThrow(NotFound::new));
    }

    @PostMapping("/notices/read")
    String readAll() {
        inbox.readAll(me());
        return "redirect:/notices";
    }

    @GetMapping("/notices/settings")
    String settings(Model model) {
        Map<String, String> subjects = new LinkedHashMap<>();
        choices.of(user.groups()).forEach(template -> subjects.put(template, words.subject(template)));
        model.addAttribute("choices", subjects);
        model.addAttribute("refused", refusals.of(me()));
        model.addAttribute("email", people.emailOf(me()).orElse(null));
        return "notices/settings";
    }

    @PostMapping("/notices/settings")
    String settings(@RequestParam(defaultValue = "") List<String> mails, RedirectAttributes next) {
        List<String> refused = new ArrayList<>(choices.of(user.groups()));
        refused.removeAll(mails);
        refusals.change(me(), refused);
        next.addFlashAttribute("saved", true);
        return "redirect:/notices/settings";
    }

    private String me() {
        return user.id().orElseThrow();
    }
}

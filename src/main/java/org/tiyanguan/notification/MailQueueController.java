package org.tiyanguan.notification;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.Texts;
import org.tiyanguan.privacy.Masked;

/** The administrators' page of mails that wait or failed; all below {@code /admin/} is open to them only. */
@Controller
class MailQueueController {

    static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:00");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Pattern CODE = Pattern.compile("MailFault: (\\d{3}( [.\\d]+)?)");
    private static final Pattern AWAY = Pattern.compile("MailConnect|ConnectException|UnknownHost|SocketTimeout");
    private static final String PATH = "/admin/mails";

    /** As the page says it. */
    record Row(
            long id,
            @Nullable String number,
            String subject,
            String to,
            String told,
            @Nullable String next,
            int triesLeft,
            String why) {}

    record Part(String key, List<Row> rows, int all) {}

    private final MailQueue queue;
    private final NoticeWords words;
    private final Texts texts;

    MailQueueController(MailQueue queue, NoticeWords words, Texts texts) {
        this.queue = queue;
        this.words = words;
        this.texts = texts;
    }

    @GetMapping(PATH)
    String show(Model model) {
        MailQueue.View view = queue.view();
        model.addAttribute(
                "parts",
                List.of(
                        new Part("failed", rows(view.failed(), this::row), view.allFailed()),
                        new Part("refused", rows(view.refused(), this::refused), view.allRefused()),
                        new Part("waiting", rows(view.waiting(), this::row), view.allWaiting())));
        return "admin/mails";
    }

    @PostMapping(PATH)
    String retry(
            @RequestParam MailQueue.Scope scope,
            @RequestParam(required = false) @Nullable Long mail,
            RedirectAttributes next) {
        next.addFlashAttribute("done", texts.of("mails.done", queue.retry(scope, mail)));
        return "redirect:" + PATH;
    }

    private static <T> List<Row> rows(List<T> all, Function<T, Row> row) {
        return all.stream().map(row).toList();
    }

    private Row row(MailQueue.Line line) {
        return row(
                line.notice(),
                line.next() == null ? null : TIME.format(line.next()),
                line.triesLeft(),
                line.fault() == null ? "" : why(line.fault()));
    }

    private Row refused(Notice notice) {
        return row(notice, null, 0, RefusedAddresses.sentence(texts, String.valueOf(notice.refusal())));
    }

    private Row row(Notice notice, @Nullable String next, int triesLeft, String why) {
        return new Row(
                notice.id(),
                notice.number(),
                words.subject(notice.template()),
                String.valueOf(Masked.email(notice.address())),
                TIME.format(notice.createdAt()),
                next,
                triesLeft,
                why);
    }

    /** What the job keeps of a fault are kinds of exceptions and codes (engine/JobFaults). */
    private String why(String fault) {
        if (AWAY.matcher(fault).find()) return texts.of("mails.why.away");
        if (fault.contains("Authentication")) return texts.of("mails.why.login");
        if (fault.contains("MailPreparation")) return texts.of("mails.why.unwritten");
        Matcher code = CODE.matcher(fault);
        return code.find() ? texts.of("mails.why.code", code.group(1)) : texts.of("mails.why.other");
    }
}

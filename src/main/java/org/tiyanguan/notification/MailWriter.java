package org.tiyanguan.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.tiyanguan.core.MailAddress;
import org.tiyanguan.engine.CaseTasks;

/** Writes notices as mails, in HTML and plain text: one, or what one person hears about several cases as a table. */
@Component
class MailWriter {

    /** What a phone shows; the rest is a click away. */
    private static final int MOST_ROWS = 100;

    private final JavaMailSender sender;
    private final ITemplateEngine templates;
    private final NoticeWords words;
    private final NoticePaths paths;
    private final CaseTasks tasks;
    private final MailSettings settings;
    private final List<MailAttachments> attachments;
    private final String baseUrl;
    private final String centerName;

    MailWriter(
            JavaMailSender sender,
            ITemplateEngine templates,
            NoticeWords words,
            NoticePaths paths,
            CaseTasks tasks,
            MailSettings settings,
            List<MailAttachments> attachments,
            @Value("${tiyanguan.base-url}") String baseUrl,
            @Value("${tiyanguan.center-name}") String centerName) {
        this.sender = sender;
        this.templates = templates;
        this.words = words;
        this.paths = paths;
        this.tasks = tasks;
        this.settings = settings;
        this.attachments = attachments;
        this.baseUrl = baseUrl;
        this.centerName = centerName;
    }

    /** Whether the notices are about more than one case. */
    static boolean areSeveral(List<Notice> notices) {
        return notices.stream().map(Notice::number).distinct().limit(2).count() > 1;
    }

    /** @param notices one, or several of one address that {@linkplain #areSeveral are about several cases} */
    MimeMessage write(List<Notice> notices) throws MessagingException {
        Notice first = notices.get(0);
        if (areSeveral(notices))
            return write(first, null, words.subject(notices), several(notices)).getMimeMessage();
        MimeMessageHelper mail = write(first, first.number(), words.subject(first.template()), one(first));
        var mailed = new MailAttachments.Mailed(first.template(), first.number(), bareSender(), first.address());
        for (MailAttachments feature : attachments) {
            var file = feature.of(mailed).orElse(null);
            if (file != null) mail.addAttachment(file.name(), new ByteArrayDataSource(file.content(), file.type()));
        }
        return mail.getMimeMessage();
    }

    private MimeMessageHelper write(Notice first, @Nullable String number, String subject, Context context)
            throws MessagingException {
        context.setVariable("number", number);
        context.setVariable("subject", subject);
        context.setVariable("baseUrl", baseUrl);
        context.setVariable("centerName", centerName);
        // The sender's own, which knows types of files: another would look through all jars for them.
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        mail.setFrom(settings.from());
        // As mail servers take it; one that can never be mailed was not noted, or is an old one's that fails.
        mail.setTo(MailAddress.mailed(first.address()).orElse(first.address()));
        mail.setSubject(settings.subjectPrefix() + (number == null ? "" : number + " ") + subject);
        mail.setText(templates.process("mail/notice.txt", context), templates.process("mail/notice.html", context));
        message.setHeader("Auto-Submitted", "auto-generated");
        // Mail servers and clients know by it a mail that was sent twice; the sender keeps it.
        message.setHeader("Message-ID", id(first.identity()));
        // All mails about one entry are one thread.
        if (number != null) message.setHeader("References", id(number));
        return mail;
    }

    private Context one(Notice notice) {
        Context context = new Context(Locale.CHINA);
        context.setVariable("lead", words.lead(notice));
        context.setVariable("next", words.next(notice));
        context.setVariable("lines", words.rows(notice));
        context.setVariable("facts", words.facts(notice));
        context.setVariable("link", link(notice));
        context.setVariable("hasTask", hasTask(notice));
        return context;
    }

    private Context several(List<Notice> notices) {
        Context context = new Context(Locale.CHINA);
        context.setVariable("lead", words.leadOfSeveral());
        context.setVariable("next", words.nextOfSeveral());
        context.setVariable(
                "cases",
                notices.stream().limit(MOST_ROWS).map(words::oneOfSeveral).toList());
        int more = notices.size() - MOST_ROWS;
        context.setVariable("lines", more > 0 ? List.of(words.more(more)) : List.of());
        context.setVariable("link", baseUrl + "/notices");
        return context;
    }

    /** Leads people to their task; somebody without an account has nowhere to go. */
    private @Nullable String link(Notice notice) {
        return notice.recipient() == null ? null : baseUrl + paths.of(notice);
    }

    /** Whether there is something to do for the reader when the mail goes out. */
    private boolean hasTask(Notice notice) {
        String reader = notice.recipient();
        return reader != null
                && notice.number() != null
                && tasks.doers(notice.number()).contains(reader);
    }

    /** Without the name before it. */
    private String bareSender() {
        return settings.from().replaceAll(".*<|>.*", "").strip();
    }

    private String id(String name) {
        String domain = settings.from().replaceAll(".*@|>.*", "");
        return "<" + name + "@" + domain + ">";
    }
}

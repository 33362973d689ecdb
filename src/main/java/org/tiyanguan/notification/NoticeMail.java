package org.tiyanguan.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.engine.OwnTransaction;
import org.tiyanguan.engine.ReachesOutside;
import org.tiyanguan.security.People;

/**
 * Writes notices as mails, in HTML and plain text, and sends them. The process {@code notice} calls it in a job for
 * what one transaction has to say about one case ({@link Mailing}).
 */
@ForModels
@Component("noticeMail")
public class NoticeMail {

    private final JdbcClient jdbc;
    private final JavaMailSender sender;
    private final ITemplateEngine templates;
    private final NoticeWords words;
    private final NoticePaths paths;
    private final CaseTasks tasks;
    private final People people;
    private final Clock clock;
    private final OwnTransaction ownTransaction;
    private final MailSettings settings;
    private final String baseUrl;
    private final String centerName;

    NoticeMail(
            JdbcClient jdbc,
            JavaMailSender sender,
            ITemplateEngine templates,
            NoticeWords words,
            NoticePaths paths,
            CaseTasks tasks,
            People people,
            Clock clock,
            OwnTransaction ownTransaction,
            MailSettings settings,
            @Value("${tiyanguan.base-url}") String baseUrl,
            @Value("${tiyanguan.center-name}") String centerName) {
        this.jdbc = jdbc;
        this.sender = sender;
        this.templates = templates;
        this.words = words;
        this.paths = paths;
        this.tasks = tasks;
        this.people = people;
        this.clock = clock;
        this.ownTransaction = ownTransaction;
        this.settings = settings;
        this.baseUrl = baseUrl;
        this.centerName = centerName;
    }

    /**
     * Mails the notice and the others that were told with it. It throws when a mail can't be written, or the mail
     * server does not take it; by then the others are sent, and when the job tries again, only what is left is mailed.
     */
    @Transactional
    @ReachesOutside
    public void send(@OwnCase(Notices.class) long noticeId) {
        Map<MimeMessage, Notice> mails = new LinkedHashMap<>();
        MailException fault = null;
        for (Notice notice : waiting(noticeId)) {
            try {
                mails.put(message(notice), notice);
            } catch (MessagingException | RuntimeException e) {
                fault = new MailPreparationException(e.toString(), e);
            }
        }
        try {
            sender.send(mails.keySet().toArray(MimeMessage[]::new));
        } catch (MailException e) {
            fault = e;
            if (e instanceof MailSendException some && !some.getFailedMessages().isEmpty())
                some.getFailedMessages().keySet().forEach(mails::remove);
            else mails.clear();
        }
        List<Long> sent = mails.values().stream().map(Notice::id).toList();
        if (fault == null) {
            markAsSent(sent);
            return;
        }
        // What the job itself wrote is undone by the fault.
        ownTransaction.run(() -> markAsSent(sent));
        throw fault;
    }

    /** In the order in which they were told. */
    private List<Notice> waiting(long first) {
        return jdbc.sql("""
                        select * from notice
                        where (id = :first or mailing = :first) and address is not null and mailed_at is null
                        order by id""").param("first", first).query(Notice.class).list();
    }

    private void markAsSent(List<Long> notices) {
        if (notices.isEmpty()) return;
        jdbc.sql("update notice set mailed_at = :now where id in (:notices)")
                .param("now", LocalDateTime.now(clock))
                .param("notices", notices)
                .update();
    }

    private MimeMessage message(Notice notice) throws MessagingException {
        Context context = context(notice);
        MimeMessage message = new NumberedMessage(sender.createMimeMessage(), id("notice-" + notice.id()));
        MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        mail.setFrom(settings.from());
        mail.setTo(notice.address());
        mail.setSubject(subject(notice));
        mail.setText(templates.process("mail/notice.txt", context), templates.process("mail/notice.html", context));
        message.setHeader("Auto-Submitted", "auto-generated");
        // All mails about one entry are one thread.
        if (notice.number() != null) message.setHeader("References", id(notice.number()));
        return message;
    }

    private Context context(Notice notice) {
        Context context = new Context(Locale.CHINA);
        context.setVariable("number", notice.number());
        context.setVariable("subject", words.subject(notice.template()));
        context.setVariable("lead", words.lead(notice));
        context.setVariable("next", words.next(notice));
        context.setVariable("lines", words.rows(notice));
        context.setVariable("baseUrl", baseUrl);
        context.setVariable("facts", words.facts(notice));
        context.setVariable("link", link(notice));
        context.setVariable("hasTask", hasTask(notice));
        context.setVariable("centerName", centerName);
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
                && tasks.mostUrgentOf(notice.number(), reader, people.groupsOf(reader))
                        .isPresent();
    }

    private String subject(Notice notice) {
        String number = notice.number() == null ? "" : notice.number() + " ";
        return settings.subjectPrefix() + number + words.subject(notice.template());
    }

    private String id(String name) {
        String domain = settings.from().replaceAll(".*@|>.*", "");
        return "<" + name + "@" + domain + ">";
    }

    /** A message that keeps its number, by which mail clients know a mail that was sent twice. */
    private static class NumberedMessage extends MimeMessage {

        private final String id;

        NumberedMessage(MimeMessage source, String id) throws MessagingException {
            super(source.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

package org.tiyanguan.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.engine.OwnTransaction;
import org.tiyanguan.engine.ReachesOutside;

/**
 * Sends notices as mails. The process {@code notice} calls it in a job for what one transaction has to say about one
 * case ({@link Mailing}), or for what one person hears about several ({@link Bundles}).
 */
@ForModels
@Component("noticeMail")
public class NoticeMail {

    private final Notices notices;
    private final JavaMailSender sender;
    private final MailWriter writer;
    private final SentMails sent;
    private final OwnTransaction ownTransaction;

    NoticeMail(
            Notices notices, JavaMailSender sender, MailWriter writer, SentMails sent, OwnTransaction ownTransaction) {
        this.notices = notices;
        this.sender = sender;
        this.writer = writer;
        this.sent = sent;
        this.ownTransaction = ownTransaction;
    }

    /**
     * Mails the notice and the others that were told with it, one after the other: each is noted as sent before the
     * next one is handed over, so that whatever stops the program or the database, one mail at most goes out again. It
     * throws when a mail can't be written, or the mail server does not take it; by then the others are sent, unless the
     * server is away, and when the job tries again, only what is left is mailed. A mail whose address the server
     * refuses for good is left alone until somebody asks for it ({@link MailQueue}).
     */
    @Transactional
    @ReachesOutside
    public void send(@OwnCase(Notices.class) long noticeId) {
        MailException fault = null;
        for (Iterator<List<Notice>> mails = mails(waiting(noticeId)).iterator(); mails.hasNext(); ) {
            List<Notice> mail = mails.next();
            try {
                handOver(mail);
            } catch (MailException e) {
                if (isRefused(mail, e)) continue;
                fault = MailFault.of(e);
                if (MailFault.isServerAway(e)) break;
                continue;
            }
            // What the job itself wrote is undone by a fault.
            if (mails.hasNext() || fault != null) sent.note(mail);
            else sent.noteWithJob(mail);
        }
        if (fault != null) throw fault;
    }

    private void handOver(List<Notice> mail) {
        if (sent.has(mail)) return;
        sender.send(write(mail));
        sent.add(mail);
    }

    private MimeMessage write(List<Notice> mail) {
        try {
            return writer.write(mail);
        } catch (MessagingException | RuntimeException e) {
            throw new MailPreparationException(e.toString(), e);
        }
    }

    private boolean isRefused(List<Notice> mail, MailException thrown) {
        Optional<String> code = MailFault.refusal(thrown, mail.get(0).address());
        code.ifPresent(why -> ownTransaction.run(
                () -> notices.markAsRefused(mail.stream().map(Notice::id).toList(), why)));
        return code.isPresent();
    }

    private List<Notice> waiting(long first) {
        return notices.mailedWith(first).stream()
                .filter(notice -> notice.address() != null && notice.mailedAt() == null && notice.refusedAt() == null)
                .toList();
    }

    /** What one person hears about several cases is one mail. */
    private static List<List<Notice>> mails(List<Notice> waiting) {
        return waiting.stream()
                .collect(Collectors.groupingBy(Notice::address, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(ofOne -> MailWriter.areSeveral(ofOne)
                        ? Stream.of(ofOne)
                        : ofOne.stream().map(List::of))
                .toList();
    }
}

package org.tiyanguan.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
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
    private final OwnTransaction ownTransaction;

    NoticeMail(Notices notices, JavaMailSender sender, MailWriter writer, OwnTransaction ownTransaction) {
        this.notices = notices;
        this.sender = sender;
        this.writer = writer;
        this.ownTransaction = ownTransaction;
    }

    /**
     * Mails the notice and the others that were told with it. It throws when a mail can't be written, or the mail
     * server does not take it; by then the others are sent, and when the job tries again, only what is left is mailed.
     */
    @Transactional
    @ReachesOutside
    public void send(@OwnCase(Notices.class) long noticeId) {
        Map<MimeMessage, List<Notice>> mails = new LinkedHashMap<>();
        MailException fault = null;
        for (List<Notice> mail : mails(waiting(noticeId))) {
            try {
                mails.put(writer.write(mail), mail);
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
        List<Long> sent =
                mails.values().stream().flatMap(List::stream).map(Notice::id).toList();
        if (fault == null) {
            notices.markAsSent(sent);
            return;
        }
        // What the job itself wrote is undone by the fault.
        ownTransaction.run(() -> notices.markAsSent(sent));
        throw fault;
    }

    private List<Notice> waiting(long first) {
        return notices.mailedWith(first).stream()
                .filter(notice -> notice.address() != null && notice.mailedAt() == null)
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

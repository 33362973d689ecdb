package org.tiyanguan.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.tiyanguan.core.Texts;

/** Where no mail server is set, mails are written to the log instead. */
@Configuration
class MailToLog {

    private static final Logger LOG = LoggerFactory.getLogger(MailToLog.class);

    private final Texts texts;

    MailToLog(Texts texts) {
        this.texts = texts;
    }

    @Bean
    @ConditionalOnExpression("'${spring.mail.host:}'.isEmpty()")
    JavaMailSender mailToLogSender() {
        return new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object[] originals) {
                for (MimeMessage message : messages) log(message);
            }
        };
    }

    private void log(MimeMessage message) {
        try {
            String recipients = Arrays.toString(message.getAllRecipients());
            LOG.info("{}\n{}", texts.of("mail.logged", recipients, message.getSubject()), plainText(message));
        } catch (MessagingException | IOException e) {
            throw new MailParseException(e);
        }
    }

    private static Object plainText(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof Multipart parts ? plainText(parts.getBodyPart(0)) : part.getContent();
    }
}

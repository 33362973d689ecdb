package org.tiyanguan.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.tiyanguan.engine.QuotesNothing;

/** Why a mail did not go out: the mail server's code (RFC 5321, RFC 3463), and none of its words. */
class MailFault extends MailException implements QuotesNothing {

    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})");

    /** No address at all; no server has been asked. */
    static final String MALFORMED = "malformed";

    /**
     * "Exceeded storage allocation", which a server means for now (RFC 5321, 4.5.3.1.10); and no access without login.
     */
    private static final String NOT_FOR_GOOD = "552|530|535";

    private static final String FOR_GOOD = "5\\d\\d";

    private MailFault(String code, Throwable cause) {
        super(code, cause);
    }

    /** As it was thrown, or with the code by which the server answered. */
    static MailException of(MailException thrown) {
        String code = lines(thrown).map(MailFault::code).orElse(null);
        return code == null ? thrown : new MailFault(code, thrown);
    }

    /** The server takes no connection, or not ours: there is no use in trying other mails now. */
    static boolean isServerAway(MailException thrown) {
        return thrown instanceof MailAuthenticationException
                || thrown instanceof MailSendException && thrown.getCause() != null;
    }

    /** By which code the address is refused for good; empty for every fault that may pass. */
    static Optional<String> refusal(MailException thrown, String address) {
        if (!isAddress(address)) return Optional.of(MALFORMED);
        return failed(thrown, SMTPAddressFailedException.class)
                .map(refused -> new Line(refused.getReturnCode(), refused.getMessage()))
                .filter(line -> String.valueOf(line.status).matches(FOR_GOOD)
                        && !String.valueOf(line.status).matches(NOT_FOR_GOOD))
                .map(MailFault::code);
    }

    private static boolean isAddress(String address) {
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    private record Line(int status, @Nullable String text) {}

    private static Optional<Line> lines(MailException thrown) {
        return failed(thrown, SMTPAddressFailedException.class)
                .map(f -> new Line(f.getReturnCode(), f.getMessage()))
                .or(() -> failed(thrown, SMTPSenderFailedException.class)
                        .map(f -> new Line(f.getReturnCode(), f.getMessage())))
                .or(() -> failed(thrown, SMTPSendFailedException.class)
                        .map(f -> new Line(f.getReturnCode(), f.getMessage())));
    }

    private static String code(Line line) {
        Matcher enhanced = ENHANCED.matcher(String.valueOf(line.text));
        return line.status + (enhanced.find() ? " " + enhanced.group(1) : "");
    }

    /** The mail library hangs what happened at each address behind what happened to the mail. */
    private static <T extends MessagingException> Optional<T> failed(MailException thrown, Class<T> kind) {
        if (!(thrown instanceof MailSendException send)) return Optional.empty();
        for (Exception of : send.getMessageExceptions())
            for (Exception each = of; each instanceof MessagingException mail; each = mail.getNextException())
                if (kind.isInstance(each)) return Optional.of(kind.cast(each));
        return Optional.empty();
    }
}

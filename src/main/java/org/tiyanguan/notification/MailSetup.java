package org.tiyanguan.notification;

import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.context.annotation.Configuration;

@Configuration
class MailSetup {

    static {
        // Unless it is told, the mail library looks through all jars for it, several times for each message.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }
}

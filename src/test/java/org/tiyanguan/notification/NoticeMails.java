package org.tiyanguan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.tiyanguan.TestMail;

/** The jobs that send notices, and the mail server that receives them. */
@Component
public class NoticeMails {

    private final ManagementService management;

    NoticeMails(ManagementService management) {
        this.management = management;
    }

    /** Earlier mails are sent, and forgotten. */
    GreenMail emptyServer() {
        executeAll();
        return TestMail.emptyServer();
    }

    void executeAll() {
        jobs().forEach(job -> management.executeJob(job.getId()));
    }

    Job job() {
        List<Job> jobs = jobs();
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    List<Job> jobs() {
        return management.createJobQuery().processDefinitionKey("notice").list();
    }

    static List<String> receivers(GreenMail server) {
        return Arrays.stream(server.getReceivedMessages())
                .map(message -> {
                    try {
                        return message.getAllRecipients()[0].toString();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    /** The same text plain and in HTML. */
    public static MimeMultipart alternatives(MimeMultipart multipart) throws Exception {
        Object first = multipart.getBodyPart(0).getContent();
        return first instanceof MimeMultipart inner ? alternatives(inner) : multipart;
    }
}

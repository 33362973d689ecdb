package org.tiyanguan.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.tiyanguan.notification.NoticeMails.receivers;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.Acting;
import org.tiyanguan.IntegrationTest;

/** A mail server that is down, hangs or refuses a mail delays that mail and nothing else. */
@IntegrationTest
class MailFaultsTest {

    private static final String NUMBER = "TYG-2026-000042";

    @Autowired
    Notices notices;

    @Autowired
    ManagementService management;

    @Autowired
    MailQueue queue;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NoticeMails mails;

    private GreenMail mail;

    @BeforeEach
    void earlierMailsAreSent() {
        mail = mails.emptyServer();
    }

    @Test
    void while_the_server_is_down_the_mail_waits_and_goes_out_once_when_it_is_back() {
        mail.stop();
        notices.toUser("gongan", "urge", NUMBER, Map.of("title", "排队", "reason", "请抓紧"));
        Job job = mails.job();
        assertThat(catchThrowable(() -> management.executeJob(job.getId()))).isNotNull();
        assertThat(mails.job().getRetries()).isEqualTo(241);
        mail.start();
        management.executeJob(job.getId());
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(mails.jobs()).isEmpty();
    }

    @Test
    void a_job_mails_five_so_that_its_lock_outlasts_a_server_that_hangs_at_each() {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 11; i++) tell(NUMBER, "gongan");
        });
        assertThat(mails.jobs()).hasSize(3);
        mails.executeAll();
        assertThat(receivers(mail)).hasSize(11);
    }

    @Test
    void a_mail_that_cannot_be_written_stops_no_other_and_what_went_out_does_not_go_out_again() {
        transaction.executeWithoutResult(status -> {
            tell(NUMBER, "gongan");
            notices.toAddress("zhang@qq.com.", "answer", NUMBER, Map.of("title", "排队", "answer", "已增开窗口"));
            tell(NUMBER, "shebao");
        });
        mails.executeAll();
        assertThat(receivers(mail)).containsExactly("gongan@example.org", "shebao@example.org");
        assertThat(mails.jobs()).isEmpty();
        long unwritten = jdbc.sql("select id from notice where refusal = 'malformed'")
                .query(Long.class)
                .single();
        jdbc.sql("update notice set address = 'zhang@example.com' where address = 'zhang@qq.com.'")
                .update();
        acting.as("admin", () -> queue.retry(MailQueue.Scope.ONE, unwritten));
        mails.executeAll();
        assertThat(receivers(mail)).containsExactly("gongan@example.org", "shebao@example.org", "zhang@example.com");
        assertThat(mails.jobs()).isEmpty();
    }

    @Test
    void a_mail_that_the_server_refuses_stops_no_other_and_what_went_out_does_not_go_out_again() {
        String refused = "refused@example.org";
        MessageDeliveryHandler usual = mail.getUserManager().getMessageDeliveryHandler();
        mail.getUserManager().setMessageDeliveryHandler((message, address) -> {
            if (address.getEmail().equals(refused)) throw new UserException("no such mailbox");
            return usual.handle(message, address);
        });
        transaction.executeWithoutResult(status -> {
            tell(NUMBER, "gongan");
            notices.toAddress(refused, "answer", NUMBER, Map.of("title", "排队", "answer", "已增开窗口"));
            tell(NUMBER, "shebao");
        });
        Job job = mails.job();
        try {
            assertThat(catchThrowable(() -> management.executeJob(job.getId()))).isNotNull();
        } finally {
            mail.getUserManager().setMessageDeliveryHandler(usual);
        }
        assertThat(receivers(mail)).containsExactly("gongan@example.org", "shebao@example.org");
        management.executeJob(job.getId());
        assertThat(receivers(mail)).containsExactly("gongan@example.org", "shebao@example.org", refused);
        assertThat(mails.jobs()).isEmpty();
    }

    private void tell(String number, String... users) {
        for (String user : users) notices.toUser(user, "urge", number, Map.of("title", "排队"));
    }
}

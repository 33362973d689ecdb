package org.tiyanguan.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.tiyanguan.notification.NoticeMails.receivers;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.TestDatabase;

/** By what a mail is known, and how seldom it goes out twice. */
@IntegrationTest
class MailIdentityTest {

    private static final String NUMBER = "TYG-2026-000043";

    @Autowired
    Notices notices;

    @Autowired
    SentMails sent;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    NoticeMails mails;

    private GreenMail mail;

    @BeforeEach
    void earlierMailsAreSent() {
        mail = mails.emptyServer();
    }

    @Test
    void a_restored_database_gives_no_mail_the_name_of_another() {
        tell("gongan");
        mails.executeAll();
        long first = jdbc.sql("select max(id) from notice").query(Long.class).single();
        jdbc.sql("delete from notice where id = :id").param("id", first).update();
        jdbc.sql("alter table notice alter column id restart with " + first).update();
        tell("gongan");
        assertThat(jdbc.sql("select max(id) from notice").query(Long.class).single())
                .isEqualTo(first);
        mails.executeAll();
        assertThat(names()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void a_mail_that_another_node_sends_again_keeps_its_name() {
        tell("gongan");
        sendAndForget();
        forgetInMemory();
        mails.executeAll();
        assertThat(names()).hasSize(2);
        assertThat(names().stream().distinct()).hasSize(1);
    }

    @Test
    void what_this_node_has_sent_does_not_go_out_again_though_the_database_forgot_it() {
        tell("gongan");
        sendAndForget();
        mails.executeAll();
        assertThat(receivers(mail)).containsExactly("gongan@example.org");
        assertThat(mails.jobs()).isEmpty();
    }

    @Test
    void it_is_noted_as_soon_as_the_database_is_back() {
        tell("gongan");
        sendAndForget();
        sent.noteRest();
        forgetInMemory();
        mails.executeAll();
        assertThat(receivers(mail)).containsExactly("gongan@example.org");
    }

    @Test
    void a_database_that_stops_between_two_mails_of_a_job_doubles_none() {
        Assumptions.assumeTrue(TestDatabase.isPostgres(), "H2 is in the program");
        transaction.executeWithoutResult(status -> {
            tell("gongan");
            tell("shebao");
            tell("center");
        });
        String job = mails.job().getId();
        AtomicBoolean stopped = new AtomicBoolean();
        MessageDeliveryHandler usual = mail.getUserManager().getMessageDeliveryHandler();
        mail.getUserManager().setMessageDeliveryHandler((message, address) -> {
            if (!stopped.getAndSet(true)) endConnections();
            return usual.handle(message, address);
        });
        try {
            assertThat(catchThrowable(() -> management.executeJob(job))).isNotNull();
        } finally {
            mail.getUserManager().setMessageDeliveryHandler(usual);
        }
        management.executeJob(job);
        assertThat(receivers(mail))
                .containsExactlyInAnyOrder("gongan@example.org", "shebao@example.org", "center@example.org");
    }

    /** The mail is handed over, and what the job wrote is undone. */
    private void sendAndForget() {
        transaction.executeWithoutResult(status -> {
            mails.executeAll();
            status.setRollbackOnly();
        });
        assertThat(mails.jobs()).hasSize(1);
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    private void forgetInMemory() {
        ((Map<?, ?>) ReflectionTestUtils.getField(sent, "unnoted")).clear();
    }

    private void endConnections() {
        try (var own = TestDatabase.beside(database)) {
            JdbcClient.create(new SingleConnectionDataSource(own, true))
                    .sql(
                            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
                    .query()
                    .listOfRows();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> names() {
        return Arrays.stream(mail.getReceivedMessages())
                .map(MailIdentityTest::name)
                .toList();
    }

    private static String name(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tell(String user) {
        notices.toUser(user, "urge", NUMBER, Map.of("title", "排队"));
    }
}

package org.tiyanguan.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.notification.NoticeMails.receivers;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;

/** Notices as mails on a real SMTP server. */
@IntegrationTest
class NoticeTest {

    private static final String NUMBER = "TYG-2026-000042";

    @Autowired
    Notices notices;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Value("${camunda.bpm.job-executor-acquire-by-priority}")
    boolean acquiresByPriority;

    @Autowired
    NoticeMails mails;

    private GreenMail mail;

    @BeforeEach
    void earlierMailsAreSent() {
        mail = mails.emptyServer();
    }

    @AfterAll
    static void the_diagram_has_one_way_and_leaves_no_history(@Autowired ProcessEngine engine) {
        ModelCoverage.assertOneWay(engine, "notice");
    }

    @Test
    void a_notice_reaches_its_reader_as_text_and_html_with_the_number_first_and_a_link_to_the_task() throws Exception {
        notices.toUser("gongan", "remind", NUMBER, Map.of("title", "窗口<排队>过久", "deadline", "2026-03-09 17:30"));
        management.executeJob(mails.job().getId());

        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo(NUMBER + " 提醒：整改时限将到");
        assertThat(message.getAllRecipients()[0]).hasToString("gongan@example.org");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("References")[0]).contains(NUMBER);
        assertThat(message.getMessageID()).matches("<notice-[0-9a-f-]{36}@localhost>");
        MimeMultipart parts = NoticeMails.alternatives((MimeMultipart) message.getContent());
        String text = parts.getBodyPart(0).getContent().toString();
        String html = parts.getBodyPart(1).getContent().toString();
        assertThat(text).contains("窗口<排队>过久", "整改时限：2026-03-09 17:30", "/ledger/" + NUMBER + "/task");
        assertThat(html)
                .contains("窗口&lt;排队&gt;过久", "/ledger/" + NUMBER + "/task")
                .doesNotContain("<排队>");
        assertThat(jdbc.sql("select count(*) from notice where mailed_at is not null and recipient = 'gongan'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void an_officer_is_led_to_the_task_and_somebody_without_an_account_nowhere() throws Exception {
        notices.toUser("officer", "confirm", NUMBER, Map.of("title", "排队", "answer", "已增开窗口"));
        management.executeJob(mails.job().getId());
        notices.toAddress("somebody@example.com", "answer", NUMBER, Map.of("title", "排队", "answer", "已增开窗口"));
        management.executeJob(mails.job().getId());
        assertThat(text(mail.getReceivedMessages()[0])).contains("/ledger/" + NUMBER + "/task");
        assertThat(text(mail.getReceivedMessages()[1])).contains("已增开窗口").doesNotContain("/ledger");
    }

    @Test
    void what_is_undone_tells_nobody() {
        transaction.executeWithoutResult(status -> {
            notices.toUser("gongan", "urge", "TYG-2026-000099", Map.of("title", "排队"));
            status.setRollbackOnly();
        });
        assertThat(mails.jobs()).isEmpty();
        assertThat(jdbc.sql("select count(*) from notice where number = 'TYG-2026-000099'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void headers_are_plain_ascii_so_that_every_server_passes_them_on() throws Exception {
        notices.toUser("gongan", "urge", NUMBER, Map.of("title", "排队"));
        management.executeJob(mails.job().getId());
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getHeader("From", null)).matches("\\p{ASCII}+");
        assertThat(message.getHeader("Subject", null)).matches("[\\p{ASCII}\\s]+");
        assertThat(MimeUtility.decodeText(message.getHeader("From", null))).contains("政务服务体验官", "tiyanguan@localhost");
    }

    @Test
    void who_has_no_usable_address_is_told_in_the_program_only_and_stops_nothing() {
        Map<String, String> facts = Map.of("title", "排队");
        for (String address : new String[] {null, "", "x".repeat(200) + "@example.org"})
            withAddress("gongan", address, () -> notices.toUser("gongan", "urge", "TYG-2026-000098", facts));
        assertThat(mails.jobs()).isEmpty();
        assertThat(jdbc.sql("select count(*) from notice where number = 'TYG-2026-000098' and address is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void mails_give_way_to_all_other_jobs() {
        notices.toUser("gongan", "urge", NUMBER, Map.of("title", "排队"));
        assertThat(mails.job().getPriority()).isNegative();
        assertThat(acquiresByPriority).isTrue();
    }

    @Test
    void a_list_without_a_number_leads_to_what_is_overdue() throws Exception {
        String rows = "TYG-2026-000001 <排队>\nTYG-2026-000002 取号";
        notices.toUser("gongan", "digest", null, Map.of("overdueCount", "1", "text", rows));
        management.executeJob(mails.job().getId());
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("今日超期与即将到期清单");
        MimeMultipart parts = NoticeMails.alternatives((MimeMultipart) message.getContent());
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("已超期（件）：1", "TYG-2026-000001 <排队>", "/ledger?overdue=true");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains(">TYG-2026-000001 &lt;排队&gt;<", ">TYG-2026-000002 取号<");
    }

    @Test
    void a_group_is_told_one_by_one_in_one_job() {
        notices.toGroup("dept-gongan", "urge", NUMBER, Map.of("title", "排队"));
        management.executeJob(mails.job().getId());
        assertThat(receivers(mail)).containsExactlyInAnyOrder("gongan@example.org", "gongan-head@example.org");
        assertThat(mails.jobs()).isEmpty();
    }

    @Test
    void what_one_act_says_about_several_cases_is_mailed_by_a_job_for_each() {
        transaction.executeWithoutResult(status -> {
            tell(NUMBER, "gongan", "shebao");
            tell("TYG-2026-000043", "gongan");
            notices.toUser("gongan", "digest", null, Map.of("overdueCount", "1"));
        });
        assertThat(mails.jobs()).hasSize(3);
        mails.executeAll();
        assertThat(receivers(mail)).hasSize(4);
    }

    @Test
    void what_was_erased_in_the_meantime_is_not_mailed() {
        notices.toAddress("somebody@example.com", "answer", NUMBER, Map.of("title", "排队", "answer", "已增开窗口"));
        notices.forget(NUMBER);
        management.executeJob(mails.job().getId());
        assertThat(receivers(mail)).isEmpty();
        assertThat(mails.jobs()).isEmpty();
    }

    private void tell(String number, String... users) {
        for (String user : users) notices.toUser(user, "urge", number, Map.of("title", "排队"));
    }

    private static String text(MimeMessage message) throws Exception {
        return NoticeMails.alternatives((MimeMultipart) message.getContent())
                .getBodyPart(0)
                .getContent()
                .toString();
    }

    private void withAddress(String userId, String address, Runnable act) {
        User user = identity.createUserQuery().userId(userId).singleResult();
        String before = user.getEmail();
        user.setEmail(address);
        identity.saveUser(user);
        try {
            act.run();
        } finally {
            user.setEmail(before);
            identity.saveUser(user);
        }
    }
}

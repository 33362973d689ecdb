package org.tiyanguan.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.tiyanguan.notification.NoticeMails.receivers;

import com.icegreen.greenmail.util.GreenMail;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.rectification.Loop;

/** What administrators see of mails that did not go out, what they do about them, and what the centre hears of it. */
@IntegrationTest
@OnH2Too
@AtTime("2026-03-02T10:00:00")
class MailQueueTest {

    private static final String REFUSES = "550 5.1.1 <officer@example.org>: no such user";

    @LocalServerPort
    int port;

    @Value("${spring.mail.port}")
    int mailPort;

    @Autowired
    Notices notices;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NoticeMails mails;

    private GreenMail mail;
    private Browser admin;

    @BeforeEach
    void the_server_is_down() {
        mail = mails.emptyServer();
        jdbc.sql("update notice set refused_at = null, refusal = null, address = null where refused_at is not null")
                .update();
        mail.stop();
        admin = Browser.of(port, "admin");
    }

    @AfterEach
    void the_server_is_up() {
        if (!mail.isRunning()) mail.start();
        mails.executeAll();
    }

    @Test
    void an_administrator_sees_what_waits_and_what_failed_and_why_and_addresses_in_part_only() {
        tell("gongan", 1);
        fail(mails.job(), 1);
        String waits = admin.get("/admin/mails").body();
        assertThat(waits)
                .contains(
                        "等待发出的（1）",
                        "失败的（0）",
                        "TYG-2026-000001",
                        "g＊＊＊@example.org",
                        "连不上邮件服务器",
                        "2026-03-02 10:05",
                        "还剩 241 次")
                .doesNotContain("gongan@example.org");
        fail(mails.job(), 0);
        assertThat(admin.get("/admin/mails").body()).contains("等待发出的（0）", "失败的（1）");
    }

    @Test
    void one_all_of_an_address_all_of_an_hour_and_all_are_tried_again_at_once() {
        long before =
                jdbc.sql("select max(id) from audit_event").query(Long.class).single();
        tell("gongan", 1);
        tell("gongan", 2);
        tell("shebao", 3);
        Loop.now("2026-03-02T11:30:00");
        tell("shebao", 4);
        tell("center", 5);
        mails.jobs().forEach(job -> fail(job, 0));
        mail.start();
        retry("ONE", 1);
        assertThat(receivers(mail)).containsExactly("gongan@example.org");
        retry("ADDRESS", 4);
        assertThat(receivers(mail)).hasSize(3).contains("shebao@example.org").doesNotContain("center@example.org");
        retry("HOUR", 2);
        assertThat(receivers(mail)).hasSize(4).doesNotContain("center@example.org");
        assertThat(admin.postForm("/admin/mails", Map.of("scope", "ALL")).statusCode())
                .isEqualTo(302);
        workOff();
        assertThat(receivers(mail)).hasSize(5);
        assertThat(mails.jobs()).isEmpty();
        assertThat(jdbc.sql(
                                "select detail from audit_event where kind = 'RESENT' and actor = 'admin' and id > :before order by id")
                        .param("before", before)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "1 封，收件人 g＊＊＊@example.org",
                        "2 封，收件人 s＊＊＊@example.org",
                        "1 封，2026-03-02 10:00 起一小时内写好的",
                        "全部 1 封");
    }

    @Test
    void what_waits_for_its_next_try_keeps_the_tries_it_has() {
        tell("gongan", 1);
        fail(mails.job(), 1);
        retry("ONE", 1);
        Job job = mails.job();
        assertThat(job.getRetries()).isEqualTo(240);
    }

    @Test
    void an_address_that_is_refused_for_good_fails_at_once_stops_no_other_and_the_centre_sees_it() throws Exception {
        try (RefusingServer refusing = new RefusingServer(mailPort, Map.of("officer@example.org", REFUSES))) {
            transaction.executeWithoutResult(status -> {
                tell("gongan", 7);
                tell("officer", 7);
                tell("shebao", 7);
            });
            mails.executeAll();
            assertThat(refusing.taken()).containsExactly("gongan@example.org", "shebao@example.org");
            assertThat(mails.jobs()).isEmpty();
        }
        assertThat(admin.get("/admin/mails").body()).contains("地址被拒收的（1）", "o＊＊＊@example.org", "对方邮件服务器拒收（550 5.1.1）");
        Browser center = Browser.of(port, "center");
        for (String page : List.of("/unattended", "/officers/officer"))
            assertThat(center.get(page).body()).as(page).contains("邮件送不到", "o＊＊＊@example.org", "对方邮件服务器拒收（550 5.1.1）");
        mail.start();
        Loop.now("2026-03-02T10:30:00");
        retryRefused();
        assertThat(receivers(mail)).containsExactly("officer@example.org");
        for (String page : List.of("/unattended", "/officers/officer"))
            assertThat(center.get(page).body()).as(page).doesNotContain("邮件送不到");
    }

    @Test
    void what_is_refused_for_now_is_tried_again_and_the_page_says_the_code() throws Exception {
        for (String answer : List.of("450 4.2.1 busy", "552 5.2.2 mailbox full")) {
            try (RefusingServer refusing = new RefusingServer(mailPort, Map.of("officer@example.org", answer))) {
                tell("officer", 8);
                fail(mails.job(), 1);
                assertThat(mails.job().getRetries()).isEqualTo(241);
            }
            assertThat(admin.get("/admin/mails").body())
                    .contains("等待发出的（1）", "邮件服务器没有接收（" + answer.substring(0, 9) + "）");
            mail.start();
            mails.executeAll();
            mail.stop();
        }
    }

    @Test
    void a_mail_that_is_gone_cannot_be_tried_again() {
        assertThat(admin.postForm("/admin/mails", Map.of("scope", "ONE", "mail", "999999999"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(admin.postForm("/admin/mails", Map.of("scope", "ONE")).statusCode())
                .isEqualTo(404);
        assertThat(admin.postForm("/admin/mails", Map.of("scope", "SOME")).statusCode())
                .isEqualTo(400);
    }

    private void retryRefused() {
        long id = jdbc.sql("select id from notice where refused_at is not null")
                .query(Long.class)
                .single();
        admin.postForm("/admin/mails", Map.of("scope", "ADDRESS", "mail", String.valueOf(id)));
        workOff();
    }

    private void retry(String scope, int entry) {
        long id = jdbc.sql("select max(id) from notice where number = :number")
                .param("number", number(entry))
                .query(Long.class)
                .single();
        admin.postForm("/admin/mails", Map.of("scope", scope, "mail", String.valueOf(id)));
        workOff();
    }

    private void workOff() {
        management.createJobQuery().processDefinitionKey("notice").executable().list().stream()
                .map(Job::getId)
                .forEach(job -> {
                    if (mail.isRunning()) management.executeJob(job);
                    else
                        assertThat(catchThrowable(() -> management.executeJob(job)))
                                .isNotNull();
                });
    }

    /** Once, and then as if it had no more tries, if none are left. */
    private void fail(Job job, int left) {
        assertThat(catchThrowable(() -> management.executeJob(job.getId()))).isNotNull();
        if (left == 0) management.setJobRetries(job.getId(), 0);
    }

    private void tell(String user, int entry) {
        notices.toUser(user, "urge", number(entry), Map.of("title", "排队"));
    }

    private static String number(int entry) {
        return "TYG-2026-%06d".formatted(entry);
    }
}

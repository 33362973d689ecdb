package org.tiyanguan.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.TestMail;

/** What one person hears about others' deadlines within a short time is one mail. */
@IntegrationTest
@OnH2Too
class BundlesTest {

    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private static final String[] OTHERS = {"gongan-head@example.org", "center@example.org", "center2@example.org"};

    private final GreenMail mail = TestMail.emptyServer();

    @Autowired
    Notices notices;

    @Autowired
    Bundles bundles;

    @Autowired
    NoticeMails mails;

    @Autowired
    ManagementService management;

    @BeforeEach
    void earlier_mails_are_sent() {
        passes(A_WHILE);
        bundles.mail();
        mails.executeAll();
        TestMail.emptyServer();
        ClockUtil.reset();
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void whose_deadline_it_is_gets_a_mail_at_once_and_the_others_one_for_all() throws Exception {
        redCard("TYG-2026-000001", "窗口<排队>过久");
        redCard("TYG-2026-000002", "取号机坏了");
        notices.toOwnerAndOthers(
                Optional.of("gongan"),
                List.of("dept-gongan"),
                "yellow-card",
                "TYG-2026-000003",
                Map.of("title", "没有座位"));
        mails.executeAll();
        assertThat(receivers()).containsOnly("gongan@example.org").hasSize(3);

        passes(A_WHILE.minusSeconds(30));
        bundles.mail();
        assertThat(mails.jobs()).isEmpty();
        passes(Duration.ofMinutes(1));
        bundles.mail();
        TestMail.emptyServer();
        mails.executeAll();
        assertThat(receivers()).containsExactlyInAnyOrder(OTHERS);
        MimeMessage message = to("gongan-head@example.org");
        assertThat(message.getSubject()).isEqualTo("红牌：整改严重超期 2 件，黄牌：整改已超期 1 件");
        MimeMultipart parts = NoticeMails.alternatives((MimeMultipart) message.getContent());
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains(
                        "TYG-2026-000001 窗口<排队>过久",
                        "TYG-2026-000002 取号机坏了",
                        "TYG-2026-000003 没有座位",
                        "责任单位：市公安局",
                        "/ledger/TYG-2026-000003/task");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("窗口&lt;排队&gt;过久", "/ledger/TYG-2026-000001/task", "没有座位")
                .doesNotContain("<排队>", "另有");
        assertThat(to("center@example.org").getSubject()).isEqualTo("红牌：整改严重超期 2 件");

        passes(A_WHILE);
        bundles.mail();
        assertThat(mails.jobs()).isEmpty();
    }

    @Test
    void a_single_one_is_the_usual_mail() throws Exception {
        redCard("TYG-2026-000001", "排队");
        passes(A_WHILE);
        bundles.mail();
        mails.executeAll();
        assertThat(to("center@example.org").getSubject()).isEqualTo("TYG-2026-000001 红牌：整改严重超期");
    }

    @Test
    void what_is_more_than_a_hundred_is_counted() throws Exception {
        IntStream.rangeClosed(1, 102).forEach(n -> redCard("TYG-2026-%06d".formatted(n), "排队"));
        passes(A_WHILE);
        bundles.mail();
        mails.executeAll();
        MimeMessage message = to("center@example.org");
        assertThat(message.getSubject()).isEqualTo("红牌：整改严重超期 102 件");
        assertThat(NoticeMails.alternatives((MimeMultipart) message.getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString())
                .contains("TYG-2026-000100", "另有 2 件")
                .doesNotContain("TYG-2026-000101");
    }

    @Test
    void a_server_that_is_down_delays_it_and_it_goes_out_once() {
        redCard("TYG-2026-000001", "排队");
        redCard("TYG-2026-000002", "取号");
        mails.executeAll();
        passes(A_WHILE);
        bundles.mail();
        TestMail.emptyServer();
        mail.stop();
        mails.jobs()
                .forEach(job -> assertThat(catchThrowable(() -> management.executeJob(job.getId())))
                        .isNotNull());
        bundles.mail();
        mail.start();
        mails.executeAll();
        assertThat(receivers()).containsExactlyInAnyOrder(OTHERS);
    }

    @Test
    void two_that_gather_at_once_mail_each_once() {
        redCard("TYG-2026-000001", "排队");
        redCard("TYG-2026-000002", "取号");
        mails.executeAll();
        TestMail.emptyServer();
        passes(A_WHILE);
        CyclicBarrier start = new CyclicBarrier(2);
        Stream.of(1, 2)
                .map(node -> CompletableFuture.runAsync(() -> {
                    try {
                        start.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    bundles.mail();
                }))
                .toList()
                .forEach(CompletableFuture::join);
        mails.executeAll();
        assertThat(receivers()).containsExactlyInAnyOrder(OTHERS);
    }

    @Test
    void what_was_erased_in_the_meantime_is_not_mailed() {
        redCard("TYG-2026-000001", "排队");
        mails.executeAll();
        TestMail.emptyServer();
        notices.forget("TYG-2026-000001");
        passes(A_WHILE);
        bundles.mail();
        assertThat(mails.jobs()).isEmpty();
    }

    private void redCard(String number, String title) {
        notices.toOwnerAndOthers(
                Optional.of("gongan"),
                List.of("dept-gongan", "center"),
                "red-card",
                number,
                Map.of("title", title, "department", "市公安局"));
    }

    private static void passes(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    private List<String> receivers() {
        return NoticeMails.receivers(mail);
    }

    private MimeMessage to(String address) {
        return messages()
                .filter(message -> receiver(message).equals(address))
                .reduce((one, other) -> {
                    throw new AssertionError("two mails to " + address);
                })
                .orElseThrow();
    }

    private Stream<MimeMessage> messages() {
        return Arrays.stream(mail.getReceivedMessages());
    }

    private static String receiver(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

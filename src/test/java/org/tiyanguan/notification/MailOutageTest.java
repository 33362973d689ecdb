package org.tiyanguan.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.notification.NoticeMails.receivers;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.rectification.Loop;

/** A mail server that is down for long, by the engine's clock. */
@IntegrationTest
@AtTime("2026-03-02T09:00:00")
class MailOutageTest {

    private static final LocalDateTime START = LocalDateTime.parse("2026-03-02T09:00:00");

    @Autowired
    Notices notices;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    NoticeMails mails;

    private GreenMail mail;

    @BeforeEach
    void the_server_goes_down() {
        mail = mails.emptyServer();
        mail.stop();
    }

    @AfterEach
    void the_server_is_up() {
        if (!mail.isRunning()) mail.start();
        mails.jobs().forEach(job -> management.setJobRetries(job.getId(), 1));
        mails.executeAll();
    }

    @Test
    void ten_minutes_after_an_hour_all_that_was_told_meanwhile_is_out_once() {
        for (int minute = 0; minute < 60; minute++) {
            at(START.plusMinutes(minute));
            notices.toUser("gongan", "urge", "TYG-2026-%06d".formatted(900 + minute), Map.of("title", "排队"));
            workOff();
        }
        assertThat(mails.jobs()).hasSize(60);
        mail.start();
        for (int minute = 60; minute <= 70; minute++) {
            at(START.plusMinutes(minute));
            workOff();
        }
        assertThat(mails.jobs()).isEmpty();
        assertThat(receivers(mail)).hasSize(60);
    }

    @Test
    void after_twenty_hours_it_is_an_incident() {
        notices.toUser("gongan", "urge", "TYG-2026-000042", Map.of("title", "排队"));
        workOff();
        while (mails.job().getRetries() > 0) {
            ClockUtil.setCurrentTime(mails.job().getDuedate());
            workOff();
        }
        Duration tried = Duration.between(
                START.atZone(java.time.ZoneId.of("Asia/Shanghai")).toInstant(),
                ClockUtil.getCurrentTime().toInstant());
        assertThat(tried).isBetween(Duration.ofHours(20), Duration.ofHours(21));
        assertThat(runtime.createIncidentQuery().activityId("send-mail").count())
                .isEqualTo(1);
    }

    private static void at(LocalDateTime time) {
        Loop.now(time.toString());
    }

    /** As the engine's threads would: what is due, and what fails waits for its next try. */
    private void workOff() {
        for (Job job : management
                .createJobQuery()
                .processDefinitionKey("notice")
                .executable()
                .list()) {
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException down) {
                assertThat(mail.isRunning()).isFalse();
            }
        }
    }
}

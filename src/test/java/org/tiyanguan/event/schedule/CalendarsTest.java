package org.tiyanguan.event.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.TestMail;
import org.tiyanguan.event.EventActs;
import org.tiyanguan.event.Eventing;

/** Events as calendars have them: in mails, as files, in a month and in a feed. */
@IntegrationTest
@AtTime("2026-03-16T10:00:00")
class CalendarsTest {

    @LocalServerPort
    int port;

    @Autowired
    Eventing eventing;

    @Autowired
    EventActs acts;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    // ---- the file

    @Test
    void lines_are_folded_at_75_bytes_and_texts_are_escaped() {
        ICalendar.Item item = new ICalendar.Item(
                "HD-1@example.org",
                2,
                LocalDateTime.parse("2026-03-20T14:00"),
                LocalDateTime.parse("2026-03-20T16:00"),
                "座谈会；一、二, 三;\n第二行\\" + "𠮷".repeat(40),
                null,
                null,
                false,
                null,
                null);
        String file = new String(
                ICalendar.of(ICalendar.Method.REQUEST, "", Instant.parse("2026-03-16T02:00:00Z"), List.of(item)),
                StandardCharsets.UTF_8);
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", ""))
                .contains(
                        "METHOD:REQUEST\r\n",
                        "UID:HD-1@example.org\r\nSEQUENCE:2\r\nDTSTAMP:20260316T020000Z\r\n",
                        "DTSTART;TZID=Asia/Shanghai:20260320T140000\r\nDTEND;TZID=Asia/Shanghai:20260320T160000\r\n",
                        "SUMMARY:座谈会；一、二\\, 三\\;\\n第二行\\\\" + "𠮷".repeat(40) + "\r\n",
                        "TZID:Asia/Shanghai\r\n",
                        "TZOFFSETTO:+0800\r\n");
        assertThat(file).doesNotContainPattern("(?<!\r)\n");
    }

    // ---- in mails

    @Test
    void mails_bring_the_event_along_under_one_uid_and_with_a_higher_sequence() throws Exception {
        sendAll();
        GreenMail server = TestMail.emptyServer();
        String number = eventing.symposium("officer");
        sendAll();
        String invited = calendarOf(server, "officer@example.org");
        assertThat(invited)
                .contains(
                        "METHOD:REQUEST",
                        "UID:" + number + "@",
                        "SEQUENCE:0",
                        "DTSTART;TZID=Asia/Shanghai:20260320T140000",
                        "SUMMARY:第一季度体验官座谈会",
                        "LOCATION:市政务服务中心三楼会议室",
                        "ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:officer@example.org",
                        "ORGANIZER:mailto:")
                .doesNotContain("周晓明");
        server = TestMail.emptyServer();
        acts.postpone(
                number,
                LocalDateTime.parse("2026-03-27T14:00"),
                LocalDateTime.parse("2026-03-27T16:00"),
                LocalDateTime.parse("2026-03-25T17:30"),
                null,
                "会议室检修");
        sendAll();
        assertThat(calendarOf(server, "officer@example.org"))
                .contains("METHOD:REQUEST", "UID:" + number + "@", "SEQUENCE:1", "20260327T140000");
        server = TestMail.emptyServer();
        acts.cancel(number, "不开了");
        sendAll();
        assertThat(calendarOf(server, "officer@example.org"))
                .contains("METHOD:CANCEL", "UID:" + number + "@", "SEQUENCE:2", "STATUS:CANCELLED");
    }

    @Test
    void the_file_is_linked_from_the_pages() {
        String number = eventing.symposium("officer");
        assertThat(Browser.of(port, "officer")
                        .get("/officer/events/" + number + ".ics")
                        .body())
                .contains("BEGIN:VEVENT", "UID:" + number + "@");
        assertThat(Browser.of(port, "center").get("/events/" + number + ".ics").body())
                .contains("BEGIN:VEVENT");
        assertThat(Browser.of(port, "officer2")
                        .get("/officer/events/" + number + ".ics")
                        .statusCode())
                .isEqualTo(404);
    }

    // ---- the month and the feed

    @Test
    void a_month_shows_events_and_deadlines_to_those_whose_they_are() {
        String number = eventing.symposium("officer");
        assertThat(Browser.of(port, "center").get("/calendar?month=2026-03").body())
                .contains("2026 年 3 月", "/events/" + number, "14:00");
        assertThat(Browser.of(port, "officer").get("/calendar?month=2026-03").body())
                .contains("/officer/events/" + number, "办理期限：答复是否参加 " + number);
        assertThat(Browser.of(port, "officer3").get("/calendar?month=2026-03").body())
                .doesNotContain(number);
        assertThat(Browser.of(port, "officer").get("/calendar?month=2026-05").body())
                .doesNotContain(number);
    }

    @Test
    void a_feed_is_read_by_a_secret_address_until_it_is_revoked() {
        String number = eventing.symposium("officer");
        Browser officer = Browser.of(port, "officer");
        String first = address(officer);
        String feed = new Browser(port).get(first).body();
        assertThat(feed)
                .contains("METHOD:PUBLISH", "UID:" + number + "@", "SUMMARY:办理期限：答复是否参加 " + number)
                .doesNotContain("周晓明", "13800138000");
        assertThat(jdbc.sql("select count(*) from calendar_feed where token_hash = ?")
                        .param(first.replaceAll("/calendar/|\\.ics", ""))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(officer.get("/calendar").body()).doesNotContain(first);
        String second = address(officer);
        assertThat(new Browser(port).get(first).statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get(second).statusCode()).isEqualTo(200);
        officer.postForm("/calendar/feed", Map.of("act", "revoke"));
        assertThat(new Browser(port).get(second).statusCode()).isEqualTo(404);
    }

    @Test
    void addresses_are_not_guessed_for_long() {
        Browser guesser = new Browser(port);
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++)
            answers.add(guesser.get("/calendar/guess" + i + ".ics").statusCode());
        assertThat(answers.get(0)).isEqualTo(404);
        assertThat(answers).contains(429);
        jdbc.sql("delete from secret_try where subject like 'calendar%'").update();
    }

    // ----

    private String address(Browser browser) {
        browser.postForm("/calendar/feed", Map.of("act", "make"));
        return browser.get("/calendar")
                .body()
                .replaceAll("(?s).*<code>https?://[^/]*(/calendar/[^<]*\\.ics)</code>.*", "$1");
    }

    private void sendAll() {
        management
                .createJobQuery()
                .processDefinitionKey("notice")
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private static String calendarOf(GreenMail server, String to) throws Exception {
        for (MimeMessage mail : server.getReceivedMessages()) {
            if (!mail.getAllRecipients()[0].toString().equals(to)) continue;
            Multipart parts = (Multipart) mail.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.getContentType().startsWith("text/calendar"))
                    return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .replace("\r\n ", "");
            }
        }
        throw new AssertionError("no calendar for " + to);
    }
}

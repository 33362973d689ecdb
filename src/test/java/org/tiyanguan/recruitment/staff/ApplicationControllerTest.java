package org.tiyanguan.recruitment.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.recruitment.ApplicationFiles;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Recruiting;
import org.tiyanguan.recruitment.site.Visitor;

/** What centre, leader and units do with applications on their pages: attachments, links and accounts. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class ApplicationControllerTest {

    @LocalServerPort
    int port;

    @Autowired
    Recruiting recruiting;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationFiles files;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_colleagues_do_stands_in_the_history_and_whom_it_concerns_is_told() {
        String number = recruiting.applied(recruiting.opened(), "王小明");
        String task = recruiting.task(number, "center-check").getId();
        Browser center = Browser.of(port, "center");
        assertThat(center.postAsTasklist(
                                "/camunda/api/colleagues/" + task + "/hand-over",
                                "{\"colleague\":\"center2\",\"note\":\"请核对户籍\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(center.get("/applications/" + number).body()).contains("内部转办", "刘洋：请核对户籍");
        assertThat(jdbc.sql("select recipient from notice where number = ? and template = 'handed-over'")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("center2");
        assertThat(new Visitor(port)
                        .post("/applications/track", Map.of("number", number, "mobile", "13800138000"))
                        .getBody())
                .doesNotContain("刘洋", "户籍");
    }

    @Test
    void unit_and_centre_attach_photo_and_sealed_scan_while_the_application_is_open() {
        String number = recruiting.recommended(recruiting.opened(), "李小红");
        Browser unit = Browser.of(port, "unit");
        assertThat(attach(unit, number, "PHOTO", Visitor.photo("png", 600, 840)))
                .isEqualTo(302);
        assertThat(attach(unit, number, "SEALED", "%PDF-1.7 scan".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(302);
        assertThat(files.find(number, Kind.PHOTO).orElseThrow().type()).isEqualTo("image/jpeg");
        assertThat(files.find(number, Kind.SEALED).orElseThrow().type()).isEqualTo("application/pdf");
        assertThat(attach(Browser.of(port, "center"), number, "SEALED", Visitor.photo("jpg", 900, 1200)))
                .isEqualTo(302);
        assertThat(files.find(number, Kind.SEALED).orElseThrow().type()).isEqualTo("image/jpeg");
        assertThat(unit.get("/applications/" + number).body()).contains("更换扫描件", "上传附件");
    }

    @ParameterizedTest
    @CsvSource({
        "PHOTO, <svg/>",
        "PHOTO, ''",
        "SEALED, <html><script>alert(1)</script></html>",
        "SEALED, ''",
        "SEALED, MZ program"
    })
    void other_files_are_refused(String kind, String content) {
        String number = recruiting.recommended(recruiting.opened(), "李小红");
        assertThat(attach(Browser.of(port, "unit"), number, kind, content.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(400);
        assertThat(files.has(number, Kind.valueOf(kind))).isFalse();
    }

    @Test
    void the_leader_attaches_nothing_and_nobody_does_once_it_is_settled() {
        String call = recruiting.opened();
        String number = recruiting.applied(call, "王小明");
        byte[] photo = Visitor.photo("jpg", 600, 840);
        assertThat(attach(Browser.of(port, "leader"), number, "PHOTO", photo)).isEqualTo(400);
        recruiting.complete("center", number, "center-check", Map.of("check", "OPPOSE", "centerOpinion", "不符合要求。"));
        recruiting.decide(number, "REFUSE");
        assertThat(attach(Browser.of(port, "center"), number, "PHOTO", photo)).isEqualTo(400);
    }

    @Test
    void links_in_mails_lead_to_the_task_or_to_what_one_may_see() {
        String call = recruiting.opened();
        String number = recruiting.applied(call, "王小明");
        assertThat(location(Browser.of(port, "center"), number)).contains("/camunda/app/tasklist/default/#/?task=");
        assertThat(location(Browser.of(port, "leader"), number)).endsWith("/applications/" + number);
        assertThat(location(Browser.of(port, "unit"), number)).endsWith("/");
        assertThat(location(Browser.of(port, "unit"), call)).contains("/camunda/app/tasklist/default/#/?task=");
        assertThat(location(Browser.of(port, "gongan"), call)).endsWith("/calls/" + call);
        assertThat(new Browser(port)
                        .get("/applications/" + number + "/task")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login");
    }

    @Test
    void the_centre_sends_another_activation_link_until_the_account_is_active() {
        String call = recruiting.opened();
        String number = recruiting.onNotice(call);
        recruiting.timePassesTo(number, "2026-03-20T17:30:00");
        Browser center = Browser.of(port, "center");
        assertThat(center.get("/applications/" + number).body()).contains("重发开通链接", "下载聘书");
        assertThat(center.postForm("/applications/" + number + "/activation", Map.of())
                        .statusCode())
                .isEqualTo(302);
        String mail = jdbc.sql("select data from notice where number = ? and template = 'application-activate'")
                .param(number)
                .query(String.class)
                .single();
        String link = mail.replaceAll("(?s).*(/activate/[^\"]+)\".*", "$1");
        assertThat(new Visitor(port)
                        .post(link, Map.of("password", "Sunny#2026", "again", "Sunny#2026"))
                        .getStatusCode()
                        .value())
                .isEqualTo(302);
        assertThat(center.get("/applications/" + number).body()).doesNotContain("重发开通链接");
        assertThat(center.postForm("/applications/" + number + "/activation", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    private static String location(Browser browser, String number) {
        return browser.get("/applications/" + number + "/task")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static int attach(Browser browser, String number, String kind, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n" + kind
                        + "\r\n--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send(
                        "POST",
                        "/applications/" + number + "/files",
                        "multipart/form-data; boundary=part",
                        body.toByteArray())
                .statusCode();
    }
}

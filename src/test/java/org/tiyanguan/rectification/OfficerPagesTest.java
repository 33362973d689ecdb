package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;

/** What an officer reports, follows and says to the answer, over real HTTP. */
@IntegrationTest
class OfficerPagesTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @LocalServerPort int port;

    @Autowired Loop loop;
    @Autowired JdbcClient jdbc;

    private Browser officer;

    @BeforeEach
    void monday_morning() {
        Loop.now("2026-03-02T10:00:00");
        officer = Browser.of(port, "officer");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    // ---- reporting

    @Test
    void a_finding_with_photos_starts_the_loop_in_the_officers_own_name() {
        Map<String, String> fields = filledIn();
        fields.putAll(Map.of("channel", "HOTLINE", "officer", "officer2", "reporterName", "别人"));
        String number = number(report(fields, photo(1), photo(2)));
        assertThat(number).matches("TYG-2026-\\d{6}");
        assertThat(loop.openTasks(number)).containsExactly("center-triage");
        assertThat(jdbc.sql("select user_id from reporter where number = ? and name is null").param(number).query(String.class).single()).isEqualTo("officer");
        assertThat(jdbc.sql("select channel from ledger_entry where number = ?").param(number).query(String.class).single()).isEqualTo("OFFICER");
        assertThat(jdbc.sql("select side from evidence where number = ?").param(number).query(String.class).list()).containsExactly("officer", "officer");
        assertThat(officer.get("/officer").body()).contains(number, "户籍窗口排队过久", "已收到，中心正在梳理");
        assertThat(officer.get("/officer/" + number).body()).contains("已收到，编号 " + number, "照片和附件");
    }

    @Test
    void the_page_asks_what_the_form_asks_but_not_who_reports() {
        String page = officer.get("/officer/report").body();
        for (String field : List.of("kind", "title", "description", "place", "occurredOn", "serviceItem", "urgency", "photos"))
            assertThat(page).contains("name=\"" + field + "\"");
        for (String field : List.of("channel", "officer", "reporterName", "reporterPhone", "reporterEmail"))
            assertThat(page).doesNotContain("name=\"" + field + "\"");
    }

    @Test
    void the_same_report_sent_twice_is_one_entry() {
        Map<String, String> fields = filledIn();
        String first = number(report(fields, photo(1)));
        assertThat(number(report(fields, photo(1)))).isEqualTo(first);
        assertThat(officer.get("/officer/arrived/" + fields.get("token")).body()).isEqualTo(first);
        assertThat(Browser.of(port, "officer2").get("/officer/arrived/" + fields.get("token")).statusCode()).isEqualTo(404);
        assertThat(officer.get("/officer/arrived/none").statusCode()).isEqualTo(404);
        Map<String, String> other = filledIn();
        List<String> numbers = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> number(report(Browser.of(port, "officer"), other))))
                .toList().stream().map(CompletableFuture::join).distinct().toList();
        assertThat(numbers).hasSize(1).doesNotContain(first);
    }

    @ParameterizedTest
    @CsvSource({
        "title, '', title", "description, %LONG%, description", "occurredOn, 2026-03-03, occurredOn", "kind, WISH, kind", "urgency, '', urgency"
    })
    void a_report_that_makes_no_sense_is_refused_at_its_field_and_keeps_what_was_typed(String field, String value, String fault) {
        long before = entries();
        Map<String, String> fields = filledIn();
        fields.put(field, value.replace("%LONG%", "长".repeat(20_000)));
        HttpResponse<String> answer = report(fields, photo(1));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"" + fault + "-fault\"", "二楼A区");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void photos_that_are_none_or_too_many_are_refused_and_no_entry_is_left_behind() {
        long before = entries();
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8);
        assertThat(report(filledIn(), photo(1), svg).body()).contains("id=\"photos-fault\">第 2 个不是能读取的照片", "户籍窗口排队过久");
        byte[][] thirty = IntStream.range(0, 30).mapToObj(OfficerPagesTest::photo).toArray(byte[][]::new);
        assertThat(report(filledIn(), thirty).body()).contains("一次最多上传 9 个");
        assertThat(entries()).isEqualTo(before);
    }

    // ---- following

    @Test
    void the_officer_follows_each_step_in_plain_words_and_learns_nothing_internal() {
        String number = number(report(filledIn()));
        loop.complete("center", number, "center-triage", Map.of("triage", "ACCEPT", "triageReason", "内部理由不外传"));
        loop.complete("center", number, "center-assign", Map.of("department1", "gongan", "instruction1", "增开窗口"));
        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        assertThat(officer.get("/officer/" + number).body())
                .contains("责任单位正在整改", "中心已受理", "转给责任单位", "责任单位已接收", "市公安局", "整改时限 2026-03")
                .doesNotContain("内部理由", "李强", "张敏");
    }

    @Test
    void nobody_sees_anothers_report_and_others_have_no_such_pages() {
        String number = number(report(filledIn()));
        assertThat(Browser.of(port, "officer2").get("/officer/" + number).statusCode()).isEqualTo(404);
        assertThat(Browser.of(port, "officer2").get("/officer").body()).doesNotContain(number);
        assertThat(Browser.of(port, "officer2").postForm("/officer/" + number + "/confirm", Map.of("confirmation", "CONFIRM", "rating", "5")).statusCode()).isEqualTo(404);
        for (String user : List.of("center", "gongan", "leader", "admin", "unit")) assertThat(Browser.of(port, user).get("/officer").statusCode()).as(user).isEqualTo(403);
        assertThat(new Browser(port).get("/officer/" + number).headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void the_links_in_an_officers_mails_lead_to_the_report() {
        String number = loop.confirming();
        assertThat(officer.get("/ledger/" + number + "/task").headers().firstValue("Location").orElseThrow()).endsWith("/officer/" + number);
    }

    // ---- confirming

    @Test
    void the_officer_agrees_and_rates() {
        String number = loop.confirming();
        assertThat(officer.get("/officer").body()).contains("已核验，请您评价");
        assertThat(officer.get("/officer/" + number).body()).contains("给您的答复", "整改得怎么样");
        assertThat(confirm(number, Map.of("confirmation", "CONFIRM", "rating", "4", "objection", "先写了又改主意的话")).statusCode()).isEqualTo(302);
        assertThat(loop.ended(number)).isTrue();
        assertThat(jdbc.sql("select rating from ledger_entry where number = ?").param(number).query(Integer.class).single()).isEqualTo(4);
        assertThat(officer.get("/officer/" + number).body()).contains("您已评价", "已办结").doesNotContain("整改得怎么样");
    }

    @Test
    void the_officer_objects_once_with_a_reason() {
        String number = loop.confirming();
        assertThat(confirm(number, Map.of("confirmation", "OBJECT", "objection", "我昨天去仍然只有一个窗口", "rating", "1")).statusCode()).isEqualTo(302);
        assertThat(loop.openTasks(number)).containsExactly("center-verify");
        loop.verifyGood(number);
        assertThat(officer.get("/officer/" + number).body()).contains("整改得怎么样").doesNotContain("value=\"OBJECT\"");
        assertThat(confirm(number, Map.of("confirmation", "OBJECT", "objection", "还是只有一个窗口")).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"'', '', ''", "CONFIRM, '', ''", "CONFIRM, 6, ''", "OBJECT, '', 短", "MAYBE, 5, ''"})
    void half_an_answer_is_refused(String confirmation, String rating, String objection) {
        String number = loop.confirming();
        HttpResponse<String> answer = confirm(number, Map.of("confirmation", confirmation, "rating", rating, "objection", objection));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("class=\"error box\"", "整改得怎么样");
        assertThat(loop.openTasks(number)).containsExactly("officer-confirm");
    }

    @Test
    void whoever_confirms_twice_is_told() {
        String number = loop.confirming();
        confirm(number, Map.of("confirmation", "CONFIRM", "rating", "5"));
        assertThat(confirm(number, Map.of("confirmation", "CONFIRM", "rating", "1")).statusCode()).isEqualTo(400);
        assertThat(jdbc.sql("select rating from ledger_entry where number = ?").param(number).query(Integer.class).single()).isEqualTo(5);
    }

    // ----

    private HttpResponse<String> confirm(String number, Map<String, String> form) {
        return officer.postForm("/officer/" + number + "/confirm", form);
    }

    private Map<String, String> filledIn() {
        Matcher token = TOKEN.matcher(officer.get("/officer/report").body());
        assertThat(token.find()).isTrue();
        return new HashMap<>(Map.of(
                "token", token.group(1), "kind", "PROBLEM", "title", "户籍窗口排队过久", "description", "取号后等了两个小时，只开了一个窗口。",
                "place", "二楼A区", "occurredOn", "2026-03-01", "serviceItem", "户口迁移", "urgency", "NORMAL"));
    }

    private HttpResponse<String> report(Map<String, String> fields, byte[]... photos) {
        return report(officer, fields, photos);
    }

    private static HttpResponse<String> report(Browser browser, Map<String, String> fields, byte[]... photos) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--part\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        for (byte[] photo : photos) {
            body.writeBytes("--part\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            body.writeBytes(photo);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send("POST", "/officer/report", "multipart/form-data; boundary=part", body.toByteArray());
    }

    private static String number(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body())).replaceAll(".*/", "");
    }

    private long entries() {
        return jdbc.sql("select count(*) from ledger_entry").query(Long.class).single();
    }

    private static byte[] photo(int colour) {
        BufferedImage picture = new BufferedImage(80 + colour, 60, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, colour * 7919);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

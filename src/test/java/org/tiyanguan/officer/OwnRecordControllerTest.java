package org.tiyanguan.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.engine.Decisions;
import org.tiyanguan.recruitment.Recruiting;

/** An officer's own record, letter and settings, and the points. */
@IntegrationTest
class OwnRecordControllerTest {

    @LocalServerPort
    int port;

    @Autowired
    Recruiting recruiting;

    @Autowired
    Officers officers;

    @Autowired
    Decisions decisions;

    @Autowired
    IdentityService identity;

    private String account;
    private Browser officer;

    @BeforeEach
    void appoint() {
        account = officers.of(recruiting.appointed("王小明", "13800138000", "wang@example.org"))
                .orElseThrow()
                .account();
        User user = identity.createUserQuery().userId(account).singleResult();
        user.setPassword("Demo#2026");
        identity.saveUser(user);
        officer = Browser.of(port, account);
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void the_record_says_who_one_is_and_until_when() {
        Officer appointed = officers.withAccount(account).orElseThrow();
        assertThat(officer.get("/officer/me").body())
                .contains(
                        "王小明",
                        appointed.letter(),
                        appointed.termFrom() + " 至 " + appointed.termUntil(),
                        "积分 0",
                        "这一年还没有积分");
        assertThat(officer.get("/officer/me?year=2025").statusCode()).isEqualTo(404);
    }

    @Test
    void the_letter_is_the_officers_own() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/officer/me/letter.docx"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((account + ":Demo#2026").getBytes()))
                .build();
        byte[] letter = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(letter));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            assertThat(text.getText())
                    .contains("王小明", officers.withAccount(account).orElseThrow().letter());
        }
    }

    // ---- points: processes/officer-rating.dmn

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, ''",
        "2, 0, 0, 0, 提交体验记录 10",
        "0, 1, 0, 0, 没有按期提交记录 -3",
        "0, 0, 3, 0, 反映被受理 9",
        "0, 0, 4, 2, 反映被受理 12 反映推动了整改 4",
        "0, 0, 10, 10, 反映被受理 30 反映推动了整改 20 一年推动整改十件以上 10"
    })
    void points_are_given_by_the_table(int records, int lapsed, int accepted, int rectified, String lines) {
        List<Map<String, Object>> matches = decisions.matches(
                "officer-rating",
                Map.of("records", records, "lapsed", lapsed, "accepted", accepted, "rectified", rectified));
        assertThat(String.join(
                        " ",
                        matches.stream()
                                .map(match -> match.get("label") + " " + match.get("points"))
                                .toList()))
                .isEqualTo(lines);
    }

    // ---- settings

    @Test
    void an_officer_says_how_to_be_reached_and_whom_to_keep_away_from() {
        assertThat(officer.get("/officer/settings").body()).contains("13800138000");
        assertThat(officer.postForm("/officer/settings", Map.of("phone", "13900139000", "ties", "gongan"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(officers.contact(account).phone()).isEqualTo("13900139000");
        assertThat(officers.hasTie(account, "gongan")).isTrue();
        assertThat(officers.hasTie(account, "shebao")).isFalse();
        officer.postForm("/officer/settings", Map.of("phone", ""));
        assertThat(officers.hasTie(account, "gongan")).isFalse();
        assertThat(officers.contact(account).phone()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"12345", "电话", "139001390001"})
    void a_phone_that_is_none_is_refused_at_its_field_and_nothing_changes(String phone) {
        var answer = officer.postForm("/officer/settings", Map.of("phone", phone, "ties", "gongan"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"phone-fault\"", "value=\"" + phone + "\"", "value=\"gongan\" checked");
        assertThat(officers.contact(account).phone()).isEqualTo("13800138000");
        assertThat(officers.ties(account)).isEmpty();
    }

    @Test
    void nobody_is_tied_to_a_department_that_does_not_exist() {
        officer.postForm("/officer/settings", Map.of("ties", "nobody"));
        assertThat(officers.ties(account)).isEmpty();
    }
}

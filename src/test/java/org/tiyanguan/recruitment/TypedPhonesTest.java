package org.tiyanguan.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.TestMail;
import org.tiyanguan.api.Caller;
import org.tiyanguan.api.Callers;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.KeyScope;

/** Phones and mail addresses as people type them, at every door: kept in one form, found in any. */
@IntegrationTest
@OnH2Too
class TypedPhonesTest {

    private static final List<String> ONE_PHONE = List.of(
            "13800138000", "+8613800138000", "138 0013 8000", "１３８００１３８０００", "138-0013-8000", "008613800138000");

    private static final List<String> ONE_LINE =
            List.of("（0766）8838383 转 12", "0766-8838383-12", "07668838383转12", "+86 766 8838383 转分机 12");

    @LocalServerPort
    int port;

    @Autowired
    Recruiting recruiting;

    @Autowired
    Loop loop;

    @Autowired
    Callers callers;

    @Autowired
    Officers officers;

    @Autowired
    Notices notices;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void other_systems_and_tasklist_keep_one_form_and_the_ledger_finds_any() {
        Caller hotline = callers.with(port, KeyScope.FINDINGS_WRITE);
        for (String typed : ONE_PHONE) {
            Map<String, Object> finding = Caller.hotline();
            finding.put("reporterPhone", typed);
            var answer = hotline.post(finding);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            String number = Caller.json(answer).path("number").asText();
            assertThat(phone(number)).isEqualTo("13800138000");
            ONE_PHONE.forEach(sought -> assertThat(ledger(sought)).contains(number));
        }
        for (String typed : ONE_LINE) {
            Map<String, Object> form = Loop.problem();
            form.putAll(Map.of("channel", "VISIT", "reporterPhone", typed));
            form.remove("officer");
            String number = loop.report(form);
            assertThat(phone(number)).isEqualTo("0766-8838383-12");
            ONE_LINE.forEach(sought -> assertThat(ledger(sought)).contains(number));
            assertThat(Browser.of(port, "center").get("/ledger/" + number).body())
                    .contains("076＊＊＊＊8383");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reporterPhone, 12345, 11 位手机号",
        "reporterEmail, a..b@x..com, 收不到邮件",
        "reporterEmail, zhang@qq.com., 收不到邮件"
    })
    void what_reaches_nobody_is_refused_at_its_field(String field, String typed, String sentence) {
        Map<String, Object> finding = Caller.hotline();
        finding.put(field, typed);
        var answer = callers.with(port, KeyScope.FINDINGS_WRITE).post(finding);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.json(answer).path("errors").findValuesAsText("field")).containsExactly(field);
        assertThat(answer.body()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"１３９００１３９０００", "+86 139-0013-9000"})
    void whoever_applied_is_found_by_the_phone_however_it_is_typed(String typed) {
        String application = recruiting.appointed("张三", typed, "zhang@例子.中国");
        assertThat(recruiting.application(application).person().phone()).isEqualTo("13900139000");
        assertThat(recruiting.application(application).person().email()).isEqualTo("zhang@例子.中国");
        String account = officers.of(application).orElseThrow().account();
        Browser anybody = new Browser(port);
        for (String mobile : List.of("13900139000", "139 0013 9000", "１３９００１３９０００"))
            assertThat(anybody.postForm("/applications/track", Map.of("number", application, "mobile", mobile))
                            .body())
                    .contains(application);
        assertThat(Browser.of(port, "center")
                        .get("/officers?q=" + encoded("139 0013 9000"))
                        .body())
                .contains("/officers/" + account);
    }

    @Test
    void an_address_with_a_chinese_domain_is_mailed_by_its_punycode() throws Exception {
        GreenMail mails = TestMail.emptyServer();
        notices.toAddress("zhang@例子.中国", "answer", "TYG-2026-000001", Map.of("title", "排队", "answer", "已增开窗口"));
        management
                .createJobQuery()
                .processDefinitionKey("notice")
                .list()
                .forEach(job -> management.executeJob(job.getId()));
        assertThat(Arrays.stream(mails.getReceivedMessages())).anyMatch(mail -> {
            try {
                return mail.getAllRecipients()[0].toString().equals("zhang@xn--fsqu00a.xn--fiqs8s");
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String ledger(String sought) {
        return Browser.of(port, "center").get("/ledger?q=" + encoded(sought)).body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String phone(String number) {
        return jdbc.sql("select phone from reporter where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}

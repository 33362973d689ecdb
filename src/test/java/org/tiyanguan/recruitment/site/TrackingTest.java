package org.tiyanguan.recruitment.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationFiles;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Recruiting;

/** Where an application stands, its completion and the account at its end, for whoever has its number and phone. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class TrackingTest {

    @LocalServerPort
    int port;

    @Autowired
    Recruiting recruiting;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationFiles files;

    @Autowired
    Officers officers;

    @Autowired
    IdentityService identity;

    @Autowired
    Visitor visitor;

    @Test
    void number_and_phone_tell_where_an_application_stands_without_its_personal_data() {
        String call = recruiting.opened();
        String number = recruiting.applied(call, "王小明");
        assertThat(visitor.track(number).getBody())
                .contains("审核中", "中心正在审核材料", "自荐")
                .doesNotContain("1985", "云城区", "良好");
        recruiting.complete("center", number, "center-check", Map.of("check", "OPPOSE", "centerOpinion", "内部意见不外传。"));
        assertThat(visitor.track(number).getBody()).contains("审定中").doesNotContain("内部意见");
        recruiting.decide(number, "REFUSE");
        assertThat(visitor.track(number).getBody()).contains("未入选", "经研究决定").doesNotContain("内部意见");
    }

    @ParameterizedTest
    @CsvSource({
        "SQ-2026-999999, 13800138000",
        "{number}, 13800138001",
        "{number}, ''",
        "'', 13800138000",
        "YY-2026-9999, 13800138000"
    })
    void a_wrong_number_or_phone_gets_the_same_answer(String number, String phone) {
        String own = recruiting.applied(recruiting.opened(), "王小明");
        ResponseEntity<String> answer = visitor.track(number.replace("{number}", own), phone);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("没有找到，请核对编号和手机号").doesNotContain("王小明");
    }

    @Test
    void an_applicant_completes_on_the_same_page_and_what_is_withheld_stays() {
        String number = sentBack();
        String page = visitor.track(number).getBody();
        assertThat(page)
                .contains("请补充工作单位全称", "2026-03-10 17:30", "value=\"云浮石材公司\"")
                .doesNotContain("1985", "云城区", "良好", "ren@example.org");

        Map<String, String> fields = completion(number);
        fields.put("employer", "云浮石材有限公司");
        ResponseEntity<String> answer =
                visitor.post("/applications/track/complete", fields, "new.jpg", Visitor.photo("jpg", 600, 840));
        assertThat(answer.getBody()).contains("补正已提交", "审核中");
        Application completed = applications.application(number);
        assertThat(completed.person().employer()).isEqualTo("云浮石材有限公司");
        assertThat(completed.person().health()).isEqualTo("良好");
        assertThat(completed.person().birthDate()).isEqualTo("1985-06-01");
        assertThat(files.has(number, Kind.PHOTO)).isTrue();
        assertThat(recruiting.openTasks(number)).containsExactly("center-check");

        answer = visitor.post("/applications/track/complete", fields, "", new byte[0]);
        assertThat(answer.getBody()).contains("这份申请现在不需要补正");
    }

    @Test
    void a_completion_that_makes_no_sense_is_refused_at_its_field() {
        String number = sentBack();
        Map<String, String> fields = completion(number);
        fields.put("birthDate", "2027-01-01");
        fields.put("resume", "我的新简历，还没有写完。");
        ResponseEntity<String> answer =
                visitor.post("/applications/track/complete", fields, "x.jpg", "x".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("id=\"photo-fault\"", "我的新简历，还没有写完。");
        answer = visitor.post("/applications/track/complete", fields, "", new byte[0]);
        assertThat(answer.getBody()).contains("id=\"birthDate-fault\"");
        assertThat(applications.application(number).state()).isEqualTo(ApplicationState.COMPLETION);
        assertThat(applications.application(number).person().resume()).startsWith("从事财务工作");
    }

    @Test
    void a_completion_needs_the_phone() {
        String number = sentBack();
        Map<String, String> fields = completion(number);
        fields.put("mobile", "13800138001");
        assertThat(visitor.post("/applications/track/complete", fields).getBody())
                .contains("没有找到");
        assertThat(applications.application(number).state()).isEqualTo(ApplicationState.COMPLETION);
    }

    @Test
    void whoever_left_no_mail_address_sets_the_password_from_the_tracking_page() {
        String call = recruiting.opened();
        Map<String, Object> person = Recruiting.person("王小明");
        person.remove("email");
        String number = recruiting.applied(call, person);
        recruiting.propose(number);
        recruiting.decide(number, "APPROVE");
        recruiting.close(call);
        recruiting.publish(call);
        recruiting.timePassesTo(number, "2026-03-20T17:30:00");
        String account = officers.of(number).orElseThrow().account();
        assertThat(visitor.track(number).getBody()).contains("已聘任", account, "设置密码，开通账号", "下载聘书");
        assertThat(visitor.post("/applications/track/letter", Visitor.mine(number))
                        .getHeaders()
                        .getContentDisposition()
                        .getFilename())
                .isEqualTo(number + "-聘书-王小明.docx");
        assertThat(visitor.post("/applications/track/letter", Map.of("number", number, "mobile", "13900139000"))
                        .getBody())
                .contains("没有找到");

        String link = visitor.post("/applications/track/activate", Visitor.mine(number))
                .getHeaders()
                .getLocation()
                .getPath();
        assertThat(visitor.get(link).getBody()).contains("设置密码", account);
        assertThat(visitor.post(link, Map.of("password", "Sunny#2026", "again", "Sunny#2027"))
                        .getBody())
                .contains("两次输入的密码不一样");
        assertThat(visitor.post(link, Map.of("password", "short", "again", "short"))
                        .getBody())
                .contains("密码太简单");
        assertThat(visitor.post(link, Map.of("password", "Sunny#2026", "again", "Sunny#2026"))
                        .getHeaders()
                        .getLocation())
                .hasPath("/login")
                .hasQuery("activated");
        assertThat(identity.checkPassword(account, "Sunny#2026")).isTrue();

        assertThat(visitor.get(link).getStatusCode().value()).isEqualTo(410);
        assertThat(visitor.post(link, Map.of("password", "Other#2026", "again", "Other#2026"))
                        .getStatusCode()
                        .value())
                .isEqualTo(410);
        assertThat(visitor.track(number).getBody()).doesNotContain("设置密码，开通账号");
        assertThat(visitor.post("/applications/track/activate", Visitor.mine(number))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        assertThat(new Browser(port)
                        .login(account, "Sunny#2026")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .doesNotContain("error");
    }

    @Test
    void whoever_has_a_mail_address_gets_the_link_there_only() {
        String number = recruiting.onNotice(recruiting.opened());
        recruiting.timePassesTo(number, "2026-03-20T17:30:00");
        assertThat(visitor.track(number).getBody()).contains("已聘任").doesNotContain("设置密码，开通账号");
        assertThat(visitor.post("/applications/track/activate", Visitor.mine(number))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void an_unknown_link_says_what_to_do() {
        String link = "/activate/nothing";
        assertThat(visitor.get(link).getStatusCode().value()).isEqualTo(410);
        assertThat(visitor.get(link).getBody()).contains("这个链接已用过，或已过期");
    }

    private String sentBack() {
        String number = recruiting.applied(recruiting.opened(), "王小明");
        recruiting.complete(
                "center",
                number,
                "center-check",
                Map.of("check", "SEND_BACK", "missing", "请补充工作单位全称", "completionDays", 5));
        return number;
    }

    /** As the page comes back: the withheld fields empty. */
    private static Map<String, String> completion(String number) {
        Map<String, String> fields = new HashMap<>(Visitor.mine(number));
        Recruiting.person("王小明").forEach((key, value) -> fields.put(key, value.toString()));
        for (String withheld : List.of("birthDate", "health", "address", "email")) fields.put(withheld, "");
        return fields;
    }
}

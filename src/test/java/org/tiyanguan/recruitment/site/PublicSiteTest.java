package org.tiyanguan.recruitment.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.engine.forms.StartForms;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.pictures.TestPictures;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationFiles;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Recruiting;

/** What people without an account see and send, over real HTTP. */
@IntegrationTest
class PublicSiteTest {

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
    StartForms forms;

    @Autowired
    JdbcClient jdbc;

    private Visitor visitor;

    @BeforeEach
    void monday_morning() {
        Recruiting.now("2026-03-02T10:00:00");
        visitor = new Visitor(port);
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    // ---- the call

    @Test
    void a_call_is_public_from_its_first_day_on() {
        String call = recruiting.submitted();
        recruiting.complete(
                "leader", call, "leader-approve-call", Map.of("approval", "APPROVE", "approvalReason", "同意公布"));
        assertThat(visitor.get("/").getBody()).doesNotContain(call);
        assertThat(visitor.get("/calls/" + call).getStatusCode().value()).isEqualTo(404);
        assertThat(visitor.get("/calls/" + call + "/apply").getStatusCode().value())
                .isEqualTo(404);

        recruiting.timePassesTo(call, "2026-03-03T00:00:00");
        assertThat(visitor.get("/").getBody()).contains("/calls/" + call, "报名时间 2026-03-03 至 2026-03-13");
        assertThat(visitor.get("/calls/" + call).getBody()).contains("群众代表 1 名", "聘期", "12 个月", "我要自荐");

        recruiting.close(call);
        assertThat(visitor.get("/").getBody()).doesNotContain(call);
        assertThat(visitor.get("/calls/" + call).getBody()).doesNotContain("我要自荐");
        assertThat(visitor.get("/calls/" + call + "/apply").getHeaders().getLocation())
                .hasPath("/calls/" + call);
        assertThat(visitor.get("/calls/ZM-2026-999").getStatusCode().value()).isEqualTo(404);
    }

    // ---- annex 2

    @Test
    void the_page_has_each_field_of_the_form_file_and_a_photo_but_not_the_calls_number() {
        String page = visitor.get("/calls/" + recruiting.opened() + "/apply").getBody();
        List<StartForms.Field> fields = forms.of("application");
        assertThat(fields).hasSizeGreaterThan(13);
        for (StartForms.Field field : fields) {
            boolean asked = !field.key().equals("callNumber");
            assertThat(page.contains("name=\"" + field.key() + "\""))
                    .as(field.key())
                    .isEqualTo(asked);
            if (asked) assertThat(page).contains(field.label());
        }
        assertThat(page)
                .contains("name=\"photo\"", "个人信息怎样使用", "maxlength=\"2000\"", "<option value=\"本科\">本科</option>");
    }

    @Test
    void whoever_sends_annex_2_gets_a_number_and_the_photo_is_kept_in_its_printed_size_without_metadata()
            throws Exception {
        String call = recruiting.opened();
        byte[] photo = withPlace(Visitor.photo("jpg", 1200, 900));
        ResponseEntity<String> answer = visitor.apply(call, visitor.filledIn(call, "王小明"), "我.jpg", photo);
        assertThat(answer.getStatusCode().value()).isEqualTo(302);
        String number = number(answer);
        assertThat(visitor.get("/applications/track?received=" + number).getBody())
                .contains("自荐表已提交", number);

        Application application = applications.application(number);
        assertThat(application.person().name()).isEqualTo("王小明");
        assertThat(application.callNumber()).isEqualTo(call);
        assertThat(recruiting.openTasks(number)).containsExactly("center-check");
        byte[] kept = files.find(number, Kind.PHOTO).orElseThrow().content();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(295, 413);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "22.9155N");
    }

    @Test
    void a_png_is_as_good() {
        String call = recruiting.opened();
        ResponseEntity<String> answer =
                visitor.apply(call, visitor.filledIn(call, "王小明"), "photo.png", Visitor.photo("png", 295, 413));
        assertThat(files.find(number(answer), Kind.PHOTO).orElseThrow().type()).isEqualTo("image/jpeg");
    }

    @ParameterizedTest
    @CsvSource({
        "svg.jpg, 这张照片不是能读取的照片",
        "script.jpg, 这张照片不是能读取的照片",
        "gif.jpg, 这张照片是 GIF 格式",
        "heic.jpg, 这张照片是 HEIC 格式",
        "deep.jpg, 这张照片太大，像素太多",
        "broken.jpg, 这张照片打不开",
        "small.jpg, 这张照片太小",
        "none.jpg, 请选择个人证件照",
        "20MB.jpg, 照片太大"
    })
    void a_file_that_is_no_good_photo_is_refused_at_its_field_and_nothing_typed_is_lost(String file, String sentence) {
        byte[] photo = switch (file) {
            case "svg.jpg" ->
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                        .getBytes(StandardCharsets.UTF_8);
            case "script.jpg" -> "<?php system('id'); ?>".getBytes(StandardCharsets.UTF_8);
            case "gif.jpg" -> Visitor.photo("gif", 295, 413);
            case "broken.jpg" -> java.util.Arrays.copyOf(Visitor.photo("png", 600, 840), 300);
            case "heic.jpg" -> "\0\0\0\30ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
            case "deep.jpg" -> TestPictures.png(7070, 7070, 16, TestPictures.RGB_ALPHA, false);
            case "small.jpg" -> Visitor.photo("jpg", 100, 140);
            case "none.jpg" -> new byte[0];
            default -> new byte[20 * 1024 * 1024];
        };
        String call = recruiting.opened();
        ResponseEntity<String> answer = visitor.apply(call, visitor.filledIn(call, "王小明"), file, photo);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("id=\"photo-fault\">" + sentence, "value=\"王小明\"", "重新选择一次");
        assertThat(applications.of(call)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 12345, 联系方式（手机）",
        "birthDate, 2027-01-01, 出生日期不能晚于今天",
        "birthDate, 01/02/1990, 出生日期",
        "gender, 其他, 性别",
        "email, nobody, 电子邮箱",
        "consent, , 本人同意"
    })
    void a_wrong_field_is_refused_where_it_stands(String field, String value, String sentence) {
        String call = recruiting.opened();
        Map<String, String> fields = visitor.filledIn(call, "王小明");
        fields.put(field, value == null ? "" : value);
        ResponseEntity<String> answer = visitor.apply(call, fields);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody())
                .containsPattern("id=\"" + field + "-fault\">[^<]*" + sentence)
                .contains("经常到政务大厅办事");
        assertThat(applications.of(call)).isEmpty();
    }

    @Test
    void ten_thousand_signs_in_a_field_and_all_else_that_is_wrong_is_said_at_once() {
        String call = recruiting.opened();
        Map<String, String> fields = visitor.filledIn(call, "王".repeat(10_000));
        fields.put("resume", "字".repeat(10_000));
        fields.put("address", "");
        String page = visitor.apply(call, fields, "none.jpg", new byte[0]).getBody();
        assertThat(page)
                .contains(
                        "id=\"name-fault\"",
                        "id=\"resume-fault\"",
                        "id=\"address-fault\"",
                        "id=\"photo-fault\"",
                        "字".repeat(10_000));
        assertThat(applications.of(call)).isEmpty();
    }

    @Test
    void what_people_type_is_text_on_every_page() {
        String call = recruiting.opened();
        Map<String, String> fields = visitor.filledIn(call, "<script>alert(1)</script>");
        assertThat(visitor.apply(call, fields, "none.jpg", new byte[0]).getBody())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void the_same_form_sent_twice_is_one_application() {
        String call = recruiting.opened();
        Map<String, String> fields = visitor.filledIn(call, "王小明");
        String first = number(visitor.apply(call, fields));
        assertThat(number(visitor.apply(call, fields))).isEqualTo(first);
        assertThat(applications.of(call)).hasSize(1);

        Map<String, String> other = visitor.filledIn(call, "李小红");
        List<String> numbers = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> number(visitor.apply(call, other))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();
        assertThat(numbers).hasSize(1);
        assertThat(applications.of(call)).hasSize(2);
    }

    @Test
    void a_call_that_closed_a_second_ago_says_so_and_nothing_is_lost_or_half_done() {
        String call = recruiting.opened();
        Map<String, String> fields = visitor.filledIn(call, "王小明");
        Recruiting.now("2026-03-13T17:30:01");
        ResponseEntity<String> answer = visitor.apply(call, fields);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("这批招募不在报名时间内", "value=\"王小明\"");
        assertThat(applications.of(call)).isEmpty();
    }

    @Test
    void a_page_may_stay_open_for_hours_and_no_session_is_kept() {
        String call = recruiting.opened();
        ResponseEntity<String> page = visitor.get("/calls/" + call + "/apply");
        assertThat(page.getHeaders().get("Set-Cookie")).isNull();
    }

    // ---- robots

    @Test
    void robots_get_no_application() {
        String call = recruiting.opened();
        Map<String, String> greedy = visitor.filledIn(call, "王小明");
        greedy.put("website", "http://example.org");
        Map<String, String> forged = visitor.filledIn(call, "王小明");
        forged.put("token", "forged");
        Map<String, String> bare = visitor.filledIn(call, "王小明");
        bare.remove("token");
        for (Map<String, String> fields : List.of(greedy, forged, bare)) {
            ResponseEntity<String> answer = visitor.apply(call, fields);
            assertThat(answer.getStatusCode().value()).isEqualTo(400);
            assertThat(answer.getBody()).contains("请再点一次提交", "value=\"王小明\"");
        }
        assertThat(applications.of(call)).isEmpty();
    }

    @Test
    void one_address_may_send_twenty_forms_an_hour_and_another_goes_on() {
        String call = recruiting.opened();
        for (int n = 0; n < 20; n++) {
            Map<String, String> fields = visitor.filledIn(call, "王小明");
            fields.put("phone", "1");
            assertThat(visitor.apply(call, fields).getStatusCode().value()).isEqualTo(400);
        }
        ResponseEntity<String> refused = visitor.apply(call, visitor.filledIn(call, "王小明"));
        assertThat(refused.getStatusCode().value()).isEqualTo(429);
        assertThat(refused.getBody()).contains("提交得太频繁", "value=\"王小明\"");
        Visitor other = new Visitor(port);
        assertThat(other.apply(call, other.filledIn(call, "王小明"))
                        .getStatusCode()
                        .value())
                .isEqualTo(302);
    }

    @Test
    void guessing_ends_after_thirty_wrong_pairs_of_one_address_and_right_ones_do_not_count() {
        String number = recruiting.applied(recruiting.opened(), "王小明");
        ClockUtil.setCurrentTime(ClockUtil.getCurrentTime());
        for (int n = 0; n < 30; n++) {
            assertThat(track(number).getBody()).contains("审核中");
            assertThat(track(visitor, number, "1390000" + (1000 + n)).getBody()).contains("没有找到");
        }
        assertThat(track(number).getBody()).contains("试错次数太多").doesNotContain("审核中");
        assertThat(track(new Visitor(port), number, "13800138000").getBody()).contains("审核中");
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 1000));
        assertThat(track(number).getBody()).as("the first wait is short").contains("审核中");
    }

    // ---- tracking

    @Test
    void number_and_phone_tell_where_an_application_stands_without_its_personal_data() {
        String call = recruiting.opened();
        String number = recruiting.applied(call, "王小明");
        assertThat(track(number).getBody()).contains("审核中", "中心正在审核材料", "自荐").doesNotContain("1985", "云城区", "良好");
        recruiting.complete("center", number, "center-check", Map.of("check", "OPPOSE", "centerOpinion", "内部意见不外传。"));
        assertThat(track(number).getBody()).contains("审定中").doesNotContain("内部意见");
        recruiting.decide(number, "REFUSE");
        assertThat(track(number).getBody()).contains("未入选", "经研究决定").doesNotContain("内部意见");
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
        ResponseEntity<String> answer = track(visitor, number.replace("{number}", own), phone);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("没有找到，请核对编号和手机号").doesNotContain("王小明");
    }

    @Test
    void an_applicant_completes_on_the_same_page_and_what_is_withheld_stays() {
        String number = sentBack();
        String page = track(number).getBody();
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

    // ---- the public notice

    @Test
    void the_shortlist_is_up_with_names_in_part_and_without_application_numbers() {
        String call = recruiting.opened();
        String number = recruiting.onNotice(call);
        assertThat(visitor.get("/").getBody()).contains("正在公示，到 2026-03-20 17:30 为止");
        assertThat(visitor.get("/calls/" + call).getBody())
                .contains("人选公示", "王＊明", "群众代表", "云浮石材公司", "对某位人选有异议")
                .doesNotContain(number, "王小明", "13800138000");

        recruiting.timePassesTo(number, "2026-03-20T17:30:00");
        assertThat(visitor.get("/calls/" + call).getBody())
                .contains("聘任名单", "王＊明")
                .doesNotContain("对某位人选有异议");
        assertThat(visitor.get("/").getBody()).contains("/calls/" + call, "已经聘任");
        Recruiting.now("2026-04-21T10:00:00");
        assertThat(visitor.get("/").getBody()).doesNotContain("/calls/" + call);
    }

    @Test
    void whoever_objects_gets_a_number_and_the_answer_and_stays_unnamed() {
        String call = recruiting.opened();
        String number = recruiting.onNotice(call);
        Map<String, String> fields = objection(call);
        ResponseEntity<String> answer = visitor.post("/calls/" + call + "/objections", fields);
        String code = answer.getHeaders().getLocation().getQuery().replace("objected=", "");
        assertThat(code).matches("YY-2026-\\d{4}");
        assertThat(visitor.get("/calls/" + call + "?objected=" + code).getBody())
                .contains(code);
        assertThat(recruiting.openTasks(number)).containsExactly("center-decide-objection");
        assertThat(track(visitor, code, "13900139000").getBody()).contains("核实中");
        recruiting.complete(
                "center",
                number,
                "center-decide-objection",
                Map.of("objectionDecision", "DISMISS", "objectionReason", "经核实，居住证有效。"));
        assertThat(track(visitor, code, "13900139000").getBody()).contains("不成立", "居住证有效");
        assertThat(track(number).getBody()).doesNotContain("赵先生", "搬到外地", "居住证");
    }

    @ParameterizedTest
    @CsvSource({
        "line, 7, 请选择对哪位人选有异议",
        "line, '', 请选择对哪位人选有异议",
        "name, '', 请填写您的姓名",
        "phone, 123, 请填写 11 位手机号",
        "text, 太短, 10 至 1000 字",
        "token, forged, 请再点一次提交",
        "website, x, 请再点一次提交"
    })
    void an_objection_that_says_too_little_is_refused_and_keeps_what_was_typed(
            String field, String value, String sentence) {
        String call = recruiting.opened();
        String number = recruiting.onNotice(call);
        Map<String, String> fields = objection(call);
        fields.put(field, value);
        ResponseEntity<String> answer = visitor.post("/calls/" + call + "/objections", fields);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains(sentence, field.equals("text") ? "赵先生" : "此人已搬到外地");
        assertThat(recruiting.openTasks(number)).isEmpty();
    }

    @Test
    void nobody_objects_after_the_notice() {
        String call = recruiting.opened();
        recruiting.onNotice(call);
        Map<String, String> fields = objection(call);
        Recruiting.now("2026-03-20T17:30:00");
        assertThat(visitor.post("/calls/" + call + "/objections", fields).getBody())
                .contains("不在公示期内");
    }

    // ---- the account

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
        assertThat(track(number).getBody()).contains("已聘任", account, "设置密码，开通账号", "下载聘书");
        assertThat(visitor.post("/applications/track/letter", mine(number))
                        .getHeaders()
                        .getContentDisposition()
                        .getFilename())
                .isEqualTo(number + "-聘书-王小明.docx");
        assertThat(visitor.post("/applications/track/letter", Map.of("number", number, "mobile", "13900139000"))
                        .getBody())
                .contains("没有找到");

        String link = visitor.post("/applications/track/activate", mine(number))
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
        assertThat(track(number).getBody()).doesNotContain("设置密码，开通账号");
        assertThat(visitor.post("/applications/track/activate", mine(number))
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
        assertThat(track(number).getBody()).contains("已聘任").doesNotContain("设置密码，开通账号");
        assertThat(visitor.post("/applications/track/activate", mine(number))
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

    // ----

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
        Map<String, String> fields = new HashMap<>(mine(number));
        Recruiting.person("王小明").forEach((key, value) -> fields.put(key, value.toString()));
        for (String withheld : List.of("birthDate", "health", "address", "email")) fields.put(withheld, "");
        return fields;
    }

    private Map<String, String> objection(String call) {
        return new HashMap<>(Map.of(
                "token",
                Visitor.token(visitor.get("/calls/" + call).getBody()),
                "line",
                "1",
                "name",
                "赵先生",
                "phone",
                "13900139000",
                "text",
                "此人已搬到外地，不在本市居住。"));
    }

    private ResponseEntity<String> track(String number) {
        return track(visitor, number, "13800138000");
    }

    private static ResponseEntity<String> track(Visitor visitor, String number, String phone) {
        return visitor.post("/applications/track", Map.of("number", number, "mobile", phone));
    }

    private static Map<String, String> mine(String number) {
        return Map.of("number", number, "mobile", "13800138000");
    }

    private static String number(ResponseEntity<String> answer) {
        assertThat(answer.getHeaders().getLocation())
                .as(answer.getStatusCode().toString())
                .isNotNull();
        return answer.getHeaders().getLocation().getQuery().replace("received=", "");
    }

    /** With a segment that says where it was taken. */
    private static byte[] withPlace(byte[] jpeg) throws Exception {
        byte[] place = "Exif\0\0GPS 22.9155N".getBytes(StandardCharsets.ISO_8859_1);
        var with = new ByteArrayOutputStream();
        with.write(jpeg, 0, 2);
        with.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (place.length + 2)});
        with.write(place);
        with.write(jpeg, 2, jpeg.length - 2);
        return with.toByteArray();
    }
}

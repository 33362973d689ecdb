package org.tiyanguan.recruitment.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.engine.forms.StartForms;
import org.tiyanguan.pictures.TestPictures;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationFiles;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Recruiting;

/** What people without an account see of a call and send for it, over real HTTP. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class PublicSiteTest {

    @Autowired
    Recruiting recruiting;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationFiles files;

    @Autowired
    StartForms forms;

    @Autowired
    Visitor visitor;

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
        String number = Visitor.number(answer);
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
        assertThat(files.find(Visitor.number(answer), Kind.PHOTO).orElseThrow().type())
                .isEqualTo("image/jpeg");
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
        String first = Visitor.number(visitor.apply(call, fields));
        assertThat(Visitor.number(visitor.apply(call, fields))).isEqualTo(first);
        assertThat(applications.of(call)).hasSize(1);

        Map<String, String> other = visitor.filledIn(call, "李小红");
        List<String> numbers = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> Visitor.number(visitor.apply(call, other))))
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

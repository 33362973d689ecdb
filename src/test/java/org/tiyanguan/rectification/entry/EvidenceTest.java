package org.tiyanguan.rectification.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.rectification.Loop;

/** Photos and files of a case: who adds, who sees, what is taken in. */
@IntegrationTest
class EvidenceTest {

    private static final Pattern PIECE = Pattern.compile("href=\"(/evidence/[^\"/]+/\\d+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    EvidenceBoxes boxes;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void monday_morning() {
        Loop.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void department_centre_and_officer_add_and_see_each_others() {
        String number = loop.rectifying();
        String page = boxes.path(number);
        for (String user : List.of("gongan", "center", "officer"))
            assertThat(add(user, page, photo("jpg", 800, 600, user.length()))).isEqualTo(302);
        for (String user : List.of("gongan", "center", "leader", "officer"))
            assertThat(see(user, page))
                    .contains(number, "市公安局", "市行政服务中心", "反映人")
                    .satisfies(body -> assertThat(pieces(body)).hasSize(3));
        String piece = pieces(see("officer", page)).get(0);
        HttpResponse<String> shown = Browser.of(port, "officer").get(piece);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(Browser.of(port, "gongan").get(piece + "/thumbnail").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_department_sees_nothing_of_another_department_and_nobody_outside_sees_anything() {
        String number = loop.assigned("gongan", "shebao");
        String page = boxes.path(number);
        assertThat(add("gongan", page, photo("jpg", 800, 600, 1))).isEqualTo(302);
        String piece = pieces(see("gongan", page)).get(0);
        assertThat(pieces(see("shebao", page))).isEmpty();
        assertThat(Browser.of(port, "shebao").get(piece).statusCode()).isEqualTo(404);
        assertThat(Browser.of(port, "shebao").get(piece + "/thumbnail").statusCode())
                .isEqualTo(404);
        for (String stranger : List.of("shuiwu", "officer2"))
            for (String path : List.of(page, piece, piece + "/thumbnail"))
                assertThat(Browser.of(port, stranger).get(path).statusCode())
                        .as(stranger + path)
                        .isEqualTo(404);
        for (String stranger : List.of("unit", "designer", "admin"))
            assertThat(Browser.of(port, stranger).get(page).statusCode()).isEqualTo(403);
        assertThat(new Browser(port).get(page).headers().firstValue("Location").orElseThrow())
                .endsWith("/login");
        assertThat(Browser.of(port, "center")
                        .get("/evidence/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothing_tells_a_department_who_the_officer_is() {
        String number = loop.rectifying();
        String page = boxes.path(number);
        add("officer", page, withMetadata(photo("jpg", 800, 600, 1), "周晓明 22.9155N"));
        String seen = see("gongan", page);
        HttpResponse<String> piece = Browser.of(port, "gongan").get(pieces(seen).get(0));
        assertThat(seen).contains("反映人").doesNotContain("晓明", "IMG_周晓明");
        assertThat(piece.headers().map().toString()).contains("TYG-2026").doesNotContain("晓明", "IMG_");
        assertThat(new String(content(number), StandardCharsets.UTF_8)).doesNotContain("周晓明", "22.9155N", "Exif");
    }

    @Test
    void large_pictures_are_scaled_and_the_same_one_is_kept_once() throws IOException {
        String number = loop.rectifying();
        String page = boxes.path(number);
        byte[] photo = photo("png", 3000, 1500, 1);
        add("gongan", page, photo);
        add("gongan", page, photo, photo);
        assertThat(jdbc.sql("select count(*) from evidence where number = ?")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(content(number)));
        assertThat(List.of(kept.getWidth(), kept.getHeight())).containsExactly(2000, 1000);
    }

    @Test
    void the_same_one_sent_several_times_at_once_is_kept_once() {
        String number = loop.rectifying();
        String page = boxes.path(number);
        byte[] photo = photo("jpg", 1200, 900, 1);
        List<CompletableFuture<Integer>> sent = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> add("gongan", page, photo)))
                .toList();
        assertThat(sent.stream().map(CompletableFuture::join)).containsOnly(302);
        assertThat(pieces(see("gongan", page))).hasSize(1);
    }

    @Test
    void a_department_adds_a_pdf_and_an_officer_does_not() {
        String number = loop.rectifying();
        String page = boxes.path(number);
        byte[] pdf = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8);
        assertThat(add("officer", page, pdf)).isEqualTo(400);
        assertThat(add("gongan", page, pdf)).isEqualTo(302);
        String piece = pieces(see("center", page)).get(0);
        assertThat(Browser.of(port, "center")
                        .get(piece)
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .startsWith("attachment");
        assertThat(Browser.of(port, "center").get(piece + "/thumbnail").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<html><script>alert(1)</script>",
                "PK\u0003\u0004 a zip",
                "MZ a program",
                "GIF89a"
            })
    void other_files_are_refused_whatever_their_name(String content) {
        String number = loop.rectifying();
        String page = boxes.path(number);
        assertThat(add("gongan", page, photo("jpg", 80, 60, 1), content.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(400);
        assertThat(pieces(see("gongan", page))).as("all or nothing").isEmpty();
    }

    @Test
    void thirty_at_once_fifty_megabytes_and_a_picture_that_unfolds_to_gigabytes_are_refused_with_a_sentence() {
        String number = loop.rectifying();
        String page = boxes.path(number);
        byte[][] thirty = Collections.nCopies(30, photo("jpg", 80, 60, 1)).toArray(byte[][]::new);
        assertThat(answer("gongan", page, thirty).body()).contains("一次最多上传 9 个");
        assertThat(answer("gongan", page, new byte[50 * 1024 * 1024]).body()).contains("第 1 个太大");
        assertThat(answer("gongan", page, photo("jpg", 80, 60, 1), bomb()).body())
                .contains("第 2 个太大");
        assertThat(answer("gongan", page).body()).contains("请先选择");
        assertThat(pieces(see("gongan", page))).isEmpty();
    }

    @Test
    void each_side_has_its_own_limit() {
        String number = loop.rectifying();
        String page = boxes.path(number);
        for (int batch = 0; batch < 3; batch++) {
            int from = batch * 9;
            byte[][] nine = java.util.stream.IntStream.range(from, from + 9)
                    .mapToObj(n -> photo("png", 40 + n, 30, n))
                    .toArray(byte[][]::new);
            assertThat(add("gongan", page, nine)).isEqualTo(302);
        }
        byte[][] four = java.util.stream.IntStream.range(30, 34)
                .mapToObj(n -> photo("png", 40 + n, 30, n))
                .toArray(byte[][]::new);
        assertThat(answer("gongan", page, four).body()).contains("每件最多 30 个，已有 27 个");
        assertThat(add("center", page, four)).isEqualTo(302);
    }

    @Test
    void nobody_adds_to_what_is_closed_and_the_leader_only_looks() {
        String number = loop.confirming();
        String page = boxes.path(number);
        assertThat(add("leader", page, photo("jpg", 80, 60, 1))).isEqualTo(400);
        assertThat(add("gongan", page, photo("jpg", 80, 60, 1)))
                .as("its part is done")
                .isEqualTo(400);
        loop.complete("officer", number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
        for (String user : List.of("center", "officer", "gongan")) {
            assertThat(add(user, page, photo("jpg", 80, 60, 1))).isEqualTo(400);
            assertThat(see(user, page)).doesNotContain("type=\"file\"");
        }
    }

    @Test
    void forms_and_the_entrys_page_link_to_it() {
        String number = loop.rectifying();
        String page = boxes.path(number);
        assertThat(Browser.of(port, "gongan").get("/ledger/" + number).body()).contains("href=\"" + page + "\"");
        String task = loop.task(number, "department-rectify").getId();
        assertThat(Browser.of(port, "gongan")
                        .get("/engine-rest/task/" + task + "/form-variables?deserializeValues=false")
                        .body())
                .contains(page);
    }

    // ----

    private String see(String user, String page) {
        return Browser.of(port, user).get(page).body();
    }

    private int add(String user, String page, byte[]... files) {
        return answer(user, page, files).statusCode();
    }

    private HttpResponse<String> answer(String user, String page, byte[]... files) {
        var body = new ByteArrayOutputStream();
        for (byte[] file : files) {
            body.writeBytes(
                    "--part\r\nContent-Disposition: form-data; name=\"files\"; filename=\"IMG_周晓明.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return Browser.of(port, user).send("POST", page, "multipart/form-data; boundary=part", body.toByteArray());
    }

    private static List<String> pieces(String page) {
        Matcher piece = PIECE.matcher(page);
        return piece.results().map(found -> found.group(1)).toList();
    }

    private byte[] content(String number) {
        return jdbc.sql("select content from evidence where number = ?")
                .param(number)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private static byte[] photo(String format, int width, int height, int colour) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, colour * 7919);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] withMetadata(byte[] jpeg, String text) {
        byte[] told = ("Exif\0\0" + text).getBytes(StandardCharsets.UTF_8);
        var with = new ByteArrayOutputStream();
        with.write(jpeg, 0, 2);
        with.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (told.length + 2)});
        with.writeBytes(told);
        with.write(jpeg, 2, jpeg.length - 2);
        return with.toByteArray();
    }

    /** A PNG of a few bytes whose head says 30,000 × 30,000. */
    private static byte[] bomb() {
        byte[] png = photo("png", 1, 1, 1);
        byte[] head = Arrays.copyOf(png, png.length);
        for (int at : new int[] {16, 20}) {
            head[at] = 0;
            head[at + 1] = 0;
            head[at + 2] = 0x75;
            head[at + 3] = 0x30;
        }
        return head;
    }
}

package org.tiyanguan.rectification.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.rectification.entry.EvidencePages.photo;
import static org.tiyanguan.rectification.entry.EvidencePages.pieces;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.rectification.Loop;

/** Which photos and files are taken in as evidence, how many, and how they are kept. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class EvidenceFilesTest {

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    EvidenceBoxes boxes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EvidencePages evidence;

    @Test
    void large_pictures_are_scaled_and_the_same_one_is_kept_once() throws IOException {
        String number = loop.rectifying();
        String page = boxes.path(number);
        byte[] photo = photo("png", 3000, 1500, 1);
        evidence.add("gongan", page, photo);
        evidence.add("gongan", page, photo, photo);
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
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> evidence.add("gongan", page, photo)))
                .toList();
        assertThat(sent.stream().map(CompletableFuture::join)).containsOnly(302);
        assertThat(pieces(evidence.see("gongan", page))).hasSize(1);
    }

    @Test
    void a_department_adds_a_pdf_and_an_officer_does_not() {
        String number = loop.rectifying();
        String page = boxes.path(number);
        byte[] pdf = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8);
        assertThat(evidence.add("officer", page, pdf)).isEqualTo(400);
        assertThat(evidence.add("gongan", page, pdf)).isEqualTo(302);
        String piece = pieces(evidence.see("center", page)).get(0);
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
        assertThat(evidence.add("gongan", page, photo("jpg", 80, 60, 1), content.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(400);
        assertThat(pieces(evidence.see("gongan", page))).as("all or nothing").isEmpty();
    }

    @Test
    void thirty_at_once_fifty_megabytes_and_a_picture_that_unfolds_to_gigabytes_are_refused_with_a_sentence() {
        String number = loop.rectifying();
        String page = boxes.path(number);
        byte[][] thirty = Collections.nCopies(30, photo("jpg", 80, 60, 1)).toArray(byte[][]::new);
        assertThat(evidence.answer("gongan", page, thirty).body()).contains("一次最多上传 9 个");
        assertThat(evidence.answer("gongan", page, new byte[50 * 1024 * 1024]).body())
                .contains("第 1 个太大");
        assertThat(evidence.answer("gongan", page, photo("jpg", 80, 60, 1), bomb())
                        .body())
                .contains("第 2 个太大");
        assertThat(evidence.answer("gongan", page).body()).contains("请先选择");
        assertThat(pieces(evidence.see("gongan", page))).isEmpty();
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
            assertThat(evidence.add("gongan", page, nine)).isEqualTo(302);
        }
        byte[][] four = java.util.stream.IntStream.range(30, 34)
                .mapToObj(n -> photo("png", 40 + n, 30, n))
                .toArray(byte[][]::new);
        assertThat(evidence.answer("gongan", page, four).body()).contains("每件最多 30 个，已有 27 个");
        assertThat(evidence.add("center", page, four)).isEqualTo(302);
    }

    private byte[] content(String number) {
        return jdbc.sql("select content from evidence where number = ?")
                .param(number)
                .query((row, n) -> row.getBytes(1))
                .single();
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

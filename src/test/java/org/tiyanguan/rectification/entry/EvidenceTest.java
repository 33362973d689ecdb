package org.tiyanguan.rectification.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.rectification.entry.EvidencePages.photo;
import static org.tiyanguan.rectification.entry.EvidencePages.pieces;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.rectification.Loop;

/** Photos and files of a case: who adds, and who sees. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class EvidenceTest {

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
    void department_centre_and_officer_add_and_see_each_others() {
        String number = loop.rectifying();
        String page = boxes.path(number);
        for (String user : List.of("gongan", "center", "officer"))
            assertThat(evidence.add(user, page, photo("jpg", 800, 600, user.length())))
                    .isEqualTo(302);
        for (String user : List.of("gongan", "center", "leader", "officer"))
            assertThat(evidence.see(user, page))
                    .contains(number, "市公安局", "市行政服务中心", "反映人")
                    .satisfies(body -> assertThat(pieces(body)).hasSize(3));
        String piece = pieces(evidence.see("officer", page)).get(0);
        HttpResponse<String> shown = Browser.of(port, "officer").get(piece);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(Browser.of(port, "gongan").get(piece + "/thumbnail").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_department_sees_nothing_of_another_department_and_nobody_outside_sees_anything() {
        String number = loop.assigned("gongan", "shebao");
        String page = boxes.path(number);
        assertThat(evidence.add("gongan", page, photo("jpg", 800, 600, 1))).isEqualTo(302);
        String piece = pieces(evidence.see("gongan", page)).get(0);
        assertThat(pieces(evidence.see("shebao", page))).isEmpty();
        assertThat(Browser.of(port, "shebao").get(piece).statusCode()).isEqualTo(404);
        assertThat(Browser.of(port, "shebao").get(piece + "/thumbnail").statusCode())
                .isEqualTo(404);
        for (String stranger : List.of("shuiwu", "officer2"))
            for (String path : List.of(page, piece, piece + "/thumbnail"))
                assertThat(Browser.of(port, stranger).get(path).statusCode())
                        .as(stranger + path)
                        .isEqualTo(404);
        assertThat(Browser.of(port, "unit").get(page).statusCode()).isEqualTo(404);
        for (String stranger : List.of("designer", "admin"))
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
        evidence.add("officer", page, withMetadata(photo("jpg", 800, 600, 1), "周晓明 22.9155N"));
        String seen = evidence.see("gongan", page);
        HttpResponse<String> piece = Browser.of(port, "gongan").get(pieces(seen).get(0));
        assertThat(seen).contains("反映人").doesNotContain("晓明", "IMG_周晓明");
        assertThat(piece.headers().map().toString()).contains("TYG-2026").doesNotContain("晓明", "IMG_");
        assertThat(new String(content(number), StandardCharsets.UTF_8)).doesNotContain("周晓明", "22.9155N", "Exif");
    }

    @Test
    void nobody_adds_to_what_is_closed_and_the_leader_only_looks() {
        String number = loop.confirming();
        String page = boxes.path(number);
        assertThat(evidence.add("leader", page, photo("jpg", 80, 60, 1))).isEqualTo(400);
        assertThat(evidence.add("gongan", page, photo("jpg", 80, 60, 1)))
                .as("its part is done")
                .isEqualTo(400);
        loop.complete("officer", number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
        for (String user : List.of("center", "officer", "gongan")) {
            assertThat(evidence.add(user, page, photo("jpg", 80, 60, 1))).isEqualTo(400);
            assertThat(evidence.see(user, page)).doesNotContain("type=\"file\"");
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

    private byte[] content(String number) {
        return jdbc.sql("select content from evidence where number = ?")
                .param(number)
                .query((row, n) -> row.getBytes(1))
                .single();
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
}

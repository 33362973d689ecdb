package org.tiyanguan.practice.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.tiyanguan.DistinctPictures;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.practice.Practising;
import org.tiyanguan.rectification.Loop;

/** Photos are public only if somebody chose them and said that nobody can be recognised. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class PracticePhotosTest {

    @LocalServerPort
    int port;

    @Autowired
    Practising practising;

    @Autowired
    Loop loop;

    @Autowired
    EvidenceBoxes boxes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void only_what_was_chosen_and_confirmed_is_public() {
        String entry = loop.rectifying();
        for (int n = 0; n < 2; n++)
            assertThat(add("gongan", boxes.path(entry), DistinctPictures.jpeg()))
                    .isEqualTo(302);
        List<Long> ids = jdbc.sql("select id from evidence where number = ? order by id")
                .param(entry)
                .query(Long.class)
                .list();
        assertThat(ids).hasSize(2);
        loop.finish(entry);
        loop.verifyGood(entry);
        practising.confirmed(entry, "5");
        String number = practising.nominated("center", entry, "");
        assertThat(practising.view("center", number, "center-write-practice"))
                .contains(boxes.path(entry), "\"value\":\"" + ids.get(0) + "\"");
        Map<String, Object> text = Practising.text();
        text.put("photos", Practising.json(ids.get(0)));
        assertThatThrownBy(() -> practising.complete("center", number, "center-write-practice", text))
                .hasMessageContaining("没有确认的照片不能公开");
        text.put("covered", true);
        practising.complete("center", number, "center-write-practice", text);
        assertThat(photo("gongan", number, ids.get(0)).statusCode()).isEqualTo(200);
        assertThat(photo("shebao", number, ids.get(0)).statusCode()).isEqualTo(404);
        Browser anybody = new Browser(port);
        assertThat(anybody.get(path(number, ids.get(0))).statusCode()).isEqualTo(404);
        practising.agrees(number);
        practising.approves(number);
        assertThat(anybody.get("/practices/" + number).body())
                .contains(path(number, ids.get(0)), "整改的照片，第 1 张")
                .doesNotContain(path(number, ids.get(1)), "gongan");
        HttpResponse<String> shown = anybody.get(path(number, ids.get(0)));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(shown.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(anybody.get(path(number, ids.get(1))).statusCode()).isEqualTo(404);
        assertThat(anybody.get(path(number, 999_999)).statusCode()).isEqualTo(404);
        practising.withdrawn(number);
        assertThat(anybody.get(path(number, ids.get(0))).statusCode()).isEqualTo(404);
    }

    @Test
    void photos_of_other_entries_are_refused() {
        String other = loop.rectifying();
        add("gongan", boxes.path(other), DistinctPictures.jpeg());
        long id = jdbc.sql("select id from evidence where number = ?")
                .param(other)
                .query(Long.class)
                .single();
        String number = practising.begun();
        Map<String, Object> text = Practising.text();
        text.put("photos", Practising.json(id));
        text.put("covered", true);
        assertThatThrownBy(() -> practising.complete("center", number, "center-write-practice", text))
                .hasMessageContaining("公开的照片");
    }

    private HttpResponse<String> photo(String user, String number, long id) {
        return Browser.of(port, user).get(path(number, id));
    }

    private static String path(String number, long id) {
        return "/practices/" + number + "/photos/" + id;
    }

    private int add(String user, String page, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                "--part\r\nContent-Disposition: form-data; name=\"files\"; filename=\"IMG.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return Browser.of(port, user)
                .send("POST", page, "multipart/form-data; boundary=part", body.toByteArray())
                .statusCode();
    }
}

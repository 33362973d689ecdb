package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.Scripts;

/** Findings that a script reports with the name and password of the centre's staff. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class StaffFindingsTest {

    @Autowired
    Loop loop;

    @Autowired
    Scripts scripts;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void another_system_reports_a_finding_and_asks_where_it_stands() throws Exception {
        ResponseEntity<String> created =
                scripts.post("center", "/api/findings", json.writeValueAsString(Hotline.finding()));
        assertThat(created.getStatusCode().value()).isEqualTo(201);
        String number = json.readTree(created.getBody()).get("number").asText();
        assertThat(number).matches("TYG-2026-\\d{6}");
        assertThat(created.getHeaders().getLocation()).hasPath("/api/findings/" + number);
        assertThat(loop.openTasks(number)).containsExactly("center-triage");
        assertThat(json.readTree(
                                scripts.get("center", "/api/findings/" + number).getBody())
                        .get("state")
                        .asText())
                .isEqualTo("TRIAGE");
        assertThat(scripts.get("center", "/api/findings/TYG-2026-999999")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void a_bad_finding_is_refused_with_each_field_and_leaves_no_number_behind() throws Exception {
        Map<String, Object> bad = Hotline.finding();
        bad.put("title", "长".repeat(61));
        bad.put("reporterPhone", "123");
        bad.remove("kind");
        ResponseEntity<String> answer = scripts.post("center", "/api/findings", json.writeValueAsString(bad));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(json.readTree(answer.getBody()).get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("title", "reporterPhone", "kind");

        Map<String, Object> unknown = Loop.problem();
        unknown.put("officer", "nobody");
        ResponseEntity<String> refused = scripts.post("center", "/api/findings", json.writeValueAsString(unknown));
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody()).contains("没有找到账号", "\"officer\"");
        assertThat(scripts.post("center", "/api/findings", "{\"kind\":\"WISH\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        assertThat(scripts.post("center", "/api/findings", "no json")
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        assertThat(scripts.post("gongan", "/api/findings", json.writeValueAsString(Hotline.finding()))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }
}

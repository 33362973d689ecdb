package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tiyanguan.IntegrationTest;

/** What a department, the centre and other systems see and may do through the REST interfaces. */
@IntegrationTest
class ShieldTest {

    @Autowired
    Loop loop;

    @Autowired
    TestRestTemplate http;

    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void monday_morning() {
        Loop.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void a_department_sees_its_own_tasks_and_nothing_else() throws Exception {
        String number = loop.assigned("gongan", "shebao");
        String triage = loop.task(loop.report(), "center-triage").getId();
        List<String> own = ids(get("gongan", "/engine-rest/task?processInstanceBusinessKey=" + number));
        assertThat(own).hasSize(1);
        String foreign = ids(get("shebao", "/engine-rest/task?processInstanceBusinessKey=" + number)).get(0);
        assertThat(foreign).isNotIn(own);

        for (String task : List.of(triage, foreign)) {
            assertThat(get("gongan", "/engine-rest/task/" + task).getStatusCode().is4xxClientError()).isTrue();
            assertThat(get("gongan", "/engine-rest/task/" + task + "/form-variables").getStatusCode().isError()).isTrue();
            assertThat(post("gongan", "/engine-rest/task/" + task + "/complete", "{}").getStatusCode().isError()).isTrue();
        }
        String instance = loop.instance(number).getId();
        assertThat(get("gongan", "/engine-rest/process-instance/" + instance + "/variables").getStatusCode().isError())
                .isTrue();
        for (String empty : List.of("process-instance", "variable-instance", "history/task", "history/activity-instance",
                "history/variable-instance", "job?processDefinitionKey=rectification", "incident", "execution", "decision-definition", "authorization"))
            assertThat(get("gongan", "/engine-rest/" + empty).getBody()).as(empty).isEqualTo("[]");
        assertThat(ids(get("gongan", "/engine-rest/user"))).containsOnly("gongan");
    }

    @Test
    void nothing_that_a_department_gets_names_the_reporter() throws Exception {
        String number = loop.assigned("gongan");
        String task = ids(get("gongan", "/engine-rest/task?processInstanceBusinessKey=" + number)).get(0);
        for (String path : List.of("", "/variables", "/form-variables", "/identity-links", "/comment", "/localVariables"))
            assertThat(get("gongan", "/engine-rest/task/" + task + path).getBody())
                    .as(path)
                    .doesNotContain("officer", "晓明", "周");
    }

    @Test
    void roles_start_only_their_own_processes() throws Exception {
        String start = "/engine-rest/process-definition/key/%s/start";
        assertThat(post("gongan", start.formatted("rectification"), "{}").getStatusCode().value()).isEqualTo(404);
        for (String process : List.of("overdue-digest", "notice"))
            assertThat(post("center", start.formatted(process), "{}").getStatusCode().isError()).isTrue();
    }

    @Test
    void another_system_reports_a_finding_and_asks_where_it_stands() throws Exception {
        ResponseEntity<String> created = post("center", "/api/findings", json.writeValueAsString(hotline()));
        assertThat(created.getStatusCode().value()).isEqualTo(201);
        String number = json.readTree(created.getBody()).get("number").asText();
        assertThat(number).matches("TYG-2026-\\d{6}");
        assertThat(created.getHeaders().getLocation()).hasPath("/api/findings/" + number);
        assertThat(loop.openTasks(number)).containsExactly("center-triage");
        assertThat(json.readTree(get("center", "/api/findings/" + number).getBody()).get("state").asText())
                .isEqualTo("TRIAGE");
        assertThat(get("center", "/api/findings/TYG-2026-999999").getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void a_bad_finding_is_refused_with_each_field_and_leaves_no_number_behind() throws Exception {
        Map<String, Object> bad = hotline();
        bad.put("title", "长".repeat(61));
        bad.put("reporterPhone", "123");
        bad.remove("kind");
        ResponseEntity<String> answer = post("center", "/api/findings", json.writeValueAsString(bad));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(json.readTree(answer.getBody()).get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("title", "reporterPhone", "kind");

        Map<String, Object> unknown = Loop.problem();
        unknown.put("officer", "nobody");
        ResponseEntity<String> refused = post("center", "/api/findings", json.writeValueAsString(unknown));
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody()).contains("没有找到账号", "\"officer\"");
        assertThat(post("center", "/api/findings", "{\"kind\":\"WISH\"}").getStatusCode().value()).isEqualTo(400);
        assertThat(post("center", "/api/findings", "no json").getStatusCode().value()).isEqualTo(400);
        assertThat(post("gongan", "/api/findings", json.writeValueAsString(hotline())).getStatusCode().value())
                .isEqualTo(403);
    }

    private static Map<String, Object> hotline() {
        Map<String, Object> finding = Loop.problem();
        finding.put("channel", "HOTLINE");
        finding.remove("officer");
        finding.put("reporterName", "吴女士");
        finding.put("reporterPhone", "13800138000");
        finding.put("reporterEmail", "wu@example.com");
        return finding;
    }

    private ResponseEntity<String> get(String user, String path) {
        return http.withBasicAuth(user, "Demo#2026").getForEntity(path, String.class);
    }

    private ResponseEntity<String> post(String user, String path, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth(user, "Demo#2026")
                .exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
    }

    private List<String> ids(ResponseEntity<String> answer) throws Exception {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
        return json.readTree(answer.getBody()).findValuesAsText("id");
    }
}

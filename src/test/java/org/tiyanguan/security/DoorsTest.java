package org.tiyanguan.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;

/** Who may pass which door, over real HTTP. */
@IntegrationTest
class DoorsTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    /** One row a path: the status for nobody, centre, leader, a department, an officer, the designer, the administrator. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /                                              | 200 | 200 | 200 | 200 | 200 | 200 | 200
            /login                                         | 200 | 200 | 200 | 200 | 200 | 200 | 200
            /app.css                                       | 200 | 200 | 200 | 200 | 200 | 200 | 200
            /actuator/health                               | 200 | 200 | 200 | 200 | 200 | 200 | 200
            /actuator/env                                  | 401 | 403 | 403 | 403 | 403 | 403 | 403
            /nobody-thought-of-this                        | 401 | 403 | 403 | 403 | 403 | 403 | 403
            /api/nobody-thought-of-this                    | 401 | 404 | 403 | 403 | 403 | 403 | 403
            /api/findings/TYG-2026-999999                  | 401 | 404 | 403 | 403 | 403 | 403 | 403
            /ledger                                        | 302 | 200 | 200 | 200 | 403 | 403 | 403
            /ledger/TYG-2026-999999                        | 302 | 404 | 404 | 404 | 403 | 403 | 403
            /admin/holidays                                | 302 | 403 | 403 | 403 | 403 | 403 | 200
            /admin/holidays.csv                            | 302 | 403 | 403 | 403 | 403 | 403 | 200
            /camunda/app/tasklist/default/                 | 302 | 200 | 200 | 200 | 200 | 200 | 200
            /camunda/app/cockpit/default/                  | 302 | 403 | 403 | 403 | 403 | 200 | 200
            /camunda/app/admin/default/                    | 302 | 403 | 403 | 403 | 403 | 403 | 200
            /camunda/api/engine/engine/default/task        | 401 | 200 | 200 | 200 | 200 | 200 | 200
            /camunda/api/admin/setup/default/user/create   | 401 | 403 | 403 | 403 | 403 | 403 | 403
            /engine-rest/engine                            | 401 | 200 | 200 | 200 | 200 | 200 | 200
            /engine-rest/task                              | 401 | 200 | 200 | 200 | 200 | 200 | 200
            """)
    void each_role_passes_its_own_doors_only(
            String path, int nobody, int center, int leader, int department, int officer, int designer, int admin) {
        assertThat(new Browser(port).get(path).statusCode()).as("nobody").isEqualTo(nobody);
        Map<String, Integer> expected = Map.of("center", center, "leader", leader, "gongan", department,
                "officer", officer, "designer", designer, "admin", admin);
        expected.forEach((user, status) ->
                assertThat(Browser.of(port, user).get(path).statusCode()).as(user).isEqualTo(status));
    }

    @Test
    void a_wrong_password_and_an_unknown_user_get_the_same_answer() {
        HttpResponse<String> wrong = new Browser(port).login("gongjijin", "wrong");
        HttpResponse<String> unknown = new Browser(port).login("nobody", "wrong");
        assertThat(wrong.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
        assertThat(unknown.headers().firstValue("Location")).isEqualTo(wrong.headers().firstValue("Location"));
        assertThat(new Browser(port).get("/login?error").body()).contains("账号或密码不对");
    }

    @Test
    void nobody_makes_an_administrator_through_the_set_up_page() {
        for (String path : List.of("/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/x")) {
            assertThat(new Browser(port).post(path, "application/json", "{}").statusCode()).isEqualTo(401);
            assertThat(Browser.of(port, "admin").post(path, "application/json", "{}").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void basic_authentication_opens_the_rest_api_and_the_session_alone_does_not_write() throws Exception {
        assertThat(basic("GET", "/engine-rest/task", "gongan:Demo#2026").statusCode()).isEqualTo(200);
        assertThat(basic("GET", "/engine-rest/task", "yibao:wrong").statusCode()).isEqualTo(401);
        assertThat(Browser.of(port, "center").post("/engine-rest/task", "application/json", "{}").statusCode())
                .isEqualTo(403);
        assertThat(basic("POST", "/engine-rest/task", "center:Demo#2026").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_below_designer_deploys() throws Exception {
        for (String user : List.of("center", "leader", "gongan", "officer"))
            assertThat(basic("GET", "/engine-rest/deployment/count", user + ":Demo#2026").body()).as(user).contains("\"count\":0");
        assertThat(basic("GET", "/engine-rest/deployment/count", "designer:Demo#2026").body()).doesNotContain("\"count\":0");
    }

    @Test
    void passwords_are_kept_as_argon2id_hashes() {
        assertThat(jdbc.sql("select pwd_ from act_id_user").query(String.class).list())
                .isNotEmpty()
                .allSatisfy(hash -> assertThat(hash).startsWith("{argon2id}$argon2id$"));
    }

    @Test
    void logging_out_ends_the_session_through_either_button() {
        for (String logout : List.of("/logout", "/camunda/api/admin/auth/user/default/logout")) {
            Browser browser = Browser.of(port, "center");
            assertThat(browser.get("/ledger").statusCode()).isEqualTo(200);
            browser.postForm(logout, Map.of());
            assertThat(browser.get("/ledger").statusCode()).isEqualTo(302);
        }
    }

    private HttpResponse<String> basic(String method, String path, String credentials) throws Exception {
        String header = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        HttpRequest.BodyPublisher body = method.equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString("{}");
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Basic " + header)
                        .header("Content-Type", "application/json")
                        .method(method, body)
                        .build(),
                BodyHandlers.ofString());
    }
}

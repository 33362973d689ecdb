package org.tiyanguan.security.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;

/** Who may reach which of the engine's REST resources, under each of its roots. */
@IntegrationTest
class EngineDoorsTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @TestFactory
    Stream<DynamicTest> each_role_reaches_its_own_resources_only() throws Exception {
        return new DoorTable(port, jdbc).rows(path -> path.startsWith("~"));
    }

    @Test
    void basic_authentication_opens_the_rest_api_and_the_session_alone_does_not_write() throws Exception {
        assertThat(basic("GET", "/engine-rest/task", "gongan:Demo#2026").statusCode())
                .isEqualTo(200);
        assertThat(basic("GET", "/engine-rest/task", "yibao:wrong").statusCode())
                .isEqualTo(401);
        assertThat(Browser.of(port, "center")
                        .post("/engine-rest/task", "application/json", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(basic("POST", "/engine-rest/task", "center:Demo#2026").statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobody_below_designer_deploys() {
        for (String root : EngineRoots.ALL) {
            for (String user : List.of("center", "leader", "gongan-head", "unit", "officer"))
                assertThat(deploy(user, root).statusCode()).as(user).isEqualTo(403);
            // Past the door, the check of models looks at it.
            assertThat(deploy("designer", root).body()).contains("只能部署");
        }
    }

    private HttpResponse<String> deploy(String user, String root) {
        String text = """
                --b
                Content-Disposition: form-data; name="deployment-name"

                a note
                --b
                Content-Disposition: form-data; name="data"; filename="note.txt"

                nothing to run
                --b--
                """.replace("\n", "\r\n");
        return Browser.of(port, user)
                .send(
                        "POST",
                        root + "deployment/create",
                        "multipart/form-data; boundary=b",
                        text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> basic(String method, String path, String credentials) throws Exception {
        String header = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        HttpRequest.BodyPublisher body =
                method.equals("GET") ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString("{}");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Basic " + header)
                                .header("Content-Type", "application/json")
                                .method(method, body)
                                .build(),
                        BodyHandlers.ofString());
    }
}

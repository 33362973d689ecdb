package org.tiyanguan.security.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.rest.dto.identity.UserCredentialsDto;
import org.camunda.bpm.engine.rest.dto.identity.UserDto;
import org.camunda.bpm.engine.rest.dto.identity.UserProfileDto;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;

/** Who may pass which door, over real HTTP. */
@IntegrationTest
class DoorsTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessEngine engine;

    @Autowired
    IdentityService identity;

    private final ObjectMapper json = new ObjectMapper();

    /**
     * The table is {@code doors.txt}; a path that begins with ~ has the same answers under each of the engine's roots.
     */
    @TestFactory
    Stream<DynamicTest> each_role_passes_its_own_doors_only() throws Exception {
        List<List<String>> table = new ClassPathResource("doors.txt", DoorsTest.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList())
                .toList();
        List<String> people = table.get(0).subList(1, table.get(0).size());
        Map<String, Browser> browsers = people.stream()
                .collect(Collectors.toMap(
                        who -> who, who -> who.equals("nobody") ? new Browser(port) : Browser.of(port, who)));
        Map<String, String> ids = twoCases();
        return table.stream()
                .skip(1)
                .map(row -> dynamicTest(row.get(0), () -> {
                    String[] door = row.get(0).split(" ");
                    for (String root : door[1].startsWith("~") ? EngineRoots.ALL : List.of(""))
                        for (int i = 0; i < people.size(); i++) {
                            String who = people.get(i);
                            String path = fill(door[1].replace("~", root).replace("{me}", who), ids);
                            String body = List.of("POST", "PUT").contains(door[0]) ? "{}" : null;
                            int status =
                                    browsers.get(who).send(door[0], path, body).statusCode();
                            if (row.get(i + 1).equals("in"))
                                assertThat(status).as(who + " " + path).isNotIn(401, 403);
                            else assertThat(status).as(who + " " + path).isEqualTo(Integer.parseInt(row.get(i + 1)));
                        }
                }));
    }

    private static String fill(String path, Map<String, String> ids) {
        for (var id : ids.entrySet()) path = path.replace("{" + id.getKey() + "}", id.getValue());
        return path;
    }

    /** One that is assigned to gongan, and one that waits for the centre. */
    private Map<String, String> twoCases() throws Exception {
        Browser center = Browser.of(port, "center");
        String assigned = start(center);
        complete(center, task(center, assigned), "{'triage':'ACCEPT','triageReason':'情况属实，予以受理'}");
        complete(center, task(center, assigned), "{'department1':'gongan','instruction1':'增开窗口'}");
        return Map.of(
                "instance", assigned,
                "number",
                        jdbc.sql("select max(number) from ledger_entry")
                                .query(String.class)
                                .single(),
                "dept", task(Browser.of(port, "gongan"), assigned),
                "triage", task(center, start(center)),
                "definition", first(center, "/engine-rest/process-definition"),
                "filter",
                        first(center, "/engine-rest/filter?name=" + URLEncoder.encode("我的任务", StandardCharsets.UTF_8)),
                "none", "none");
    }

    private String start(Browser center) throws Exception {
        String form = "{'kind':'PROBLEM','title':'排队过久','description':'等了两个小时','place':'二楼','occurredOn':'2026-02-02',"
                + "'serviceItem':'户口迁移','urgency':'URGENT','channel':'OFFICER','officer':'officer'}";
        HttpResponse<String> started =
                center.send("POST", "/engine-rest/process-definition/key/rectification/start", variables(form));
        return json.readTree(started.body()).get("id").asText();
    }

    private String task(Browser browser, String instance) throws Exception {
        return first(browser, "/engine-rest/task?processInstanceId=" + instance);
    }

    private String first(Browser browser, String path) throws Exception {
        return json.readTree(browser.get(path).body()).at("/0/id").asText();
    }

    private void complete(Browser browser, String task, String form) throws Exception {
        assertThat(browser.send("POST", "/engine-rest/task/" + task + "/complete", variables(form))
                        .statusCode())
                .isEqualTo(204);
    }

    private String variables(String form) throws Exception {
        Map<String, Object> variables = new HashMap<>();
        json.readTree(form.replace('\'', '"'))
                .fields()
                .forEachRemaining(field -> variables.put(field.getKey(), Map.of("value", field.getValue())));
        return json.writeValueAsString(Map.of("variables", variables));
    }

    @Test
    void a_wrong_password_and_an_unknown_user_get_the_same_answer() {
        HttpResponse<String> wrong = new Browser(port).login("gongjijin", "wrong");
        HttpResponse<String> unknown = new Browser(port).login("nobody", "wrong");
        assertThat(wrong.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
        assertThat(unknown.headers().firstValue("Location"))
                .isEqualTo(wrong.headers().firstValue("Location"));
        assertThat(new Browser(port).get("/login?error").body()).contains("账号或密码不对");
    }

    @Test
    void the_stock_engine_makes_an_administrator_for_anybody_while_it_has_none() {
        ProcessEngine stock = new StandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("stock-setup")
                .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID())
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        try {
            new SetUp().createInitialUserInternal("stock-setup", intruder(), stock);
            assertThat(stock.getIdentityService()
                            .createUserQuery()
                            .memberOfGroup("camunda-admin")
                            .list())
                    .extracting(User::getId)
                    .containsExactly("intruder");
        } finally {
            stock.close();
        }
    }

    @Test
    void nobody_makes_an_administrator_through_the_set_up_page_however_the_path_is_written() throws Exception {
        String body = json.writeValueAsString(intruder());
        Browser nobody = new Browser(port);
        Browser admin = Browser.of(port, "admin");
        for (String path : List.of(
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/other/user/create",
                "/camunda/api/admin/setup",
                "/camunda/api/admin/setup/x",
                "/camunda/api/admin/setup/default/user/create?x=y",
                "/camunda/api/admin/setup/default/user/create;jsessionid=1",
                "/camunda/api/admin/setup;x=y/default/user/create",
                "/camunda/api/admin;x/setup/default/user/create",
                "/camunda//api/admin/setup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/%61dmin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/%63reate",
                "/camunda/api/admin%2fsetup/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/x/../admin/setup/default/user/create",
                "/camunda/api/admin/x/%2e%2e/setup/default/user/create",
                "/camunda/api/admin/SETUP/default/user/create",
                "/Camunda/api/admin/setup/default/user/create",
                "/camunda/api/cockpit/setup/default/user/create",
                "/camunda/api/engine/setup/default/user/create",
                "/camunda/api/tasklist/setup/default/user/create",
                "/camunda/api/welcome/setup/default/user/create",
                "/camunda/app/admin/default/setup/",
                "/engine-rest/setup/default/user/create"))
            for (String method : List.of("POST", "PUT", "GET", "HEAD", "DELETE", "OPTIONS", "PATCH")) {
                assertThat(nobody.send(method, path, body).statusCode())
                        .as(method + " " + path)
                        .isIn(302, 400, 401, 403, 404);
                if (path.contains("/api/admin"))
                    assertThat(admin.send(method, path, body).statusCode())
                            .as(method + " " + path)
                            .isIn(400, 403, 404);
                else admin.send(method, path, body);
            }
        assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
    }

    @Test
    void the_last_administrator_stays_so_that_the_engine_has_no_reason_to_make_another() {
        Browser admin = Browser.of(port, "admin");
        for (String way : List.of("user/admin", "group/camunda-admin/members/admin", "group/camunda-admin")) {
            HttpResponse<String> answer = admin.send("DELETE", "/engine-rest/" + way, null);
            assertThat(answer.statusCode()).as(way).isEqualTo(400);
            assertThat(answer.body()).contains("至少要保留一位系统管理员");
        }
        assertThatThrownBy(() -> new SetUp().createInitialUserInternal("default", intruder(), engine))
                .hasMessageContaining("Setup action not available");
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting(User::getId)
                .containsExactly("admin");
    }

    /** The engine's own, without the request around it. */
    private static class SetUp extends SetupResource {

        @Override
        protected void createInitialUserInternal(String name, UserDto user, ProcessEngine engine) {
            super.createInitialUserInternal(name, user, engine);
        }
    }

    private static UserDto intruder() {
        UserProfileDto profile = new UserProfileDto();
        profile.setId("intruder");
        UserCredentialsDto credentials = new UserCredentialsDto();
        credentials.setPassword("Demo#2026");
        UserDto user = new UserDto();
        user.setProfile(profile);
        user.setCredentials(credentials);
        return user;
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

package org.tiyanguan.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.tiyanguan.OwnProgram;
import org.tiyanguan.TestDatabase;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/**
 * A start without the demo, on an empty database and with the settings of production: the first administrator, and
 * sessions, cookies and headers as a proxy that speaks HTTPS passes requests on.
 */
@OwnProgram
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "spring.config.import=classpath:application-prod.yml",
            "tiyanguan.admin.username=chief",
            "tiyanguan.admin.password=Yunfu#2026",
            "tiyanguan.base-url=https://tyg.example",
            "tiyanguan.gate.proxies=127.0.0.1, 10.1.0.0/16"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("test")
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class SessionTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    ServletContext servlets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    IdentityService identity;

    @Test
    void the_settings_name_the_first_administrator_and_their_password_is_not_printed(CapturedOutput output) {
        assertThat(people.membersOf(Roles.ADMIN)).containsExactly("chief");
        assertThat(identity.checkPassword("chief", "Yunfu#2026")).isTrue();
        assertThat(output).contains("已创建首位管理员 chief").doesNotContain("Yunfu#2026");
    }

    @Test
    void no_script_and_no_other_site_gets_the_sessions_cookie_and_it_travels_by_https_only() throws Exception {
        assertThat(cookie(get("/login", ""), "JSESSIONID")).contains("; Secure", "; HttpOnly", "; SameSite=Lax");
        assertThat(cookie(get("/camunda/app/tasklist/default/", login()), "XSRF-TOKEN"))
                .containsPattern("; ?Secure")
                .containsPattern("; ?SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/figures", "/applications/track", "/nothing-here", "/api/findings", "/engine-rest/engine"})
    void who_passes_by_without_logging_in_has_no_session(String path) throws Exception {
        HttpRequest visit = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html,*/*")
                .build();
        assertThat(http.send(visit, BodyHandlers.ofString()).headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/ledger", "/admin/holidays", "/nothing-here", "/app.css"})
    void our_pages_load_nothing_from_elsewhere_and_stand_in_no_frame(String path) throws Exception {
        HttpResponse<String> page = get(path, login());
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'self'", "object-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http");
        assertGuarded(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void the_web_applications_run_only_scripts_that_their_own_page_brings(String name) throws Exception {
        HttpResponse<String> page = get("/camunda/app/" + name + "/default/", login());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy"))
                .containsPattern("script-src 'nonce-[^']+' 'strict-dynamic';")
                .contains("frame-ancestors 'none'", "connect-src 'self'")
                .doesNotContain("unsafe-eval", "https:");
        assertGuarded(page);
    }

    private static void assertGuarded(HttpResponse<String> page) {
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void a_session_gets_a_new_name_at_the_login_and_ends_at_the_logout() throws Exception {
        HttpResponse<String> page = get("/login", "");
        String before = session(page);
        String after = login(page);
        assertThat(after).isNotEqualTo(before);
        assertThat(get("/ledger", before).statusCode()).isEqualTo(302);
        assertThat(get("/admin/holidays", after).statusCode()).isEqualTo(200);

        post("/logout", after, "_csrf=" + token(get("/", after)));
        assertThat(get("/admin/holidays", after).statusCode()).isEqualTo(302);
    }

    @Test
    void an_idle_session_ends_after_half_an_hour() {
        assertThat(servlets.getSessionTimeout()).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logout", "/admin/holidays"})
    void a_form_without_its_token_is_refused(String form) throws Exception {
        assertThat(post(form, login(), "username=chief&password=Yunfu%232026").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_caller_is_whom_the_last_of_our_proxies_names() throws Exception {
        send(request("/login", "").setHeader("X-Forwarded-For", "198.51.100.66, 203.0.113.8, 10.1.2.3"), "x");
        assertThat(lastAddress()).isEqualTo("203.0.113.8");
        send(
                request("/login", "")
                        .setHeader("X-Forwarded-For", "198.51.100.66")
                        .header("X-Forwarded-For", "2001:db8::7"),
                "x");
        assertThat(lastAddress()).isEqualTo("2001:db8::7");
        for (String odd : List.of("", "x", "203.0.113.8:4711", "1.2.3.444", ":::", "unknown, 10.1.2.3")) {
            send(request("/login", "").setHeader("X-Forwarded-For", odd), "x");
            assertThat(lastAddress()).as(odd).isIn("127.0.0.1", "10.1.2.3");
        }
    }

    @Test
    void redirects_stay_here_whatever_the_request_says_where_here_is() throws Exception {
        for (String path : List.of("/ledger", "/camunda/app/tasklist/", "/swagger-ui.html"))
            assertThat(header(forged(path, "").build(), "Location")).as(path).isEqualTo("/login");
        HttpResponse<String> page = http.send(forged("/login", "").build(), BodyHandlers.ofString());
        String session = session(page);
        http.send(forged("/ledger?q=1", session).build(), BodyHandlers.ofString());
        HttpRequest login = forged("/login", session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=chief&password=Yunfu%232026&_csrf=" + token(page)))
                .build();
        assertThat(header(login, "Location")).isEqualTo("/ledger?q=1&continue");
    }

    private String header(HttpRequest request, String name) throws Exception {
        return header(http.send(request, BodyHandlers.ofString()), name);
    }

    /** As from a proxy that passes on what it was sent. */
    private HttpRequest.Builder forged(String path, String session) {
        return request(path, session)
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Port", "81")
                .header("X-Forwarded-Proto", "ftp")
                .header("Forwarded", "host=evil.example;proto=http");
    }

    private void send(HttpRequest.Builder request, String name) throws Exception {
        request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((name + ":y").getBytes()));
        http.send(request.build(), BodyHandlers.ofString());
    }

    private String lastAddress() {
        return jdbc.sql("select address from audit_event order by id desc limit 1")
                .query(String.class)
                .single();
    }

    // ---- a browser behind the proxy

    private HttpResponse<String> get(String path, String session) throws Exception {
        return http.send(request(path, session).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String session, String form) throws Exception {
        return http.send(
                request(path, session)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String session) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html,*/*")
                .header("Cookie", "JSESSIONID=" + session)
                .header("X-Forwarded-For", "203.0.113.7");
    }

    /** The session of the administrator. */
    private String login() throws Exception {
        return login(get("/login", ""));
    }

    private String login(HttpResponse<String> page) throws Exception {
        return session(post("/login", session(page), "username=chief&password=Yunfu%232026&_csrf=" + token(page)));
    }

    private static String session(HttpResponse<String> page) {
        return cookie(page, "JSESSIONID").replaceAll("JSESSIONID=([^;]+).*", "$1");
    }

    private static String token(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
    }

    private static String cookie(HttpResponse<String> page, String name) {
        List<String> cookies = page.headers().allValues("Set-Cookie");
        return cookies.stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }

    private static String header(HttpResponse<String> page, String name) {
        return page.headers().firstValue(name).orElse("");
    }
}

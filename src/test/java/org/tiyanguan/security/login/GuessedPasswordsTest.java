package org.tiyanguan.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.engine.EngineClock;

/**
 * Who tries out passwords learns nothing, gets few tries, and is in nobody's way. The clock stands unless a test sets
 * it on.
 */
@IntegrationTest
class GuessedPasswordsTest {

    private static final String RIGHT = "Demo#2026";

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EngineClock clock;

    @Autowired
    PasswordGuard guard;

    @BeforeEach
    void nobody_has_guessed_yet() {
        jdbc.sql("delete from secret_try").update();
        clock.setTo(clock.instant());
    }

    @AfterEach
    void back_to_the_present() {
        clock.reset();
    }

    @Test
    void a_name_that_nobody_has_costs_as_many_hashes_as_any_other() {
        at("198.51.100.1", "warms-up", "x");
        for (String name : List.of("leader", "nobody-at-all", "x".repeat(200))) {
            double before = hashes();
            assertThat(at("198.51.100.1", name, "wrong").getStatusCode().value())
                    .isEqualTo(401);
            assertThat(hashes() - before).as(name).isEqualTo(1);
        }
    }

    @Test
    void of_thirty_guesses_at_once_five_are_checked() {
        for (String name : List.of("gongan", "nobody-at-all")) {
            double before = hashes();
            ExecutorService guessers = Executors.newFixedThreadPool(30);
            var answers = IntStream.range(0, 30)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> at("198.51.100.2", name, "wrong" + n), guessers))
                    .toList();
            var statuses = answers.stream()
                    .map(answer -> answer.join().getStatusCode().value())
                    .toList();
            guessers.shutdown();
            assertThat(statuses)
                    .as(name)
                    .containsOnly(401, 429)
                    .filteredOn(status -> status == 401)
                    .hasSize(5);
            assertThat(hashes() - before).as(name).isEqualTo(5);
        }
    }

    @Test
    void each_wait_is_twice_as_long_and_ends_by_itself() {
        wrong("198.51.100.3", "unit", 5);
        for (long wait : List.of(1, 2, 4, 8)) {
            at("198.51.100.3", "unit", RIGHT);
            ResponseEntity<String> refused = at("198.51.100.3", "unit", RIGHT);
            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
            assertThat(refused.getBody()).contains("请稍后再试");
            clock.setTo(clock.instant().plusSeconds(wait));
            wrong("198.51.100.3", "unit", 1);
        }
        assertThat(at("198.51.100.3", "unit", RIGHT).getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo("17");
        clock.setTo(clock.instant().plusSeconds(16));
        for (int n = 0; n < 3; n++)
            assertThat(at("198.51.100.3", "unit", RIGHT).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'LOCKED' and actor = 'unit'")
                        .query(Long.class)
                        .single())
                .as("each wait is logged once")
                .isEqualTo(5);
    }

    @Test
    void the_login_page_says_so_at_once() {
        Browser browser = new Browser(port);
        for (int n = 0; n < 5; n++)
            assertThat(browser.login("no-such-clerk", "wrong").headers().firstValue("Location"))
                    .hasValue("/login?error");
        HttpResponse<String> refused = browser.login("no-such-clerk", "wrong");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("输错的次数太多，请稍后再试", "name=\"password\"");
    }

    @Test
    void guesses_from_elsewhere_are_not_in_the_owners_way_even_from_many_places() {
        assertThat(at("203.0.113.77", "admin", RIGHT).getStatusCode()).isEqualTo(HttpStatus.OK);
        for (int place = 1; place <= 10; place++) wrong("198.51.100." + (100 + place), "admin", 5);
        assertThat(at("198.51.100.99", "admin", RIGHT).getStatusCode())
                .as("a place unknown")
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(at("203.0.113.77", "admin", RIGHT).getStatusCode())
                .as("where the owner was")
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void one_address_gets_a_hundred_tries_whatever_the_names_and_an_ipv6_network_is_one_address() {
        for (int n = 0; n < 100; n++) wrong("2001:db8:1:2::" + n, "name-" + n, 1);
        assertThat(at("2001:db8:1:2:ffff::1", "name-101", "wrong").getStatusCode())
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(at("2001:db8:1:3::1", "name-101", "wrong").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void the_password_that_a_change_asks_for_cannot_be_tried_out_either() {
        Browser clerk = Browser.of(port, "leader");
        String change = "{\"password\":\"Another#2026\",\"authenticatedUserPassword\":\"wrong\"}";
        for (String path : List.of("/engine-rest/", "/camunda/api/engine/engine/default/"))
            for (int n = 0; n < 10; n++)
                assertThat(clerk.send("PUT", path + "user/leader/credentials", change)
                                .statusCode())
                        .isEqualTo(400);
        HttpResponse<String> refused =
                clerk.send("PUT", "/engine-rest/user/leader/credentials", change.replace("wrong", RIGHT));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("请稍后再试");
    }

    @Test
    void the_owner_is_told_once_an_hour() {
        wrong("198.51.100.5", "shebao", 5);
        wrong("198.51.100.5", "nobody-at-all", 5);
        guard.tellOwners();
        guard.tellOwners();
        assertThat(told("shebao")).isEqualTo(1);
        assertThat(told("nobody-at-all")).isZero();
        clock.setTo(clock.instant().plus(Duration.ofMinutes(61)));
        guard.tellOwners();
        assertThat(told("shebao")).isEqualTo(1);
        wrong("198.51.100.5", "shebao", 5);
        guard.tellOwners();
        assertThat(told("shebao")).isEqualTo(2);
        assertThat(Browser.of(port, "shebao").get("/notices").body()).contains("有人多次输错您账号的密码");
    }

    private void wrong(String address, String name, int times) {
        for (int n = 0; n < times; n++)
            assertThat(at(address, name, "wrong").getStatusCode()).as(name).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    private ResponseEntity<String> at(String address, String name, String password) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBasicAuth(name, password);
        headers.set("X-Forwarded-For", address);
        return http.exchange("/engine-rest/filter", HttpMethod.GET, new HttpEntity<>(headers), String.class, Map.of());
    }

    private static double hashes() {
        return Metrics.counter("tiyanguan.password.checks").count();
    }

    private int told(String account) {
        return jdbc.sql("select count(*) from notice where recipient = ? and template = 'wrong-passwords'")
                .param(account)
                .query(Integer.class)
                .single();
    }
}

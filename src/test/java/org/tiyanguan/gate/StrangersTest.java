package org.tiyanguan.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import org.tiyanguan.IntegrationTest;

/** Somebody who calls from an address of this machine's net that is no proxy's, over a real connection. */
@IntegrationTest
class StrangersTest {

    private static final String STRANGER = "127.0.0.9";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    GateSettings settings;

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "X-Real-IP", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP"})
    void the_log_names_whoever_called_and_not_whom_they_claim_to_be(String header) throws IOException {
        String name = "claims-" + header.toLowerCase();
        String login = Base64.getEncoder().encodeToString((name + ":wrong").getBytes(StandardCharsets.UTF_8));
        String answer = ask("GET /engine-rest/task HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + login
                + "\r\n" + header + ": 203.0.113.9\r\nForwarded: for=203.0.113.9");
        assertThat(answer).startsWith("HTTP/1.1 401");
        assertThat(jdbc.sql("select address from audit_event where actor = :name")
                        .param("name", name)
                        .query(String.class)
                        .list())
                .containsExactly(STRANGER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ledger",
                "/dashboard",
                "/officer",
                "/camunda",
                "/camunda/app/admin",
                "/swagger-ui.html",
                "/admin/audit"
            })
    void no_redirect_leads_where_a_header_says(String path) throws IOException {
        String answer = ask(
                "GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                        + "X-Forwarded-Proto: https\r\nX-Forwarded-Port: 81\r\nX-Forwarded-Prefix: /evil\r\nForwarded: host=evil.example");
        assertThat(answer).containsPattern("(?i)\r\nLocation: /").doesNotContain("evil");
    }

    @Test
    void nobody_is_a_proxy_unless_the_settings_say_so() {
        assertThat(new GateSettings(
                                List.of(),
                                1,
                                1,
                                1,
                                DataSize.ofKilobytes(4),
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(30))
                        .isProxy("127.0.0.1"))
                .isFalse();
        assertThat(settings.isProxy("127.0.0.1")).isTrue();
        assertThat(settings.isProxy(STRANGER)).isFalse();
    }

    private String ask(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(STRANGER), 0)) {
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

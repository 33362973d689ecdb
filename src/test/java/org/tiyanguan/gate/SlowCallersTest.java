package org.tiyanguan.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;

/**
 * Callers from other addresses of this machine's net, who send what they announced a byte at a time, or only connect.
 */
@IntegrationTest
class SlowCallersTest {

    private static final int PATIENCE_MILLIS = 30_000;

    private static final List<String> HEADS = List.of(
            "POST /login HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000",
            "POST /login HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked",
            "POST /api/findings HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 100000",
            "GET /login HTTP/1.1\r\nContent-Length: 100000");

    @LocalServerPort
    int port;

    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void hang_up() throws IOException {
        for (Socket socket : open) socket.close();
    }

    @Test
    void two_hundred_and_thirty_slow_requests_stop_neither_the_health_check_nor_a_login() throws IOException {
        for (int n = 0; n < 230; n++) {
            Socket slow = connect("127.0.0." + (20 + n % 3));
            send(slow, HEADS.get(n % HEADS.size()) + "\r\nHost: localhost\r\n\r\n");
        }
        for (int round = 0; round < 3; round++) {
            for (Socket slow : open) drip(slow);
            Browser browser = new Browser(port);
            assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(browser.get("/login").statusCode()).isEqualTo(200);
            assertThat(browser.login("leader", "Demo#2026").headers().firstValue("Location"))
                    .hasValue("/");
        }
    }

    @Test
    void one_address_sends_forty_bodies_at_once_and_is_told_to_wait_with_more() throws IOException {
        for (int n = 0; n < 41; n++) send(connect("127.0.0.30"), HEADS.get(0) + "\r\nHost: localhost\r\n\r\n");
        // Requests begin in no order: one of them is answered.
        Socket refused = whoIsAnswered();
        assertThat(new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 503")
                .contains("Retry-After: 5", "Connection: close", "现在提交的人太多");
        Socket other = connect("127.0.0.31");
        send(other, "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nConnection: close\r\n\r\n");
        send(other, "a=b");
        assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void one_address_has_so_many_connections_and_no_more() throws IOException {
        for (int n = 0; n < 100; n++) connect("127.0.0.40");
        Socket tooMany = connect("127.0.0.40");
        assertThat(isClosed(tooMany)).isTrue();
        open.get(0).close();
        open.get(1).close();
        send(open.get(2), "GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(open.get(2).getInputStream().readAllBytes()).isNotEmpty();
        Socket again = connect("127.0.0.40");
        send(again, "GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(again.getInputStream().readAllBytes()).isNotEmpty();
    }

    @Test
    void an_answer_that_needs_no_body_waits_until_it_is_there_so_that_the_connection_goes_on() throws IOException {
        Socket socket = connect("127.0.0.50");
        for (int n = 0; n < 2; n++) {
            send(socket, "POST /api/findings HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n");
            send(socket, "{\"a\": 1}\n".substring(0, 9));
        }
        send(socket, "GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .containsSubsequence("HTTP/1.1 401", "HTTP/1.1 401", "HTTP/1.1 200", "name=\"password\"");
    }

    private Socket connect(String address) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0);
        socket.setSoTimeout(PATIENCE_MILLIS);
        open.add(socket);
        return socket;
    }

    private Socket whoIsAnswered() throws IOException {
        for (long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L; System.nanoTime() < end; Thread.onSpinWait())
            for (Socket socket : open) if (socket.getInputStream().available() > 0) return socket;
        throw new AssertionError("nobody was answered");
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return reset instanceof SocketException;
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void drip(Socket socket) {
        try {
            send(socket, "1");
        } catch (IOException refused) {
            // Has its answer.
        }
    }
}

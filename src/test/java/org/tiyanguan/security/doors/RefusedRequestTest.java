package org.tiyanguan.security.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.IntegrationTest;

/** Whatever a browser can be made to send, the answer is a Chinese page of ours, and says nothing of the server. */
@IntegrationTest
class RefusedRequestTest {

    private static final String HOST = "Host: localhost\r\nConnection: close\r\n";

    @LocalServerPort
    int port;

    static Stream<Map.Entry<String, String>> malformed() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String path : new String[] {
            "/ledger%2fx",
            "/ledger%5cx",
            "/%00",
            "/a%00b",
            "/%zz",
            "/%",
            "/%e",
            "/ledger;x=1",
            "//",
            "/../etc/passwd",
            "/a/../b",
            "/%2e%2e/x",
            "/a\\b",
            "/{x}",
            "/<script>",
            "/x|y",
            "/ledger?q=\"<>",
            "*",
            "ledger",
            "http://",
            "/" + "x".repeat(20_000),
            "/nope",
            "/nope/nope.html",
            "/error",
            "/calls/nope",
            "/wp-login.php"
        }) all.put("GET " + path.substring(0, Math.min(40, path.length())), "GET " + path + " HTTP/1.1\r\n" + HOST);
        for (String method :
                new String[] {"TRACE", "FOO", "TRACK", "PROPFIND", "CONNECT", "get", "G@T", "DELETE", "PUT"})
            all.put(method, method + " /login HTTP/1.1\r\n" + HOST);
        all.put("HTTP/9.9", "GET / HTTP/9.9\r\n" + HOST);
        all.put("no protocol", "GET / \r\n" + HOST);
        all.put("no host", "GET / HTTP/1.1\r\nConnection: close\r\n");
        for (String host : new String[] {"a b", "[", "x:y", "<x>", "a/b", "localhost:99999999", "a\r\nHost: b"})
            all.put(
                    "host " + host.replaceAll("\\s", "_"),
                    "GET / HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n");
        all.put("large header", "GET / HTTP/1.1\r\n" + HOST + "Cookie: x=" + "y".repeat(20_000) + "\r\n");
        all.put("many headers", "GET / HTTP/1.1\r\n" + HOST + "X-Many: 1\r\n".repeat(500));
        all.put("header without a colon", "GET / HTTP/1.1\r\n" + HOST + "nonsense\r\n");
        all.put("header with a NUL", "GET / HTTP/1.1\r\n" + HOST + "X-Y: a\0b\r\n");
        all.put("wrong length", "POST /login HTTP/1.1\r\n" + HOST + "Content-Length: x\r\n");
        all.put("two lengths", "POST /login HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n");
        all.put("unknown coding", "POST /login HTTP/1.1\r\n" + HOST + "Transfer-Encoding: sdch\r\n");
        all.put("form without a token", "POST /login HTTP/1.1\r\n" + HOST + "Content-Length: 0\r\n");
        return all.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void it_is_answered_by_a_page_of_ours(Map.Entry<String, String> request) {
        String answer = send(request.getValue() + "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n\r\n");
        assertThat(answer).as(request.getKey()).matches("(?s)HTTP/1\\.1 (2|3|4|501|505).*");
        if (!answer.startsWith("HTTP/1.1 4") && !answer.startsWith("HTTP/1.1 5")) return;
        assertThat(answer).contains("<html lang=\"zh-CN\"", "class=\"panel\"", "/app.css", "回到首页");
        assertThat(answer)
                .doesNotContainIgnoringCase(
                        "tomcat", "HTTP Status", "Exception", "\tat ", "Whitelabel", "Server:", "Bad Request");
    }

    @Test
    void a_program_gets_problem_details() {
        for (String path : new String[] {"/api/findings%2fx", "/%zz", "/api/x%00"}) {
            String answer = send("GET " + path + " HTTP/1.1\r\n" + HOST + "Accept: application/json\r\n\r\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"status\":400", "没有看懂");
        }
        for (String path : new String[] {"/engine-rest/task?%zz=1", "/nope"})
            assertThat(send("GET " + path + " HTTP/1.1\r\n" + HOST + "Accept: application/json\r\n\r\n"))
                    .startsWith("HTTP/1.1 401");
    }

    private String send(String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(request.substring(0, Math.min(60, request.length())), e);
        }
    }
}

package org.tiyanguan.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser with which somebody signs in at this program through the identity provider; it follows redirects. */
final class SignOnBrowser {

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.NORMAL)
            .build();

    SignOnBrowser(int port) {
        this.port = port;
    }

    HttpResponse<String> signIn(String name) throws Exception {
        HttpResponse<String> login = get("/oauth2/authorization/oidc");
        if (login.uri().getPort() == port) return login;
        return post(login.uri(), Map.of("username", name, "password", "there", "_csrf", token(login.body())));
    }

    /** The address at the provider to which the sign-in leads. */
    String begin() throws Exception {
        HttpClient halting = HttpClient.newBuilder().cookieHandler(cookies).build();
        return location(send(halting, HttpRequest.newBuilder(own("/oauth2/authorization/oidc"))));
    }

    HttpResponse<String> get(String path) throws Exception {
        return get(own(path));
    }

    HttpResponse<String> get(URI address) throws Exception {
        return send(http, HttpRequest.newBuilder(address));
    }

    HttpResponse<String> post(URI address, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                http,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) throws Exception {
        return browser.send(request.header("Accept", "text/html,*/*").build(), BodyHandlers.ofString());
    }

    /** The name of the session that this program gave to the browser. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElseThrow();
    }

    static String stateIn(String address) {
        return URLDecoder.decode(address.replaceAll(".*[?&]state=([^&]+).*", "$1"), StandardCharsets.UTF_8);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static String token(String page) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    URI own(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}

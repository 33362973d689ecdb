package org.tiyanguan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A visitor over plain HTTP, with a session and without JavaScript; redirects are shown, not followed. */
public class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;
    private String token;

    public Browser(int port) {
        this.port = port;
    }

    /** A visitor who has logged in as one of the demo's people. */
    public static Browser of(int port, String user) {
        Browser browser = new Browser(port);
        browser.login(user, "Demo#2026");
        return browser;
    }

    public HttpResponse<String> login(String user, String password) {
        return postForm("/login", Map.of("username", user, "password", password));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public byte[] file(String path) {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /**
     * Sends JSON (or nothing, if null) to one of the engine's roots, as {@link #send(String, String, String, byte[])}.
     */
    public HttpResponse<String> send(String method, String path, String json) {
        return json == null
                ? send(method, path, null, null)
                : send(method, path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** With the session's tokens, ours and the one that the web applications' first page sets. */
    public HttpResponse<String> send(String method, String path, String type, byte[] body) {
        if (token == null) token = token();
        HttpRequest.Builder request = request(path)
                .header("X-CSRF-TOKEN", token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        webappToken().ifPresent(value -> request.header("X-XSRF-TOKEN", value));
        if (type != null) request.header("Content-Type", type);
        return send(request);
    }

    private Optional<String> webappToken() {
        if (cookie("XSRF-TOKEN").isEmpty()) get("/camunda/app/tasklist/default/");
        return cookie("XSRF-TOKEN");
    }

    private Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Posts a form with the token that the login page gives to this session. */
    public HttpResponse<String> postForm(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token());
        String body = all.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", body);
    }

    /** Posts as Tasklist's scripts do, with the token that the engine gives to this session. */
    public HttpResponse<String> postAsTasklist(String path, String json) {
        if (engineToken().isEmpty()) get("/camunda/app/tasklist/default/");
        return send(request(path)
                .setHeader("Accept", "*/*")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", engineToken().orElseThrow())
                .POST(BodyPublishers.ofString(json)));
    }

    private Optional<String> engineToken() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private String token() {
        Matcher token = TOKEN.matcher(get("/login").body());
        if (!token.find()) throw new IllegalStateException("the login page has no token");
        return token.group(1);
    }

    /** Asks the engine's REST resources as scripts do, and all else as who looks at pages. */
    private HttpRequest.Builder request(String path) {
        boolean script = path.startsWith("/engine-rest/") || path.startsWith("/camunda/api/");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", script ? "application/json,*/*" : "text/html,*/*");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a session; the engine alone asks nobody who they are. */
class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final String PASSWORD = "Demo#2026";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI base;
    private String token = "";
    private String authorization = "";

    Visitor(URI base) {
        this.base = base;
    }

    Visitor(URI base, String who) throws Exception {
        this(base);
        String form = "username=" + who + "&password=" + PASSWORD.replace("#", "%23") + "&_csrf=" + token();
        HttpResponse<String> answer = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        String to = answer.headers().firstValue("Location").orElse("/login");
        if (to.contains("/login")) throw new IllegalStateException("cannot log in as " + who);
        token = token();
    }

    /** Another system, which sends name and password with each request and keeps no session. */
    static Visitor withPassword(URI base, String who) {
        Visitor system = new Visitor(base);
        system.authorization = "Basic "
                + Base64.getEncoder().encodeToString((who + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return system;
    }

    private String token() throws Exception {
        Matcher token = TOKEN.matcher(send(request("/login").GET()).body());
        if (!token.find()) throw new IllegalStateException("the login page has no token");
        return token.group(1);
    }

    /** Milliseconds until the last byte of the page. */
    double timed(String path) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer = send(request(path).GET());
        if (answer.statusCode() != 200) throw new IllegalStateException(path + " gave " + answer.statusCode());
        return (System.nanoTime() - start) / 1e6;
    }

    JsonNode get(String path) throws Exception {
        return read(path, send(request(path).GET()));
    }

    JsonNode post(String path, Map<String, String> form) throws Exception {
        Map<String, Object> variables = new HashMap<>();
        form.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        String body = JSON.writeValueAsString(Map.of("variables", variables));
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return read(path, send(token.isEmpty() ? request : request.header("X-CSRF-TOKEN", token)));
    }

    private JsonNode read(String path, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300)
            throw new IllegalStateException(path + " gave " + answer.statusCode() + " " + answer.body());
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}

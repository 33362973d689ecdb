package org.tiyanguan.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/** Another system over plain HTTP, with its key. */
public record Caller(int port, String key) {

    private static final ObjectMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What the hotline sends, to be changed. */
    public static Map<String, Object> hotline() {
        return new HashMap<>(Map.of(
                "kind", "PROBLEM",
                "title", "户籍窗口排队过久",
                "description", "吴女士说，取号后等了两个小时，可以打 13800138000 找她。",
                "place", "二楼A区",
                "occurredOn", "2026-02-02",
                "serviceItem", "户口迁移",
                "urgency", "URGENT",
                "channel", "HOTLINE",
                "reporterName", "吴女士",
                "reporterPhone", "13800138000"));
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    /** {@code headers} are names and values in turn. */
    public HttpResponse<String> post(Map<String, Object> finding, String... headers) {
        return send("POST", "/api/findings", write(finding), headers);
    }

    HttpResponse<String> send(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + key)
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) request.header("Content-Type", "application/json");
        if (headers.length > 0) request.headers(headers);
        return send(request.build());
    }

    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.tiyanguan;

import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Scripts that say with each request the name and password of one of the demo's people. */
@Component
@Lazy
public class Scripts {

    private final TestRestTemplate http;

    Scripts(TestRestTemplate http) {
        this.http = http;
    }

    public ResponseEntity<String> get(String user, String path) {
        return http.withBasicAuth(user, "Demo#2026").getForEntity(path, String.class);
    }

    public ResponseEntity<String> post(String user, String path, String json) {
        return send(user, HttpMethod.POST, path, json);
    }

    public ResponseEntity<String> send(String user, HttpMethod method, String path, String json) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth(user, "Demo#2026")
                .exchange(path, method, new HttpEntity<>(json, headers), String.class);
    }
}

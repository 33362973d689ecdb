package org.tiyanguan.recruitment.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.tiyanguan.recruitment.Recruiting;

/** Somebody without an account, at an address of their own; over plain HTTP, redirects are shown, not followed. */
@Component
@Lazy
@Scope("prototype")
public class Visitor {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final RestClient http;

    public Visitor(@Value("${local.server.port}") int port) {
        int n = ADDRESSES.incrementAndGet();
        http = RestClient.builder()
                .requestFactory(
                        new JdkClientHttpRequestFactory(HttpClient.newBuilder().build()))
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Accept", "text/html")
                .defaultHeader("X-Forwarded-For", "203.0.113." + n % 250)
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    public ResponseEntity<String> get(String path) {
        return http.get().uri(path).retrieve().toEntity(String.class);
    }

    public ResponseEntity<String> post(String path, Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .toEntity(String.class);
    }

    public ResponseEntity<String> post(String path, Map<String, String> fields, String fileName, byte[] photo) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        form.add("photo", new ByteArrayResource(photo) {
            @Override
            public String getFilename() {
                return fileName;
            }
        });
        return http.post()
                .uri(path)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .retrieve()
                .toEntity(String.class);
    }

    /** Opens the page and fills it in. */
    Map<String, String> filledIn(String call, String name) {
        Map<String, String> fields = new HashMap<>();
        Recruiting.person(name).forEach((key, value) -> fields.put(key, value.toString()));
        fields.put("token", token(get("/calls/" + call + "/apply").getBody()));
        return fields;
    }

    ResponseEntity<String> apply(String call, Map<String, String> fields) {
        return apply(call, fields, "photo.jpg", photo("jpg", 600, 840));
    }

    ResponseEntity<String> apply(String call, Map<String, String> fields, String fileName, byte[] photo) {
        return post("/calls/" + call + "/apply", fields, fileName, photo);
    }

    /** Asks where the application stands, with the phone of who sent it. */
    ResponseEntity<String> track(String number) {
        return track(number, "13800138000");
    }

    ResponseEntity<String> track(String number, String phone) {
        return post("/applications/track", Map.of("number", number, "mobile", phone));
    }

    static Map<String, String> mine(String number) {
        return Map.of("number", number, "mobile", "13800138000");
    }

    /** The number that an application or an objection was given. */
    static String number(ResponseEntity<String> answer) {
        assertThat(answer.getHeaders().getLocation())
                .as(answer.getStatusCode().toString())
                .isNotNull();
        return answer.getHeaders().getLocation().getQuery().replace("received=", "");
    }

    public static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) throw new IllegalStateException("the page has no token");
        return token.group(1);
    }

    public static byte[] photo(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0x9fc3e8));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

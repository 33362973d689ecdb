package org.tiyanguan.experience.record;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.tiyanguan.Browser;

/** The form of a record, as a browser reads and sends it. */
final class RecordForms {

    private RecordForms() {}

    record File(String field, byte[] content) {}

    /** Token, revision and what is typed so far. */
    static Map<String, String> fields(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        String form = page.replaceAll("(?s)<template.*?</template>", "");
        Matcher inputs = Pattern.compile("<input[^>]*>").matcher(form);
        while (inputs.find()) {
            String input = inputs.group();
            String name = attribute(input, "name");
            if (name == null || name.equals("_csrf") || name.startsWith("drop-") || input.contains("type=\"file\""))
                continue;
            boolean choice = input.contains("type=\"radio\"") || input.contains("type=\"checkbox\"");
            if (!choice || input.contains("checked"))
                fields.put(name, attribute(input, "value") == null ? "" : attribute(input, "value"));
        }
        Matcher areas = Pattern.compile("(?s)<textarea[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</textarea>")
                .matcher(form);
        while (areas.find()) fields.put(areas.group(1), areas.group(2));
        return fields;
    }

    static HttpResponse<String> send(Browser browser, String path, Map<String, String> form, File... files) {
        var body = new ByteArrayOutputStream();
        form.forEach((name, value) -> body.writeBytes(
                ("--part\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        for (File file : files) {
            body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"" + file.field
                            + "\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send("POST", path, "multipart/form-data; boundary=part", body.toByteArray());
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()));
    }

    static String path(String location) {
        return location.replaceAll("https?://[^/]+", "");
    }

    static File photo(String place, int colour) {
        BufferedImage picture = new BufferedImage(80 + colour, 60, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, colour * 7919);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new File("photos-" + place, bytes.toByteArray());
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : null;
    }
}

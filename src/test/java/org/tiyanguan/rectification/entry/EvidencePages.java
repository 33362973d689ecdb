package org.tiyanguan.rectification.entry;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.tiyanguan.Browser;

/** The pages with a case's photos and files, as people look at them and add to them. */
@Component
@Lazy
class EvidencePages {

    private static final Pattern PIECE = Pattern.compile("href=\"(/evidence/[^\"/]+/\\d+)\"");

    private final int port;

    EvidencePages(@Value("${local.server.port}") int port) {
        this.port = port;
    }

    // ----

    String see(String user, String page) {
        return Browser.of(port, user).get(page).body();
    }

    int add(String user, String page, byte[]... files) {
        return answer(user, page, files).statusCode();
    }

    HttpResponse<String> answer(String user, String page, byte[]... files) {
        var body = new ByteArrayOutputStream();
        for (byte[] file : files) {
            body.writeBytes(
                    "--part\r\nContent-Disposition: form-data; name=\"files\"; filename=\"IMG_周晓明.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return Browser.of(port, user).send("POST", page, "multipart/form-data; boundary=part", body.toByteArray());
    }

    static List<String> pieces(String page) {
        Matcher piece = PIECE.matcher(page);
        return piece.results().map(found -> found.group(1)).toList();
    }

    static byte[] photo(String format, int width, int height, int colour) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, colour * 7919);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

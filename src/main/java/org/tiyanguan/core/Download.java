package org.tiyanguan.core;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as an answer, which no browser keeps. */
public final class Download {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private Download() {}

    public static ResponseEntity<byte[]> word(byte[] content, String name) {
        return file(content, WORD, name);
    }

    public static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return answer(content, type, ContentDisposition.attachment(), name);
    }

    /** To be shown in a page. */
    public static ResponseEntity<byte[]> picture(byte[] content, MediaType type, String name) {
        return answer(content, type, ContentDisposition.inline(), name);
    }

    private static ResponseEntity<byte[]> answer(
            byte[] content, MediaType type, ContentDisposition.Builder disposition, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}

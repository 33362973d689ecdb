package org.tiyanguan.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.tiyanguan.pictures.Pictures;

/**
 * What is kept of a file that somebody sent: a picture made anew, or a document, which stays on the disk until it is
 * stored.
 */
public final class Prepared {

    private final String type;
    private final String extension;
    private final Resource content;
    private final byte @Nullable [] thumbnail;

    private Prepared(String type, String extension, Resource content, byte @Nullable [] thumbnail) {
        this.type = type;
        this.extension = extension;
        this.content = content;
        this.thumbnail = thumbnail;
    }

    static Prepared picture(byte[] content, byte[] thumbnail) {
        return new Prepared(Pictures.TYPE, "jpg", new ByteArrayResource(content), thumbnail);
    }

    static Prepared pdf(Resource sent) {
        return new Prepared(FileTypes.PDF, "pdf", sent, null);
    }

    String type() {
        return type;
    }

    String extension() {
        return extension;
    }

    byte[] content() {
        try {
            return content.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In bytes. */
    long length() {
        try {
            return content.contentLength();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null for a document. */
    byte @Nullable [] thumbnail() {
        return thumbnail;
    }
}

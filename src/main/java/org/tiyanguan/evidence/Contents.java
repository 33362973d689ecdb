package org.tiyanguan.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps contents in the database, or, if the settings name one, in a folder: a file for each content, named by its
 * hash. A file whose transaction failed stays there and belongs to nothing.
 */
@Component
class Contents {

    private final JdbcClient jdbc;
    private final Path folder;

    Contents(JdbcClient jdbc, EvidenceSettings settings) {
        this.jdbc = jdbc;
        this.folder = settings.folder();
    }

    /** What the row keeps: the content itself, or null if it is in the folder. */
    byte @Nullable [] keep(String hash, byte[] content) {
        if (folder == null) return content;
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, hash, ".part");
            Files.write(unfinished, content);
            Files.move(unfinished, folder.resolve(hash), StandardCopyOption.ATOMIC_MOVE);
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many contents are nowhere. */
    int missing() {
        return (int)
                jdbc.sql("select distinct hash from evidence where content is null").query(String.class).list().stream()
                        .filter(hash -> folder == null || !Files.isRegularFile(folder.resolve(hash)))
                        .count();
    }

    byte[] of(long id) {
        record Row(byte[] content, String hash) {}
        Row row = jdbc.sql("select content, hash from evidence where id = :id")
                .param("id", id)
                .query((found, n) -> new Row(found.getBytes("content"), found.getString("hash")))
                .single();
        if (row.content() != null) return row.content();
        try {
            return Files.readAllBytes(folder.resolve(row.hash()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

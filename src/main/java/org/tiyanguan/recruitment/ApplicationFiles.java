package org.tiyanguan.recruitment;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The photo (个人证件照) and the scan with the unit's seal (盖章扫描件) of an application; one of each. */
@Component
public class ApplicationFiles {

    public enum Kind {
        PHOTO,
        SEALED
    }

    public record Content(String type, byte[] content) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ApplicationFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the file in place of an earlier one. */
    public void put(String number, Kind kind, String type, byte[] content) {
        jdbc.sql("delete from application_file where number = :number and kind = :kind")
                .param("number", number)
                .param("kind", kind.name())
                .update();
        jdbc.sql(
                        "insert into application_file (number, kind, type, content, added_at) values (:number, :kind, :type, :content, :now)")
                .param("number", number)
                .param("kind", kind.name())
                .param("type", type)
                .param("content", content)
                .param("now", LocalDateTime.now(clock))
                .update();
    }

    public boolean has(String number, Kind kind) {
        return jdbc.sql("select count(*) from application_file where number = :number and kind = :kind")
                        .param("number", number)
                        .param("kind", kind.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public Optional<Content> find(String number, Kind kind) {
        return jdbc.sql("select type, content from application_file where number = :number and kind = :kind")
                .param("number", number)
                .param("kind", kind.name())
                .query((row, n) -> new Content(row.getString("type"), row.getBytes("content")))
                .optional();
    }
}

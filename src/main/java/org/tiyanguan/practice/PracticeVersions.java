package org.tiyanguan.practice;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.CurrentUser;

/** The texts of practices with their photos; what was published is never changed. */
@Component
public class PracticeVersions {

    /** What the centre writes. */
    public record Draft(
            String title,
            String before,
            String done,
            String effect,
            @Nullable String windows,
            boolean namesOfficer,
            List<Long> photos) {}

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    PracticeVersions(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /** Writes the draft anew, or the next text where the last one was published. */
    public void write(String practice, Draft draft) {
        PracticeText newest = newest(practice).orElse(null);
        int version = newest == null ? 1 : newest.publishedAt() == null ? newest.version() : newest.version() + 1;
        drop(practice, version);
        jdbc.sql("""
                        insert into practice_text (practice, version, title, before_text, done_text, effect_text, windows, names_officer,
                            written_by, written_at)
                        values (:practice, :version, :title, :before, :done, :effect, :windows, :named, :by, :now)""")
                .param("practice", practice)
                .param("version", version)
                .param("title", draft.title)
                .param("before", draft.before)
                .param("done", draft.done)
                .param("effect", draft.effect)
                .param("windows", draft.windows)
                .param("named", draft.namesOfficer)
                .param("by", me())
                .param("now", LocalDateTime.now(clock))
                .update();
        for (long photo : draft.photos)
            jdbc.sql(
                            "insert into practice_photo (practice, version, evidence, covered_by) values (:practice, :version, :photo, :by)")
                    .param("practice", practice)
                    .param("version", version)
                    .param("photo", photo)
                    .param("by", me())
                    .update();
    }

    /** A new text is given up, and the published one stays. */
    public void drop(String practice) {
        newest(practice).filter(text -> text.publishedAt() == null).ifPresent(text -> drop(practice, text.version()));
    }

    private void drop(String practice, int version) {
        for (String table : List.of("practice_photo", "practice_text"))
            jdbc.sql("delete from " + table + " where practice = :practice and version = :version")
                    .param("practice", practice)
                    .param("version", version)
                    .update();
    }

    public void publish(PracticeText text) {
        jdbc.sql("update practice_text set published_at = :now where practice = :practice and version = :version")
                .param("now", LocalDateTime.now(clock))
                .param("practice", text.practice())
                .param("version", text.version())
                .update();
    }

    public Optional<PracticeText> newest(String practice) {
        return one(practice, "");
    }

    public Optional<PracticeText> published(String practice) {
        return one(practice, "and published_at is not null");
    }

    private Optional<PracticeText> one(String practice, String condition) {
        return jdbc.sql("select * from practice_text where practice = :practice " + condition
                        + " order by version desc fetch first row only")
                .param("practice", practice)
                .query(PracticeText.class)
                .optional();
    }

    /** The ids of the evidence, in their order. */
    public List<Long> photos(PracticeText text) {
        return jdbc.sql(
                        "select evidence from practice_photo where practice = :practice and version = :version order by evidence")
                .param("practice", text.practice())
                .param("version", text.version())
                .query(Long.class)
                .list();
    }

    private String me() {
        return user.id().orElse("system");
    }
}

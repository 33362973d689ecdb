package org.tiyanguan.practice;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.CurrentUser;

/** Who did what in a practice; the database allows nothing but adding. */
@Component
public class PracticeHistory {

    /** {@code act} is a key of {@code practice.act}. */
    public record Event(
            LocalDateTime at,
            String actorName,
            String act,
            @Nullable String text) {}

    private static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final PracticeTexts texts;
    private final Clock clock;

    PracticeHistory(JdbcClient jdbc, CurrentUser user, PracticeTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
    }

    public void add(String number, String act, @Nullable String text) {
        jdbc.sql("""
                        insert into practice_event (number, at, actor, actor_name, act, text)
                        values (:number, :at, :actor, :name, :act, :text)""")
                .param("number", number)
                .param("at", LocalDateTime.now(clock))
                .param("actor", user.id().orElse(SYSTEM))
                .param("name", user.name().orElse(texts.of("system")))
                .param("act", act)
                .param("text", text)
                .update();
    }

    /** In the order in which it happened. */
    public List<Event> of(String number) {
        return jdbc.sql("select at, actor_name, act, text from practice_event where number = :number order by id")
                .param("number", number)
                .query(Event.class)
                .list();
    }
}

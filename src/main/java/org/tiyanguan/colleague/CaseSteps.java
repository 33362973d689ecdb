package org.tiyanguan.colleague;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.ActingFor;
import org.tiyanguan.security.CurrentUser;

/**
 * Who did what and when in a case, what colleagues did about its tasks included; the database lets nobody change it.
 */
@Component
public class CaseSteps implements CaseActors {

    /** {@code act} is a key that the feature has a label for. */
    public record Step(
            LocalDateTime at,
            String actorName,
            String act,
            @Nullable String text) {}

    private static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;
    private final CooperationTexts said;
    private final ColleagueTexts texts;
    private final ActingFor actingFor;

    CaseSteps(
            JdbcClient jdbc,
            CurrentUser user,
            Clock clock,
            CooperationTexts said,
            ColleagueTexts texts,
            ActingFor actingFor) {
        this.actingFor = actingFor;
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
        this.said = said;
        this.texts = texts;
    }

    public void add(String number, String act, @Nullable String text) {
        jdbc.sql("""
                        insert into case_history (number, at, actor, actor_name, act, text)
                        values (:number, :at, :actor, :name, :act, :text)""")
                .param("number", number)
                .param("at", LocalDateTime.now(clock))
                .param("actor", user.id().orElse(SYSTEM))
                .param("name", user.name().orElse(texts.of("system")))
                .param("act", act)
                .param("text", text)
                .update();
    }

    /** What colleagues did about a task of the case. */
    public void add(String number, Cooperation cooperation) {
        add(number, cooperation.kind().name(), said.of(cooperation));
    }

    @Override
    public boolean hasActed(String number, String account) {
        return jdbc.sql("""
                                select count(*) from case_history
                                where number = :number and actor = :account
                                and actor_name not like :deputy and act not in (:shared)""")
                        .param("number", number)
                        .param("account", account)
                        .param("deputy", actingFor.names())
                        .param("shared", Cooperation.Kind.names())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** In the order in which it happened. */
    public List<Step> of(String number) {
        return jdbc.sql("select at, actor_name, act, text from case_history where number = :number order by id")
                .param("number", number)
                .query(Step.class)
                .list();
    }
}

package org.tiyanguan.recruitment;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.colleague.CaseActors;
import org.tiyanguan.colleague.Cooperation;
import org.tiyanguan.security.ActingFor;
import org.tiyanguan.security.CurrentUser;

/**
 * Who did what and when to a call or an application. Rows are only ever added; what was written about a candidate goes
 * with the application.
 */
@Component
public class RecruitmentHistory implements CaseActors {

    /** One thing that happened. */
    public record Event(LocalDateTime at, String actorName, Step act, String text) {}

    /** What may happen; labelled in {@code messages/recruitment.properties}. */
    public enum Step {
        DRAFT,
        SUBMIT_CALL,
        WITHDRAW_CALL,
        APPROVE_CALL,
        SEND_BACK_CALL,
        OPEN_CALL,
        CLOSE_CALL,
        PUBLISH,
        END_CALL,
        RECOMMEND,
        DECLINE,
        APPLY,
        SEND_BACK,
        COMPLETE,
        ATTACH,
        LAPSE,
        PROPOSE,
        OPPOSE,
        APPROVE,
        REFUSE,
        BACK,
        OBJECTION,
        UPHOLD,
        DISMISS,
        APPOINT,
        ANSWER,
        ERASE,
        CLAIM,
        LAY_BACK,
        HAND_OVER,
        DELEGATE,
        GIVE_BACK,
        TAKE_BACK,
        ASK_OPINION,
        GIVE_OPINION,
        DROP_OPINION,
        COPY
    }

    /** Whether people outside the centre are told of it; opinions stay inside until it is decided. */
    private static final Set<Step> TOLD = Set.of(
            Step.APPLY,
            Step.RECOMMEND,
            Step.SEND_BACK,
            Step.COMPLETE,
            Step.ATTACH,
            Step.LAPSE,
            Step.APPROVE,
            Step.APPOINT,
            Step.ANSWER);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentUser user;
    private final RecruitmentTexts texts;
    private final ActingFor actingFor;

    RecruitmentHistory(JdbcClient jdbc, Clock clock, CurrentUser user, RecruitmentTexts texts, ActingFor actingFor) {
        this.actingFor = actingFor;
        this.jdbc = jdbc;
        this.clock = clock;
        this.user = user;
        this.texts = texts;
    }

    public void record(String number, Step act, String text) {
        jdbc.sql("""
                        insert into recruitment_event (number, at, actor, actor_name, act, text)
                        values (:number, :now, :actor, :actorName, :act, :text)""")
                .param("number", number)
                .param("now", LocalDateTime.now(clock))
                .param("actor", user.id().orElse("system"))
                .param(
                        "actorName",
                        user.name().orElseGet(() -> texts.of("nobody." + (act == Step.APPLY || act == Step.COMPLETE))))
                .param("act", act.name())
                .param("text", text)
                .update();
    }

    /** Leaves who did what and when; reasons, opinions and notes may say whom they are about. */
    public void forget(String number) {
        jdbc.sql("update recruitment_event set text = '' where number = :number")
                .param("number", number)
                .update();
    }

    /** The part of it that people outside the centre are told. */
    public List<Event> toldOf(String number) {
        return of(number).stream().filter(event -> TOLD.contains(event.act())).toList();
    }

    @Override
    public boolean hasActed(String number, String account) {
        return jdbc.sql("""
                                select count(*) from recruitment_event
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

    public List<Event> of(String number) {
        return jdbc.sql("select at, actor_name, act, text from recruitment_event where number = :number order by id")
                .param("number", number)
                .query(Event.class)
                .list();
    }
}

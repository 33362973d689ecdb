package org.tiyanguan.event;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.CaseOf;
import org.tiyanguan.event.Invitation.Agreement;
import org.tiyanguan.event.Invitation.Attendance;
import org.tiyanguan.event.Invitation.Party;
import org.tiyanguan.event.Invitation.Reply;
import org.tiyanguan.event.Invitation.SignIn;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.security.CurrentUser;

/** The table of who is invited to events. */
@Component
public class EventInvitations implements CaseOf {

    /** Who is to be invited; {@code category} is null for departments, units, and where there is no record of it. */
    public record Invitee(Party party, String id, @Nullable OfficerCategory category) {}

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    EventInvitations(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /** These and no others; nobody has been told yet. */
    public void choose(String event, List<Invitee> invitees) {
        jdbc.sql("delete from event_invitation where event = :event")
                .param("event", event)
                .update();
        invitees.forEach(one -> jdbc.sql("""
                        insert into event_invitation (event, party, invitee, category, reply)
                        values (:event, :party, :invitee, :category, 'OPEN')""")
                .param("event", event)
                .param("party", one.party.name())
                .param("invitee", one.id)
                .param("category", one.category == null ? null : one.category.name())
                .update());
    }

    public void compulsory(long id, boolean compulsory) {
        jdbc.sql("update event_invitation set compulsory = :compulsory where id = :id")
                .param("compulsory", compulsory)
                .param("id", id)
                .update();
    }

    /** {@code reason} is for those who do not come, {@code question} for those who ask first. */
    public void reply(long id, Reply reply, @Nullable String reason, @Nullable String question) {
        jdbc.sql("""
                        update event_invitation set reply = :reply, reason = :reason, question = coalesce(:question, question),
                            replied_by = :by, replied_at = :now where id = :id""")
                .param("reply", reply.name())
                .param("reason", reason)
                .param("question", question)
                .param("by", user.id().orElse(null))
                .param("now", LocalDateTime.now(clock))
                .param("id", id)
                .update();
    }

    /** The centre answers what was asked, and the reply is open again. */
    public void answer(long id, String answer) {
        jdbc.sql("update event_invitation set reply = 'OPEN', answer = :answer, answered_at = :now where id = :id")
                .param("answer", answer)
                .param("now", LocalDateTime.now(clock))
                .param("id", id)
                .update();
    }

    /** Everybody is asked anew, who did not leave; what was asked and answered stays. */
    public void reopen(String event) {
        jdbc.sql("""
                        update event_invitation set reply = 'OPEN', reason = null, replied_by = null, replied_at = null, answered_at = null,
                            attendance = null, signed_in_at = null, signed_in_by = null
                        where event = :event and reply <> 'LEFT'""").param("event", event).update();
    }

    public void attend(long id, Attendance attendance) {
        jdbc.sql("update event_invitation set attendance = :attendance where id = :id")
                .param("attendance", attendance.name())
                .param("id", id)
                .update();
    }

    /** Whether it is new: who has signed in stays signed in as they did. */
    public boolean signIn(long id, SignIn way) {
        return jdbc.sql("""
                        update event_invitation set attendance = 'PRESENT', signed_in_at = :now, signed_in_by = :way
                        where id = :id and signed_in_at is null""")
                        .param("now", LocalDateTime.now(clock))
                        .param("way", way.name())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Who was not there after all has not signed in. */
    public void signOut(long id) {
        jdbc.sql("update event_invitation set signed_in_at = null, signed_in_by = null where id = :id")
                .param("id", id)
                .update();
    }

    public void agree(long id, Agreement agreement, @Nullable String correction) {
        jdbc.sql("update event_invitation set agreement = :agreement, correction = :correction where id = :id")
                .param("agreement", agreement.name())
                .param("correction", correction)
                .param("id", id)
                .update();
    }

    @Override
    public String caseOf(String id) {
        return invitation(Long.parseLong(id)).event();
    }

    public Invitation invitation(long id) {
        return jdbc.sql("select * from event_invitation where id = :id")
                .param("id", id)
                .query(Invitation.class)
                .single();
    }

    /** Officers first, then departments and units, each in the order of their choice. */
    public List<Invitation> of(String event) {
        return jdbc.sql("""
                        select * from event_invitation where event = :event
                        order by case party when 'OFFICER' then 0 when 'DEPARTMENT' then 1 else 2 end, id""").param("event", event).query(Invitation.class).list();
    }

    /** Those who are invited and did not leave. */
    public List<Invitation> staying(String event) {
        return of(event).stream().filter(one -> one.reply() != Reply.LEFT).toList();
    }

    public List<Invitation> present(String event) {
        return of(event).stream().filter(Invitation::isPresent).toList();
    }

    /** The invitation of one of them, the first where there are several: an account, then its groups. */
    public Optional<Invitation> find(String event, List<String> invitees) {
        List<Invitation> all = staying(event);
        return invitees.stream()
                .flatMap(invitee -> all.stream().filter(one -> one.invitee().equals(invitee)))
                .findFirst();
    }
}

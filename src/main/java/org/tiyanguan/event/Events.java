package org.tiyanguan.event;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.CaseNumbers;
import org.tiyanguan.core.Tokens;
import org.tiyanguan.event.Event.State;
import org.tiyanguan.security.CurrentUser;

/** The table of events. */
@Component
public class Events {

    private static final int SECRET_BYTES = 32;

    /** What the centre decides about an event, but for who is invited. */
    public record Plan(
            String title,
            String place,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            LocalDateTime replyDue,
            int capacity,
            @Nullable String agenda,
            @Nullable String dayOffReason) {}

    private final JdbcClient jdbc;
    private final CaseNumbers numbers;
    private final CurrentUser user;
    private final Clock clock;

    Events(JdbcClient jdbc, CaseNumbers numbers, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.user = user;
        this.clock = clock;
    }

    /** Returns its number. */
    public String add(String title, EventKind kind) {
        String number = numbers.next("HD", 6);
        jdbc.sql("""
                        insert into event (number, state, kind, title, secret, planned_by, planned_at)
                        values (:number, 'PLAN', :kind, :title, :secret, :by, :now)""")
                .param("number", number)
                .param("kind", kind.name())
                .param("title", title)
                .param("secret", Tokens.random(SECRET_BYTES))
                .param("by", user.id().orElse("system"))
                .param("now", LocalDateTime.now(clock))
                .update();
        return number;
    }

    public void plan(String number, Plan plan) {
        jdbc.sql("""
                        update event set state = 'APPROVAL', title = :title, place = :place, starts_at = :startsAt, ends_at = :endsAt,
                            reply_due = :replyDue, capacity = :capacity, agenda = :agenda, day_off_reason = :dayOffReason
                        where number = :number""")
                .param("number", number)
                .param("title", plan.title)
                .param("place", plan.place)
                .param("startsAt", plan.startsAt)
                .param("endsAt", plan.endsAt)
                .param("replyDue", plan.replyDue)
                .param("capacity", plan.capacity)
                .param("agenda", plan.agenda)
                .param("dayOffReason", plan.dayOffReason)
                .update();
    }

    /** The leader sends the plan back. */
    public void sendBack(String number, String remark) {
        jdbc.sql("update event set state = 'PLAN', remark = :remark where number = :number")
                .param("remark", remark)
                .param("number", number)
                .update();
    }

    /** Another time, which calendars take for a newer version of the same. */
    public void postpone(String number, Times times, String reason) {
        jdbc.sql("""
                        update event set starts_at = :startsAt, ends_at = :endsAt, reply_due = :replyDue, day_off_reason = :dayOffReason,
                            reason = :reason, sequence = sequence + 1
                        where number = :number""")
                .param("startsAt", times.startsAt())
                .param("endsAt", times.endsAt())
                .param("replyDue", times.replyDue())
                .param("dayOffReason", times.dayOffReason())
                .param("reason", reason)
                .param("number", number)
                .update();
    }

    public void cancel(String number, String reason) {
        jdbc.sql(
                        "update event set state = 'CANCELLED', reason = :reason, sequence = sequence + 1, ended_at = :now where number = :number")
                .param("reason", reason)
                .param("now", LocalDateTime.now(clock))
                .param("number", number)
                .update();
    }

    public void moveTo(String number, State state) {
        boolean ends = state == State.CLOSED || state == State.DROPPED;
        jdbc.sql("update event set state = :state, ended_at = :ended where number = :number")
                .param("state", state.name())
                .param("ended", ends ? LocalDateTime.now(clock) : null)
                .param("number", number)
                .update();
    }

    public void minutes(String number, String minutes) {
        jdbc.sql("update event set minutes = :minutes where number = :number")
                .param("minutes", minutes)
                .param("number", number)
                .update();
    }

    public void minutesUntil(String number, LocalDateTime until) {
        jdbc.sql("update event set minutes_until = :until where number = :number")
                .param("until", until)
                .param("number", number)
                .update();
    }

    public Event event(String number) {
        return find(number).orElseThrow();
    }

    /** Nobody else changes it, or signs anybody in, until the transaction ends. */
    public Event lock(String number) {
        return jdbc.sql("select * from event where number = :number for update")
                .param("number", number)
                .query(Event.class)
                .single();
    }

    public Optional<Event> find(String number) {
        return jdbc.sql("select * from event where number = :number")
                .param("number", number)
                .query(Event.class)
                .optional();
    }

    /** What has a time comes first, the latest before the others; each filter may be null. */
    public List<Event> latest(@Nullable State state, @Nullable EventKind kind, int most) {
        return jdbc.sql("""
                        select * from event where (:state = '' or state = :state) and (:kind = '' or kind = :kind)
                        order by coalesce(starts_at, planned_at) desc, number desc fetch first :most rows only""")
                .param("state", state == null ? "" : state.name())
                .param("kind", kind == null ? "" : kind.name())
                .param("most", most)
                .query(Event.class)
                .list();
    }

    /** Those that begin before {@code until} and are not over at {@code from}, in their order. */
    public List<Event> between(LocalDateTime from, LocalDateTime until) {
        return jdbc.sql("""
                        select * from event where starts_at < :until and ends_at > :from and state not in ('PLAN', 'DROPPED')
                        order by starts_at, number""")
                .param("from", from)
                .param("until", until)
                .query(Event.class)
                .list();
    }

    /** Those that the invitee knows of, by the account or by one of the groups; the latest first. */
    public List<Event> known(List<String> invitees, int most) {
        if (invitees.isEmpty()) return List.of();
        return jdbc.sql("""
                        select distinct e.* from event e join event_invitation i on i.event = e.number
                        where i.invitee in (:invitees) and i.reply <> 'LEFT' and e.state not in ('PLAN', 'APPROVAL', 'DROPPED')
                        order by e.starts_at desc, e.number desc fetch first :most rows only""")
                .param("invitees", invitees)
                .param("most", most)
                .query(Event.class)
                .list();
    }
}

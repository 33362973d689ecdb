package org.tiyanguan.ledger;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.ReadOnce;
import org.tiyanguan.core.Signs;
import org.tiyanguan.core.Texts;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** Who did what and when; rows are only ever added. */
@Component
public class LedgerHistory {

    /**
     * One thing that happened; {@code partId} is null when it concerns the whole entry, {@code among} is null unless it
     * stays among the members of a group.
     */
    public record Event(
            LocalDateTime at,
            @Nullable Long partId,
            String actorName,
            ActorRole actorRole,
            Act act,
            String text,
            @Nullable String among) {

        /** Whether members of the group may know of it; those who see everything may know of all. */
        public boolean isFor(Collection<String> groups) {
            return among == null || groups.contains(among);
        }

        /** Whether the officer who reported wrote it. */
        boolean isOfficers() {
            return actorRole == ActorRole.OFFICER;
        }

        Event with(String text) {
            return new Event(at, partId, actorName, actorRole, act, text, among);
        }
    }

    private record Events(List<Event> inOrder) {

        Events {
            inOrder = List.copyOf(inOrder);
        }
    }

    public enum ActorRole {
        CENTER,
        LEADER,
        DEPARTMENT,
        OFFICER,
        CLIENT,
        SYSTEM
    }

    /** What the table takes. */
    private static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentUser user;
    private final Texts words;
    private final ReadOnce once;

    LedgerHistory(JdbcClient jdbc, Clock clock, CurrentUser user, Texts words, ReadOnce once) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.user = user;
        this.words = words;
        this.once = once;
    }

    public void record(Entry entry, Act act, String text) {
        add(entry.number(), null, act, text, null);
    }

    public void record(Part part, Act act, String text) {
        add(part.number(), part.id(), act, text, null);
    }

    /** What colleagues did among themselves; {@code partId} may be null. */
    public void recordAmong(String group, String number, @Nullable Long partId, Act act, String text) {
        add(number, partId, act, text, group);
    }

    public List<Event> of(String number) {
        return once.read(Events.class, number, () -> read(number)).inOrder();
    }

    private Events read(String number) {
        return new Events(
                jdbc.sql("""
                        select at, part_id, actor_name, actor_role, act, text, among from ledger_event
                        where number = :number order by id""").param("number", number).query(Event.class).list());
    }

    /** What was written when this last happened to the part; empty if it never did. */
    public String lastText(Part part, Act act) {
        return jdbc.sql("""
                        select text from ledger_event where part_id = :partId and act = :act
                        order by id desc fetch first row only""")
                .param("partId", part.id())
                .param("act", act.name())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void add(String number, @Nullable Long partId, Act act, String text, @Nullable String among) {
        jdbc.sql("""
                        insert into ledger_event (number, part_id, at, actor, actor_name, actor_role, act, text, among)
                        values (:number, :partId, :at, :actor, :actorName, :actorRole, :act, :text, :among)""")
                .param("number", number)
                .param("partId", partId)
                .param("at", LocalDateTime.now(clock))
                .param("actor", user.id().orElse("system"))
                .param("actorName", user.name().map(LedgerHistory::fit).orElseGet(() -> words.of("actor.system")))
                .param("actorRole", role().name())
                .param("act", act.name())
                .param("text", text)
                .param("among", among)
                .update();
        once.forget(Events.class, number);
    }

    /** An account may be named anything, which must not stop its acts. */
    private static String fit(String name) {
        return Signs.cut(name, LONGEST_NAME);
    }

    private ActorRole role() {
        if (user.id().isEmpty()) return ActorRole.SYSTEM;
        if (user.client().isPresent()) return ActorRole.CLIENT;
        if (user.is(Roles.LEADER)) return ActorRole.LEADER;
        if (!user.departments().isEmpty()) return ActorRole.DEPARTMENT;
        if (user.is(Roles.OFFICER)) return ActorRole.OFFICER;
        return ActorRole.CENTER;
    }
}

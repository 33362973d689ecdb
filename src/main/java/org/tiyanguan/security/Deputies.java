package org.tiyanguan.security;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.ReadOnce;

/**
 * Who acts today for people who are away, and what they may do for that. It follows from the days and from who is in
 * which group now: nothing has to happen for it to begin or to end. A deputy has what the absent has in the body that
 * both belong to, and nothing that these have from others: there are no chains.
 */
@Component
public class Deputies {

    private record Today(List<Absence> absences) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final People people;
    private final ReadOnce once;

    Deputies(JdbcClient jdbc, Clock clock, People people, ReadOnce once) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
        this.once = once;
    }

    /** Who acts today for somebody, none of whom is away. */
    public List<String> of(String absent) {
        return acting().filter(absence -> absent.equals(absence.absent()))
                .map(Absence::deputy)
                .toList();
    }

    /** As {@link #of}, for whoever has the role. */
    public List<String> ofRole(String group) {
        return acting().filter(absence -> group.equals(absence.roleGroup()))
                .map(Absence::deputy)
                .toList();
    }

    /** The groups, none of them the deputy's own, by whose right the deputy acts today, each with who is away. */
    public Map<String, String> lentTo(String deputy) {
        List<Absence> absences =
                acting().filter(absence -> deputy.equals(absence.deputy())).toList();
        Map<String, String> lent = new LinkedHashMap<>();
        if (absences.isEmpty()) return lent;
        List<String> own = people.groupsOf(deputy);
        for (Absence absence : absences)
            groupsOf(absence).stream()
                    .filter(group -> !own.contains(group))
                    .forEach(group -> lent.putIfAbsent(group, absence.whose()));
        return lent;
    }

    /** The accounts for which somebody acts today. */
    public List<String> absentFor(String deputy) {
        return acting().filter(absence -> deputy.equals(absence.deputy()))
                .map(Absence::absent)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Today's, of deputies who are there and belong to the body still. */
    private Stream<Absence> acting() {
        List<Absence> today = today();
        return today.stream()
                .filter(absence ->
                        today.stream().noneMatch(other -> absence.deputy().equals(other.absent())))
                .filter(absence -> !groupsOf(absence).isEmpty());
    }

    /** What an absence lends: the groups of bodies in which the deputy is, too. */
    private List<String> groupsOf(Absence absence) {
        Collection<String> bodies = Roles.bodiesOf(people.groupsOf(absence.deputy()));
        List<String> groups = absence.absent() != null
                ? people.groupsOf(absence.absent())
                : List.of(Objects.requireNonNull(absence.roleGroup()));
        return groups.stream()
                .filter(group -> Roles.bodyOf(group).filter(bodies::contains).isPresent())
                .toList();
    }

    private List<Absence> today() {
        LocalDate today = LocalDate.now(clock);
        return once.read(
                        Today.class,
                        "",
                        () -> new Today(jdbc.sql("""
                        select * from absence
                        where ended_at is null and first_day <= :today and last_day >= :today order by id""")
                                .param("today", today)
                                .query(Absence.class)
                                .list()))
                .absences();
    }

    // ---- what was said of days off, for the page of it

    public Absence absence(long id) {
        return jdbc.sql("select * from absence where id = :id")
                .param("id", id)
                .query(Absence.class)
                .single();
    }

    public boolean exists(long id) {
        return jdbc.sql("select count(*) from absence where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Those that are not over, by their days. */
    public List<Absence> open() {
        return jdbc.sql("select * from absence where ended_at is null and last_day >= :today order by first_day, id")
                .param("today", LocalDate.now(clock))
                .query(Absence.class)
                .list();
    }

    /** One at a time: whoever comes second finds what the first one said. */
    public void lock(Collection<String> accounts) {
        List<String> inOrder = new ArrayList<>(accounts);
        inOrder.sort(null);
        jdbc.sql("select id_ from act_id_user where id_ in (:accounts) order by id_ for update")
                .param("accounts", inOrder)
                .query(String.class)
                .list();
    }

    public void add(
            @Nullable String absent,
            @Nullable String role,
            String deputy,
            LocalDate from,
            LocalDate until,
            String setBy) {
        jdbc.sql("""
                        insert into absence (absent, role_group, deputy, first_day, last_day, set_by, set_at)
                        values (:absent, :role, :deputy, :from, :until, :by, :now)""")
                .param("absent", absent)
                .param("role", role)
                .param("deputy", deputy)
                .param("from", from)
                .param("until", until)
                .param("by", setBy)
                .param("now", LocalDateTime.now(clock))
                .update();
        once.forget(Today.class);
    }

    /** Whether it was open. */
    public boolean end(long id) {
        boolean ended = jdbc.sql("update absence set ended_at = :now where id = :id and ended_at is null")
                        .param("now", LocalDateTime.now(clock))
                        .param("id", id)
                        .update()
                == 1;
        once.forget(Today.class);
        return ended;
    }
}

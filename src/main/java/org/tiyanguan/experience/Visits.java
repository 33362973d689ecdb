package org.tiyanguan.experience;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.CaseOf;

/** The table of visits. */
@Component
public class Visits implements CaseOf {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Visits(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    public long invite(String assignment, String officer, boolean drawn) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into visit (assignment, officer, state, drawn, invited_at)
                        values (:assignment, :officer, 'INVITED', :drawn, :now)""")
                .param("assignment", assignment)
                .param("officer", officer)
                .param("drawn", drawn)
                .param("now", LocalDateTime.now(clock))
                .update(key, "id");
        return key.getKey().longValue();
    }

    public void moveTo(long id, Visit.State state, @Nullable String reason) {
        jdbc.sql("update visit set state = :state, reason = :reason, settled_at = :settled where id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("settled", state.isOpen() ? null : LocalDateTime.now(clock))
                .param("id", id)
                .update();
        if (!state.isOpen()) events.publishEvent(new VisitSettled(id));
    }

    /** The visit, which no other transaction can change until this one ends. */
    public Visit lock(long id) {
        return jdbc.sql("select * from visit where id = :id for update")
                .param("id", id)
                .query(Visit.class)
                .single();
    }

    @Override
    public String caseOf(String id) {
        return visit(Long.parseLong(id)).assignment();
    }

    public Visit visit(long id) {
        return find(id).orElseThrow();
    }

    public Optional<Visit> find(long id) {
        return jdbc.sql("select * from visit where id = :id")
                .param("id", id)
                .query(Visit.class)
                .optional();
    }

    /** In the order of their invitations. */
    public List<Visit> of(String assignment) {
        return jdbc.sql("select * from visit where assignment = :assignment order by id")
                .param("assignment", assignment)
                .query(Visit.class)
                .list();
    }

    public List<Visit> open(String assignment) {
        return of(assignment).stream().filter(visit -> visit.state().isOpen()).toList();
    }

    /** The newest first. */
    public List<Visit> ofOfficer(String officer) {
        return jdbc.sql("select * from visit where officer = :officer order by id desc")
                .param("officer", officer)
                .query(Visit.class)
                .list();
    }

    public List<Visit> openOf(String officer) {
        return ofOfficer(officer).stream()
                .filter(visit -> visit.state().isOpen())
                .toList();
    }

    /** Who has something to do on one of these days. */
    List<String> busy(LocalDate from, LocalDate until) {
        return jdbc.sql("""
                        select distinct v.officer from visit v join assignment a on a.number = v.assignment
                        where v.state in ('INVITED', 'ACCEPTED') and a.first_day <= :until and a.last_day >= :from""")
                .param("from", from)
                .param("until", until)
                .query(String.class)
                .list();
    }
}

package org.tiyanguan.event;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.event.Invitation.Attendance;
import org.tiyanguan.officer.Deeds;

/**
 * Counts the events of a time by whether an officer came; who stayed away from one that was not compulsory is not
 * absent.
 */
@Component
class EventDeeds implements Deeds {

    private final JdbcClient jdbc;

    EventDeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Map<String, Integer>> count(
            Collection<String> accounts, LocalDateTime from, LocalDateTime until) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        accounts.forEach(account ->
                counts.put(account, new HashMap<>(Map.of("eventsAttended", 0, "eventsExcused", 0, "eventsAbsent", 0))));
        jdbc.sql("""
                        select i.invitee, i.attendance, count(*) as events
                        from event_invitation i join event e on e.number = i.event
                        where i.invitee in (:accounts)
                            and (i.attendance in ('PRESENT', 'EXCUSED') or i.attendance = 'ABSENT' and i.compulsory)
                            and e.state in ('HELD', 'CLOSED') and e.starts_at >= :from and e.starts_at < :until
                        group by i.invitee, i.attendance""")
                .param("accounts", accounts)
                .param("from", from)
                .param("until", until)
                .query((row, line) -> Objects.requireNonNull(counts.get(row.getString("invitee")))
                        .put(name(Attendance.valueOf(row.getString("attendance"))), row.getInt("events")))
                .list();
        return counts;
    }

    private static String name(Attendance attendance) {
        return switch (attendance) {
            case PRESENT -> "eventsAttended";
            case EXCUSED -> "eventsExcused";
            default -> "eventsAbsent";
        };
    }
}

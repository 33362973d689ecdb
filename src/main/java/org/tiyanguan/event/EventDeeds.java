package org.tiyanguan.event;

import java.time.LocalDateTime;
import java.util.Map;
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
    public Map<String, Integer> count(String account, LocalDateTime from, LocalDateTime until) {
        return Map.of(
                "eventsAttended", count(Attendance.PRESENT, false, account, from, until),
                "eventsExcused", count(Attendance.EXCUSED, false, account, from, until),
                "eventsAbsent", count(Attendance.ABSENT, true, account, from, until));
    }

    private int count(
            Attendance attendance, boolean compulsory, String account, LocalDateTime from, LocalDateTime until) {
        return jdbc.sql("""
                        select count(*) from event_invitation i join event e on e.number = i.event
                        where i.invitee = :account and i.attendance = :attendance and (i.compulsory or not :compulsory)
                            and e.state in ('HELD', 'CLOSED') and e.starts_at >= :from and e.starts_at < :until""")
                .param("account", account)
                .param("attendance", attendance.name())
                .param("compulsory", compulsory)
                .param("from", from)
                .param("until", until)
                .query(Integer.class)
                .single();
    }
}

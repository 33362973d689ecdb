package org.tiyanguan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.WorkCalendar;

/**
 * Open deadlines that today's calendar would set on a later day: it was changed after they were counted, or somebody
 * set them on what has become a day off. None is moved to an earlier day: a department was told of the one it has.
 */
@Component
public class ChangedDeadlines {

    /** A part whose deadline would be at the end of that {@code day}; the title is in the public words. */
    public record Changed(Open part, LocalDate day) {}

    /** @param chosen whether somebody chose the day, so that nothing is counted */
    public record Open(
            long id,
            String number,
            String title,
            String department,
            LocalDateTime assignedAt,
            int rectifyDays,
            LocalDateTime deadline,
            boolean chosen) {}

    private static final String OPEN = """
            select p.id, p.number, e.public_title as title, p.department, p.assigned_at, p.rectify_days, p.deadline,
                exists (select 1 from ledger_event v
                    where v.part_id = p.id and v.act in ('EXTENSION_GRANT', 'RESCHEDULE')) as chosen
            from rectification_part p join ledger_entry e on e.number = p.number
            where\s""" + PartState.open("p");

    private final JdbcClient jdbc;
    private final WorkCalendar calendar;
    private final Clock clock;

    ChangedDeadlines(JdbcClient jdbc, WorkCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The earliest deadline first. */
    public List<Changed> all() {
        return changed(
                jdbc.sql(OPEN + " order by p.deadline, p.id").query(Open.class).list());
    }

    /** Those of one entry. */
    public List<Changed> of(String number) {
        return changed(jdbc.sql(OPEN + " and p.number = :number order by p.id")
                .param("number", number)
                .query(Open.class)
                .list());
    }

    private List<Changed> changed(List<Open> open) {
        return open.stream()
                .flatMap(part -> later(part).map(day -> new Changed(part, day)).stream())
                .toList();
    }

    private Optional<LocalDate> later(Open part) {
        LocalDateTime counted =
                part.chosen ? workday(part.deadline) : calendar.deadline(part.assignedAt, part.rectifyDays);
        return counted.isAfter(part.deadline) && counted.isAfter(LocalDateTime.now(clock))
                ? Optional.of(counted.toLocalDate())
                : Optional.empty();
    }

    /** The same, or where that is on a day off the next close of business. */
    private LocalDateTime workday(LocalDateTime deadline) {
        LocalDate day = deadline.toLocalDate();
        return calendar.isWorkday(day) ? deadline : calendar.endOfBusiness(calendar.plusWorkdays(day, 1));
    }
}

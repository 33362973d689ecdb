package org.tiyanguan.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** The morning's list of what is overdue and what is due within two working days, for each department and the centre. */
@ForModels
@Component("overdueDigest")
@Transactional
public class OverdueDigest {

    private static final int SOON = 2;
    /** What fits a notice; the rest is a click away in the ledger. */
    private static final int MOST_ROWS = 20;

    private record Row(String number, String title, String department, LocalDateTime deadline) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WorkCalendar calendar;
    private final Notices notices;
    private final People people;
    private final Words words;

    OverdueDigest(
            JdbcClient jdbc, Clock clock, WorkCalendar calendar, Notices notices, People people, Words words) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.calendar = calendar;
        this.notices = notices;
        this.people = people;
        this.words = words;
    }

    /** The groups that have something to be told. */
    public List<String> recipients() {
        List<Row> rows = rows();
        List<String> groups = rows.stream().map(row -> Roles.department(row.department())).distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        if (!rows.isEmpty()) groups.add(Roles.CENTER);
        return groups;
    }

    public void send(String group) {
        List<Row> rows = rows().stream()
                .filter(row -> group.equals(Roles.CENTER) || group.equals(Roles.department(row.department())))
                .toList();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("overdueCount", String.valueOf(rows.stream().filter(this::overdue).count()));
        facts.put("soonCount", String.valueOf(rows.stream().filter(row -> !overdue(row)).count()));
        String list = rows.stream().limit(MOST_ROWS).map(row -> line(row, group)).collect(Collectors.joining("\n"));
        facts.put("text", rows.size() <= MOST_ROWS ? list : list + "\n" + words.of("digest.more", rows.size() - MOST_ROWS));
        notices.toGroup(group, "digest", null, facts);
    }

    private List<Row> rows() {
        LocalDateTime soon = calendar.endOfBusiness(calendar.plusWorkdays(now().toLocalDate(), SOON));
        return jdbc.sql(
                        """
                        select e.number, e.public_title as title, p.department, p.deadline
                        from rectification_part p join ledger_entry e on e.number = p.number
                        where %s and p.deadline <= :soon
                        order by p.deadline, e.number""".formatted(PartState.open("p")))
                .param("soon", soon)
                .query(Row.class)
                .list();
    }

    private String line(Row row, String group) {
        String department = group.equals(Roles.CENTER)
                ? people.department(row.department()).map(People.Department::name).orElse(row.department()) + " "
                : "";
        int days = calendar.workdaysBetween(now().toLocalDate(), row.deadline().toLocalDate());
        return "%s %s%s（%s，%s）"
                .formatted(row.number(), department, row.title(), words.time(row.deadline()), left(row, days));
    }

    private String left(Row row, int days) {
        if (overdue(row)) return words.of("digest.overdue", Math.max(1, -days));
        return days == 0 ? words.of("digest.today") : words.of("digest.left", days);
    }

    private boolean overdue(Row row) {
        return row.deadline().isBefore(now());
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}

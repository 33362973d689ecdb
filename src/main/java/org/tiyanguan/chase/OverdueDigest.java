package org.tiyanguan.chase;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.security.Roles;
import org.tiyanguan.staffing.UnattendedTasks;

/**
 * The morning's lists of what is overdue and what is due within two working days: each group's and each person's own,
 * the leader's with what the centre is late with, and the centre's of everything, with what nobody can do.
 */
@ForModels
@Component("overdueDigest")
@Transactional
public class OverdueDigest {

    /** Stands for all who have a task alone, officers for instance: each gets a list of their own. */
    private static final String PEOPLE = "people";

    /** The templates: for those who find all of it in the ledger too, and for others. */
    static final String LEDGERS = "digest";

    static final String OWN = "digest-own";

    private static final int SOON = 2;

    /** What fits a notice; the rest is a click away. */
    private static final int MOST_ROWS = 20;

    private final DueTasks tasks;
    private final UnattendedTasks unattended;
    private final DigestLines lines;
    private final WorkCalendar calendar;
    private final Notices notices;
    private final Clock clock;

    OverdueDigest(
            DueTasks tasks,
            UnattendedTasks unattended,
            DigestLines lines,
            WorkCalendar calendar,
            Notices notices,
            Clock clock) {
        this.tasks = tasks;
        this.unattended = unattended;
        this.lines = lines;
        this.calendar = calendar;
        this.notices = notices;
        this.clock = clock;
    }

    /** The groups that have something to be told, and {@code people}. */
    public List<String> recipients() {
        List<Due> all = all();
        Set<String> recipients = new LinkedHashSet<>();
        all.forEach(due -> recipients.addAll(due.groups()));
        if (!all.isEmpty() || !unattended.all().isEmpty()) recipients.add(Roles.CENTER);
        if (all.stream().anyMatch(this::isLeaders)) recipients.add(Roles.LEADER);
        if (all.stream().anyMatch(due -> due.groups().isEmpty())) recipients.add(PEOPLE);
        return List.copyOf(recipients);
    }

    public void send(String recipient) {
        List<Due> all = all();
        switch (recipient) {
            case Roles.CENTER -> notices.toGroup(recipient, LEDGERS, null, facts(all, recipient, unattended.lines()));
            case Roles.LEADER -> notices.toGroup(recipient, LEDGERS, null, facts(all, recipient, this::isLeaders));
            case PEOPLE ->
                all.stream()
                        .filter(due -> due.groups().isEmpty())
                        .map(Due::assignee)
                        .filter(Objects::nonNull)
                        .distinct()
                        .forEach(one -> notices.toUser(
                                one,
                                OWN,
                                null,
                                facts(all, recipient, due -> due.groups().isEmpty() && one.equals(due.assignee()))));
            default ->
                notices.toGroup(
                        recipient,
                        Roles.isDepartment(recipient) ? LEDGERS : OWN,
                        null,
                        facts(all, recipient, due -> due.isOf(recipient)));
        }
    }

    /** The leader decides, and answers for what the centre is late with. */
    private boolean isLeaders(Due due) {
        return due.isOf(Roles.LEADER) || due.isOf(Roles.CENTER) && lines.isOverdue(due);
    }

    private Map<String, String> facts(List<Due> all, String reader, Predicate<Due> own) {
        return facts(all.stream().filter(own).toList(), reader, List.of());
    }

    private Map<String, String> facts(List<Due> due, String reader, List<String> nobodys) {
        Map<String, String> facts = new LinkedHashMap<>();
        long overdue = due.stream().filter(lines::isOverdue).count();
        facts.put("overdueCount", String.valueOf(overdue));
        facts.put("soonCount", String.valueOf(due.size() - overdue));
        if (!nobodys.isEmpty()) facts.put("nobodysCount", String.valueOf(nobodys.size()));
        List<String> text = new ArrayList<>(
                cut(due.stream().map(one -> lines.of(one, reader)).toList()));
        if (!nobodys.isEmpty()) text.add(lines.nobodys());
        text.addAll(cut(nobodys));
        facts.put("text", String.join("\n", text));
        return facts;
    }

    private List<String> cut(List<String> rows) {
        if (rows.size() <= MOST_ROWS) return rows;
        List<String> most = new ArrayList<>(rows.subList(0, MOST_ROWS));
        most.add(lines.more(rows.size() - MOST_ROWS));
        return most;
    }

    private List<Due> all() {
        return tasks.all(calendar.endOfBusiness(
                calendar.plusWorkdays(LocalDateTime.now(clock).toLocalDate(), SOON)));
    }
}

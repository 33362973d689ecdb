package org.tiyanguan.event.schedule;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Guests;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.security.Roles;

/**
 * What somebody has in a span of time: events, visits, and tasks by their due dates. It says what is to be done and
 * never who reported, for it is read by calendars that keep it elsewhere.
 */
@Component
@Transactional(readOnly = true)
class Schedule {

    /** More tasks at once fill no calendar, but a page. */
    private static final int MOST_TASKS = 200;

    private static final int MOST_EVENTS = 500;

    enum Kind {
        EVENT,
        VISIT,
        TASK
    }

    /**
     * {@code end} is null for what has a day or a moment only; {@code id} stays the same while it is the same thing.
     */
    record Line(
            Kind kind,
            String id,
            LocalDateTime start,
            @Nullable LocalDateTime end,
            String text,
            String path,
            @Nullable Event event) {}

    private final Events events;
    private final Guests guests;
    private final Assignments assignments;
    private final Visits visits;
    private final CaseTasks tasks;
    private final EventTexts texts;

    Schedule(Events events, Guests guests, Assignments assignments, Visits visits, CaseTasks tasks, EventTexts texts) {
        this.events = events;
        this.guests = guests;
        this.assignments = assignments;
        this.visits = visits;
        this.tasks = tasks;
        this.texts = texts;
    }

    /** In their order; of {@code from} until before {@code until}. */
    List<Line> of(String account, List<String> groups, LocalDateTime from, LocalDateTime until) {
        boolean all = groups.contains(Roles.CENTER) || groups.contains(Roles.LEADER);
        boolean officer = groups.contains(Roles.OFFICER);
        List<Line> lines = new ArrayList<>();
        events(account, groups, all, officer, from, until).forEach(lines::add);
        if (all) assignments(from, until).forEach(lines::add);
        else if (officer) visits(account, from, until).forEach(lines::add);
        tasks.dueBetween(from, until, account, groups, MOST_TASKS).forEach(task -> lines.add(task(task)));
        return lines.stream().sorted(Comparator.comparing(Line::start)).toList();
    }

    private Stream<Line> events(
            String account,
            List<String> groups,
            boolean all,
            boolean officer,
            LocalDateTime from,
            LocalDateTime until) {
        List<String> invitees = officer
                ? List.of(account)
                : groups.stream()
                        .filter(group -> Roles.isDepartment(group) || Roles.isUnit(group))
                        .toList();
        List<Event> found = all
                ? events.between(from, until)
                : events.known(invitees, MOST_EVENTS).stream()
                        .filter(one -> one.begin().isBefore(until) && one.end().isAfter(from))
                        .toList();
        return found.stream().map(one -> {
            String title =
                    all || officer ? one.title() : guests.in(one.number()).text(one.title());
            String text = one.state() == Event.State.CANCELLED ? texts.of("schedule.cancelled", title) : title;
            String path = (officer && !all ? "/officer/events/" : "/events/") + one.number();
            return new Line(Kind.EVENT, one.number(), one.begin(), one.end(), text, path, one);
        });
    }

    /** The last days of what officers are out for. */
    private Stream<Line> assignments(LocalDateTime from, LocalDateTime until) {
        return assignments.newest(Assignment.State.RUNNING, MOST_EVENTS).stream()
                .filter(one -> isWithin(one, from, until))
                .map(one -> line(one, "/assignments/" + one.number()));
    }

    private Stream<Line> visits(String account, LocalDateTime from, LocalDateTime until) {
        return visits.ofOfficer(account).stream()
                .filter(visit -> visit.state().isOpen())
                .flatMap(visit -> ofVisit(visit, from, until));
    }

    private Stream<Line> ofVisit(Visit visit, LocalDateTime from, LocalDateTime until) {
        return Stream.of(assignments.assignment(visit.assignment()))
                .filter(one -> isWithin(one, from, until))
                .map(one -> line(one, "/officer/tasks/" + visit.id()));
    }

    private Line line(Assignment one, String path) {
        return new Line(
                Kind.VISIT,
                one.number(),
                one.end().atStartOfDay(),
                null,
                texts.of("schedule.visit", one.title()),
                path,
                null);
    }

    private static boolean isWithin(Assignment one, LocalDateTime from, LocalDateTime until) {
        LocalDateTime day = one.end().atStartOfDay();
        return !day.isBefore(from) && day.isBefore(until);
    }

    private Line task(CaseTask task) {
        String number = task.number() == null ? "" : task.number();
        return new Line(
                Kind.TASK,
                task.id(),
                Objects.requireNonNull(task.due(), "asked for by its due date"),
                null,
                texts.of("schedule.task", task.name(), number),
                "/camunda/app/tasklist/default/#/?task=" + task.id(),
                null);
    }
}

package org.tiyanguan.experience.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.core.Moments;
import org.tiyanguan.engine.BeginsCase;
import org.tiyanguan.engine.ForAssignee;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Assignment.State;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.Checklists;
import org.tiyanguan.experience.Draw;
import org.tiyanguan.experience.ExperienceRecord;
import org.tiyanguan.experience.ExperienceSettings;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.RecordFiling;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.VisitKind;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.officer.ExperienceMode;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** What {@code experience.bpmn} calls: an assignment from its plan to its end, and each officer's part of it. */
@ForModels
@Component("experience")
@Transactional
public class Experience {

    private final Assignments assignments;
    private final Visits visits;
    private final Records records;
    private final RecordFiling filing;
    private final Checklists checklists;
    private final Draw draw;
    private final ExperienceNotices notices;
    private final ExperienceSettings settings;
    private final WorkCalendar calendar;
    private final People people;
    private final Clock clock;
    private final ObjectMapper json;
    private final ExperienceTexts texts;

    Experience(
            Assignments assignments,
            Visits visits,
            Records records,
            RecordFiling filing,
            Checklists checklists,
            Draw draw,
            ExperienceNotices notices,
            ExperienceSettings settings,
            WorkCalendar calendar,
            People people,
            Clock clock,
            ObjectMapper json,
            ExperienceTexts texts) {
        this.assignments = assignments;
        this.visits = visits;
        this.records = records;
        this.filing = filing;
        this.checklists = checklists;
        this.draw = draw;
        this.notices = notices;
        this.settings = settings;
        this.calendar = calendar;
        this.people = people;
        this.clock = clock;
        this.json = json;
        this.texts = texts;
    }

    // ---- the plan

    public Date centerDue() {
        return date(calendar.deadline(LocalDateTime.now(clock), settings.centerDays()));
    }

    /** Returns the assignment's number. */
    @BeginsCase
    public String register(String title, String mode) {
        return assignments.add(title.strip(), ExperienceMode.valueOf(mode));
    }

    public String title(@OwnCase String number) {
        return assignments.assignment(number).title();
    }

    /** The centre sends officers out, or drops the plan. Officers that it names are invited at once. */
    public void plan(@OwnCase String number, String plan, Map<String, Object> form) {
        if (plan.equals("WITHDRAW")) {
            assignments.settle(number, State.WITHDRAWN);
            return;
        }
        LocalDate firstDay = LocalDate.parse(text(form, "firstDay"));
        LocalDate lastDay = LocalDate.parse(text(form, "lastDay"));
        if (firstDay.isBefore(LocalDate.now(clock))) throw texts.refusal("firstDay", "first-day");
        if (lastDay.isBefore(firstDay)) throw texts.refusal("lastDay", "last-day");
        if (text(form, "place") == null && text(form, "serviceItem") == null) throw texts.refusal("place", "place");
        Checklists.Checklist checklist = checklists
                .find(Long.parseLong(text(form, "checklist")))
                .orElseThrow(() -> texts.refusal("checklist", "checklist.gone"));
        boolean drawn = text(form, "choice").equals("DRAWN");
        assignments.plan(
                number,
                new Assignments.Plan(
                        text(form, "title"),
                        VisitKind.valueOf(text(form, "visitKind")),
                        text(form, "department"),
                        text(form, "place"),
                        text(form, "serviceItem"),
                        text(form, "instruction"),
                        checklist.items(),
                        firstDay,
                        lastDay,
                        drawn ? ((Number) form.get("count")).intValue() : null));
        if (!drawn) name(number, list(form.get("officers")));
    }

    private void name(String number, List<String> officers) {
        Assignment assignment = assignments.assignment(number);
        if (officers.isEmpty()) throw texts.refusal("officers", "nobody");
        for (String officer : officers) {
            if (!people.isMember(officer, Roles.OFFICER))
                throw texts.refusal("officers", "left", people.nameOf(officer));
            if (draw.hasTie(officer, assignment.department()))
                throw texts.refusal("officers", "tie", people.nameOf(officer));
            visits.invite(number, officer, false);
        }
    }

    /** Draws officers where the centre did not name them, and tells all of them. */
    public void invite(@OwnCase String number) {
        Assignment assignment = assignments.assignment(number);
        if (assignment.draws() != null) {
            List<String> drawn = draw.draw(assignment, assignment.draws());
            if (drawn.size() < assignment.draws()) throw texts.refusal("count", "too-few", drawn.size());
            drawn.forEach(officer -> visits.invite(number, officer, true));
        }
        assignments.run(number);
        visits.of(number).forEach(visit -> notices.invited(assignment, visit.officer()));
    }

    // ---- an officer's part

    public List<Long> visits(@OwnCase String number) {
        return visits.of(number).stream().map(Visit::id).toList();
    }

    /** The account of the visit's officer. */
    @ForAssignee
    public String officer(@OwnCase(Visits.class) long visit) {
        return visits.visit(visit).officer();
    }

    /** The end of the last day: officers write in the evening. */
    public Date lastMoment(@OwnCase String number) {
        return date(assignments.assignment(number).lastDay().plusDays(1).atStartOfDay());
    }

    /** Some working days before the last day, but not before the first. */
    public Date remindAt(@OwnCase String number) {
        Assignment assignment = assignments.assignment(number);
        LocalDateTime reminder = calendar.reminder(assignment.lastDay().atStartOfDay(), settings.remindDays());
        LocalDateTime earliest = calendar.startOfBusiness(assignment.firstDay());
        return date(reminder.isBefore(earliest) ? earliest : reminder);
    }

    /** {@code reason} is for those who decline. */
    public void reply(@OwnCase(Visits.class) long visit, String reply, String reason) {
        if (reply.equals("YES")) visits.moveTo(visit, Visit.State.ACCEPTED, null);
        else {
            visits.moveTo(visit, Visit.State.DECLINED, reason.strip());
            Visit declined = visits.visit(visit);
            notices.declined(assignments.assignment(declined.assignment()), declined.officer(), declined.reason());
        }
    }

    /** Draws another officer for one who was drawn and declined; the new visit, or null. */
    public Long replace(@OwnCase(Visits.class) long visit) {
        Visit declined = visits.visit(visit);
        if (!declined.drawn()) return null;
        Assignment assignment = assignments.assignment(declined.assignment());
        return draw.draw(assignment, 1).stream()
                .findFirst()
                .map(officer -> {
                    notices.invited(assignment, officer);
                    return visits.invite(assignment.number(), officer, true);
                })
                .orElse(null);
    }

    /** @throws org.tiyanguan.core.Refusal if there is no record that may be sent */
    public void checkRecord(@OwnCase(Visits.class) long visit) {
        filing.check(record(visit), items(visit));
    }

    public List<Integer> findings(@OwnCase(Visits.class) long visit) {
        return filing.findings(record(visit));
    }

    /** Starts the rectification of one finding. */
    public void report(@OwnCase(Visits.class) long visit, int finding) {
        filing.report(record(visit), finding);
    }

    public void keepRecord(@OwnCase(Visits.class) long visit) {
        filing.keep(record(visit), items(visit));
        visits.moveTo(visit, Visit.State.SENT, null);
    }

    // ---- the end

    public void remind(@OwnCase String number) {
        visits.open(number).forEach(visit -> notices.remind(assignments.assignment(number), visit.officer()));
    }

    public void lapse(@OwnCase String number) {
        visits.open(number).forEach(visit -> {
            visits.moveTo(visit.id(), Visit.State.LAPSED, null);
            notices.lapsed(assignments.assignment(number), visit.officer());
        });
    }

    /** For the reason that the assignment says. */
    public void withdraw(@OwnCase String number) {
        String reason = assignments.assignment(number).reason();
        visits.open(number).forEach(visit -> {
            visits.moveTo(visit.id(), Visit.State.WITHDRAWN, reason);
            notices.withdrawn(assignments.assignment(number), visit.officer(), reason);
        });
        assignments.settle(number, State.WITHDRAWN);
    }

    public void end(@OwnCase String number) {
        assignments.settle(number, State.ENDED);
        List<Visit> all = visits.of(number);
        notices.ended(
                assignments.assignment(number),
                all.stream().filter(visit -> visit.state() == Visit.State.SENT).count(),
                all.size());
    }

    private ExperienceRecord record(long visit) {
        return records.ofVisit(visit).orElseThrow(() -> texts.refusal(null, "no-record"));
    }

    private List<String> items(long visit) {
        return assignments.assignment(visits.visit(visit).assignment()).itemList();
    }

    private List<String> list(Object value) {
        if (value == null) return List.of();
        try {
            return json.readValue(value.toString(), new TypeReference<List<String>>() {}).stream()
                    .distinct()
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Null for what was left empty. */
    private static String text(Map<String, Object> form, String key) {
        Object value = form.get(key);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    private Date date(LocalDateTime time) {
        return Moments.date(time, clock);
    }
}

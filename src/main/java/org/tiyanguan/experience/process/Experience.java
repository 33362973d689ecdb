package org.tiyanguan.experience.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.tiyanguan.experience.Draw;
import org.tiyanguan.experience.ExperienceSettings;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.LookBacks;
import org.tiyanguan.experience.Surveys;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.officer.ExperienceMode;
import org.tiyanguan.officer.Terms;

/** What {@code experience.bpmn} calls: an assignment from its plan to its end, and each officer's part of it. */
@ForModels
@Component("experience")
@Transactional
public class Experience {

    private final Assignments assignments;
    private final Visits visits;
    private final Surveys surveys;
    private final VisitRecords records;
    private final AssignmentPlanning planning;
    private final Draw draw;
    private final LookBacks lookBacks;
    private final Terms terms;
    private final ExperienceNotices notices;
    private final ExperienceSettings settings;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final ExperienceTexts texts;

    Experience(
            Assignments assignments,
            Visits visits,
            Surveys surveys,
            VisitRecords records,
            AssignmentPlanning planning,
            Draw draw,
            LookBacks lookBacks,
            Terms terms,
            ExperienceNotices notices,
            ExperienceSettings settings,
            WorkCalendar calendar,
            Clock clock,
            ExperienceTexts texts) {
        this.assignments = assignments;
        this.visits = visits;
        this.surveys = surveys;
        this.records = records;
        this.planning = planning;
        this.draw = draw;
        this.lookBacks = lookBacks;
        this.terms = terms;
        this.notices = notices;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
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
        if (plan.equals("WITHDRAW")) assignments.settle(number, State.WITHDRAWN);
        else planning.plan(number, form);
    }

    /** Draws officers where the centre did not name them, and tells all of them. */
    public void invite(@OwnCase String number) {
        Assignment assignment = assignments.assignment(number);
        if (assignment.draws() != null) planning.draw(assignment, assignment.draws());
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
        return date(assignments.assignment(number).end().plusDays(1).atStartOfDay());
    }

    /** Some working days before the last day, but not before the first. */
    public Date remindAt(@OwnCase String number) {
        Assignment assignment = assignments.assignment(number);
        LocalDateTime reminder = calendar.reminder(assignment.end().atStartOfDay(), settings.remindDays());
        LocalDateTime earliest = calendar.startOfBusiness(assignment.begin());
        return date(reminder.isBefore(earliest) ? earliest : reminder);
    }

    /** {@code reason} is for those who decline. */
    public void reply(@OwnCase(Visits.class) long visit, String reply, String reason) {
        if (reply.equals("YES")) {
            terms.mustServe(visits.visit(visit).officer());
            visits.moveTo(visit, Visit.State.ACCEPTED, null);
            if (mode(visit) == ExperienceMode.SURVEY) surveys.open(visit);
        } else {
            String why = reason.strip();
            visits.moveTo(visit, Visit.State.DECLINED, why);
            Visit declined = visits.visit(visit);
            notices.declined(assignments.assignment(declined.assignment()), declined.officer(), why);
        }
    }

    /** Takes the visit from an officer whose term has ended. */
    public void release(@OwnCase(Visits.class) long visit) {
        Visit left = visits.visit(visit);
        visits.moveTo(visit, Visit.State.WITHDRAWN, texts.of("left"));
        notices.left(assignments.assignment(left.assignment()), left.officer());
    }

    /**
     * Draws another officer for one who was drawn and declined, or whose term has ended; the new visit, or null. In the
     * place of somebody named who declined, the centre names another.
     */
    public @Nullable Long replace(@OwnCase(Visits.class) long visit) {
        Visit gone = visits.visit(visit);
        if (gone.state() == Visit.State.DECLINED && !gone.drawn()) return null;
        Assignment assignment = assignments.assignment(gone.assignment());
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
        records.check(visit);
    }

    public List<Integer> findings(@OwnCase(Visits.class) long visit) {
        return records.findings(visit);
    }

    /** Starts the rectification of one finding. */
    public void report(@OwnCase(Visits.class) long visit, int finding) {
        records.report(visit, finding);
    }

    public void keepRecord(@OwnCase(Visits.class) long visit) {
        records.keep(visit);
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

    /** Calls all off who have not sent their record, for the reason that stands in the assignment. */
    public void withdraw(@OwnCase String number) {
        String reason = Objects.requireNonNull(assignments.assignment(number).reason(), "not withdrawn");
        visits.open(number).forEach(visit -> {
            visits.moveTo(visit.id(), Visit.State.WITHDRAWN, reason);
            notices.withdrawn(assignments.assignment(number), visit.officer(), reason);
        });
        assignments.settle(number, State.WITHDRAWN);
        String lookBack = assignments.assignment(number).lookBack();
        if (lookBack != null) lookBacks.settle(lookBack);
    }

    public void end(@OwnCase String number) {
        assignments.settle(number, State.ENDED);
        List<Visit> all = visits.of(number);
        notices.ended(
                assignments.assignment(number),
                all.stream().filter(visit -> visit.state() == Visit.State.SENT).count(),
                all.size());
    }

    private ExperienceMode mode(long visit) {
        return assignments.assignment(visits.visit(visit).assignment()).mode();
    }

    private Date date(LocalDateTime time) {
        return Moments.date(time, clock);
    }
}

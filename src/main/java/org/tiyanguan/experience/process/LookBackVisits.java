package org.tiyanguan.experience.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.Draw;
import org.tiyanguan.experience.ExperienceSettings;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.LookBacks;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.security.People;

/**
 * What {@code experience.bpmn} calls where an assignment looks back on a closed entry: who goes, another officer than
 * those who reported.
 */
@ForModels
@Component("lookBack")
@Transactional
public class LookBackVisits {

    private final Assignments assignments;
    private final Visits visits;
    private final LookBacks lookBacks;
    private final Draw draw;
    private final People people;
    private final ExperienceNotices notices;
    private final ExperienceSettings settings;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final ExperienceTexts texts;

    LookBackVisits(
            Assignments assignments,
            Visits visits,
            LookBacks lookBacks,
            Draw draw,
            People people,
            ExperienceNotices notices,
            ExperienceSettings settings,
            WorkCalendar calendar,
            Clock clock,
            ExperienceTexts texts) {
        this.assignments = assignments;
        this.visits = visits;
        this.lookBacks = lookBacks;
        this.draw = draw;
        this.people = people;
        this.notices = notices;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
        this.texts = texts;
    }

    /** Draws one officer; whether there was one. */
    public boolean draw(@OwnCase String number) {
        List<String> drawn = draw.draw(assignments.assignment(number), 1);
        drawn.forEach(officer -> visits.invite(number, officer, true));
        return !drawn.isEmpty();
    }

    /** Tells the centre that nobody could be drawn. */
    public void awaitPlan(@OwnCase String number) {
        notices.nobodyToLookBack(assignments.assignment(number));
    }

    /** The centre names somebody after all, from today on, or has nobody look. */
    public void plan(@OwnCase String number, String plan, @Nullable String officer, @Nullable String dropReason) {
        Assignment assignment = assignments.assignment(number);
        String entry = assignment.lookedBackOn();
        if (plan.equals("DROP")) {
            assignments.reason(number, String.valueOf(dropReason).strip());
            assignments.settle(number, Assignment.State.WITHDRAWN);
            lookBacks.settle(entry);
            return;
        }
        String chosen = String.valueOf(officer);
        LocalDate today = LocalDate.now(clock);
        LocalDate last = calendar.plusWorkdays(today, settings.lookBackVisitDays());
        if (!draw.isInOffice(chosen, today, last))
            throw texts.refusal("officer", "not-in-office", people.nameOf(chosen));
        if (draw.keepsAway(chosen, assignment)) throw texts.refusal("officer", "tie", people.nameOf(chosen));
        assignments.reschedule(number, today, last);
        visits.invite(number, chosen, false);
    }
}

package org.tiyanguan.experience.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import org.tiyanguan.experience.VisitKind;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.officer.ExperienceMode;
import org.tiyanguan.security.People;

/**
 * What {@code experience.bpmn} calls where an assignment looks back on a closed entry: who goes, another officer than
 * those who reported. They read of the entry what departments may read.
 */
@ForModels
@Component("lookBack")
@Transactional
public class LookBackVisits {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_PLACE = 120;
    private static final int LONGEST_INSTRUCTION = 1000;

    private static final Set<Topic> ONLINE = Set.of(Topic.WEB_PAGE, Topic.GUIDE, Topic.CHANNEL);

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

    /** Plans an assignment of which the checklist asks about the entry; returns its number. */
    String assign(Entry entry) {
        boolean online = entry.topic() != null && ONLINE.contains(entry.topic());
        String number =
                assignments.add(title(entry), online ? ExperienceMode.ONLINE : ExperienceMode.ON_SITE, entry.number());
        plan(number, entry);
        return number;
    }

    private String title(Entry entry) {
        return cut(texts.of("look-back.title", entry.publicText().title()), LONGEST_TITLE);
    }

    private void plan(String number, Entry entry) {
        LocalDate today = LocalDate.now(clock);
        assignments.plan(
                number,
                new Assignments.Plan(
                        title(entry),
                        VisitKind.UNANNOUNCED,
                        lookBacks.departments(entry.number()).stream()
                                .findFirst()
                                .orElse(null),
                        cut(entry.publicText().place(), LONGEST_PLACE),
                        cut(entry.publicText().serviceItem(), LONGEST_PLACE),
                        cut(texts.of("look-back.instruction", entry.publicText().description()), LONGEST_INSTRUCTION),
                        String.join("\n", texts.of("look-back.gone"), texts.of("look-back.same")),
                        today,
                        calendar.plusWorkdays(today, settings.lookBackVisitDays()),
                        null));
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

    /** Not within a sign of two. */
    private static String cut(String text, int most) {
        if (text.length() <= most) return text;
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}

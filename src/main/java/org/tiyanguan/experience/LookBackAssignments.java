package org.tiyanguan.experience;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.core.Signs;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.officer.ExperienceMode;

/** Plans the assignments that look back on closed entries, of which they tell what departments may read. */
@Component
public class LookBackAssignments {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_PLACE = 120;
    private static final int LONGEST_INSTRUCTION = 1000;

    private static final Set<Topic> ONLINE = Set.of(Topic.WEB_PAGE, Topic.GUIDE, Topic.CHANNEL);

    private final Assignments assignments;
    private final LookBacks lookBacks;
    private final ExperienceSettings settings;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final ExperienceTexts texts;

    LookBackAssignments(
            Assignments assignments,
            LookBacks lookBacks,
            ExperienceSettings settings,
            WorkCalendar calendar,
            Clock clock,
            ExperienceTexts texts) {
        this.assignments = assignments;
        this.lookBacks = lookBacks;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
        this.texts = texts;
    }

    /** Plans an assignment of which the checklist asks about the entry; returns its number. */
    public String assign(Entry entry) {
        boolean online = entry.topic() != null && ONLINE.contains(entry.topic());
        String number =
                assignments.add(title(entry), online ? ExperienceMode.ONLINE : ExperienceMode.ON_SITE, entry.number());
        plan(number, entry);
        return number;
    }

    private String title(Entry entry) {
        return Signs.cut(texts.of("look-back.title", entry.publicText().title()), LONGEST_TITLE);
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
                        Signs.cut(entry.publicText().place(), LONGEST_PLACE),
                        Signs.cut(entry.publicText().serviceItem(), LONGEST_PLACE),
                        Signs.cut(
                                texts.of(
                                        "look-back.instruction",
                                        entry.publicText().description()),
                                LONGEST_INSTRUCTION),
                        String.join("\n", texts.of("look-back.gone"), texts.of("look-back.same")),
                        today,
                        calendar.plusWorkdays(today, settings.lookBackVisitDays()),
                        null));
    }
}

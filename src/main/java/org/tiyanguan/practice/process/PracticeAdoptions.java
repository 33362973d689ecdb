package org.tiyanguan.practice.process;

import static org.tiyanguan.core.FormValues.text;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.Moments;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.practice.Adoption;
import org.tiyanguan.practice.Adoption.Answer;
import org.tiyanguan.practice.Adoptions;
import org.tiyanguan.practice.PracticeSettings;
import org.tiyanguan.practice.Practices;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** What {@code good-practice.bpmn} calls for each other department (举一反三): asking, reminding, and what it answers. */
@ForModels
@Component("practiceAdoptions")
@Transactional
public class PracticeAdoptions {

    private final Practices practices;
    private final Adoptions adoptions;
    private final CaseSteps history;
    private final PracticeNotices notices;
    private final People people;
    private final PracticeSettings settings;
    private final WorkCalendar calendar;
    private final Clock clock;

    PracticeAdoptions(
            Practices practices,
            Adoptions adoptions,
            CaseSteps history,
            PracticeNotices notices,
            People people,
            PracticeSettings settings,
            WorkCalendar calendar,
            Clock clock) {
        this.practices = practices;
        this.adoptions = adoptions;
        this.history = history;
        this.notices = notices;
        this.people = people;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Those that have not answered yet. */
    @Transactional(readOnly = true)
    public List<Long> open(@OwnCase String number) {
        return adoptions.of(number).stream()
                .filter(one -> one.answer() == null)
                .map(Adoption::id)
                .toList();
    }

    public String group(@OwnCase(Adoptions.class) long adoption) {
        return Roles.department(adoptions.adoption(adoption).department());
    }

    public Date due(@OwnCase(Adoptions.class) long adoption) {
        return Moments.date(adoptions.adoption(adoption).due(), clock);
    }

    public Date remindAt(@OwnCase(Adoptions.class) long adoption) {
        return Moments.date(calendar.reminder(adoptions.adoption(adoption).due(), settings.remindDays()), clock);
    }

    public void ask(@OwnCase(Adoptions.class) long adoption) {
        Adoption one = adoptions.adoption(adoption);
        notices.adopt(practices.practice(one.practice()), one);
    }

    public void remind(@OwnCase(Adoptions.class) long adoption) {
        Adoption one = adoptions.adoption(adoption);
        notices.remindAdopt(practices.practice(one.practice()), one);
    }

    /** {@code form} says APPLIED, ALREADY or NOT_APPLICABLE, and what was done or why not. */
    public void answer(@OwnCase(Adoptions.class) long adoption, String adopted, Map<String, Object> form) {
        Answer answer = Answer.valueOf(adopted);
        String note = text(
                form,
                switch (answer) {
                    case APPLIED -> "applied";
                    case ALREADY -> "already";
                    case NOT_APPLICABLE -> "notApplicable";
                });
        adoptions.answer(adoption, answer, note);
        Adoption one = adoptions.adoption(adoption);
        history.add(one.practice(), "ADOPT_" + answer, people.departmentName(one.department()));
    }
}

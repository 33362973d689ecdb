package org.tiyanguan.experience.process;

import static org.tiyanguan.core.FormValues.chosen;
import static org.tiyanguan.core.FormValues.required;
import static org.tiyanguan.core.FormValues.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.Checklists;
import org.tiyanguan.experience.Draw;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.VisitKind;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Plans an assignment as the centre's form says: what, where, when, and who goes, named or drawn. */
@Component
class AssignmentPlanning {

    private final Assignments assignments;
    private final Visits visits;
    private final Checklists checklists;
    private final Draw draw;
    private final People people;
    private final Clock clock;
    private final ExperienceTexts texts;

    AssignmentPlanning(
            Assignments assignments,
            Visits visits,
            Checklists checklists,
            Draw draw,
            People people,
            Clock clock,
            ExperienceTexts texts) {
        this.assignments = assignments;
        this.visits = visits;
        this.checklists = checklists;
        this.draw = draw;
        this.people = people;
        this.clock = clock;
        this.texts = texts;
    }

    /** Officers whom the centre names are invited at once. */
    void plan(String number, Map<String, Object> form) {
        LocalDate firstDay = LocalDate.parse(required(form, "firstDay"));
        LocalDate lastDay = LocalDate.parse(required(form, "lastDay"));
        if (firstDay.isBefore(LocalDate.now(clock))) throw texts.refusal("firstDay", "first-day");
        if (lastDay.isBefore(firstDay)) throw texts.refusal("lastDay", "last-day");
        if (text(form, "place") == null && text(form, "serviceItem") == null) throw texts.refusal("place", "place");
        Checklists.Checklist checklist = checklists
                .find(Long.parseLong(required(form, "checklist")))
                .orElseThrow(() -> texts.refusal("checklist", "checklist.gone"));
        boolean drawn = required(form, "choice").equals("DRAWN");
        assignments.plan(
                number,
                new Assignments.Plan(
                        required(form, "title"),
                        VisitKind.valueOf(required(form, "visitKind")),
                        text(form, "department"),
                        text(form, "place"),
                        text(form, "serviceItem"),
                        text(form, "instruction"),
                        checklist.items(),
                        firstDay,
                        lastDay,
                        drawn ? ((Number) Objects.requireNonNull(form.get("count"), "count")).intValue() : null));
        if (!drawn) name(number, chosen(form, "officers"));
    }

    private void name(String number, List<String> officers) {
        Assignment assignment = assignments.assignment(number);
        if (officers.isEmpty()) throw texts.refusal("officers", "nobody");
        for (String officer : officers) {
            if (!people.isMember(officer, Roles.OFFICER))
                throw texts.refusal("officers", "left", people.nameOf(officer));
            if (!draw.isInOffice(officer, assignment.begin(), assignment.end()))
                throw texts.refusal("officers", "not-in-office", people.nameOf(officer));
            if (draw.hasTie(officer, assignment.department()))
                throw texts.refusal("officers", "tie", people.nameOf(officer));
            visits.invite(number, officer, false);
        }
    }

    /** Draws as many officers as were asked for, or refuses. */
    void draw(Assignment assignment, int count) {
        List<String> drawn = draw.draw(assignment, count);
        if (drawn.size() < count) throw texts.refusal("count", "too-few", drawn.size());
        drawn.forEach(officer -> visits.invite(assignment.number(), officer, true));
    }
}

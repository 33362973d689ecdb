package org.tiyanguan.experience.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Who is told what about an assignment. */
@Component
class ExperienceNotices {

    private final Notices notices;
    private final People people;
    private final ExperienceTexts texts;

    ExperienceNotices(Notices notices, People people, ExperienceTexts texts) {
        this.notices = notices;
        this.people = people;
        this.texts = texts;
    }

    void invited(Assignment assignment, String officer) {
        notices.toUser(officer, "assignment-invited", assignment.number(), facts(assignment));
    }

    void remind(Assignment assignment, String officer) {
        notices.toUser(officer, "assignment-remind", assignment.number(), facts(assignment));
    }

    void lapsed(Assignment assignment, String officer) {
        notices.toUser(officer, "assignment-lapsed", assignment.number(), facts(assignment));
    }

    void withdrawn(Assignment assignment, String officer, String reason) {
        notices.toUser(officer, "assignment-withdrawn", assignment.number(), with(facts(assignment), "reason", reason));
    }

    void moved(Assignment assignment, String officer, String reason) {
        notices.toUser(officer, "assignment-moved", assignment.number(), with(facts(assignment), "reason", reason));
    }

    void declined(Assignment assignment, String officer, String reason) {
        Map<String, String> facts = with(facts(assignment), "officer", people.nameOf(officer));
        notices.toGroup(Roles.CENTER, "assignment-declined", assignment.number(), with(facts, "reason", reason));
    }

    /** The officer's term has ended, and the visit with it. */
    void left(Assignment assignment, String officer) {
        notices.toUser(officer, "assignment-over", assignment.number(), facts(assignment));
        notices.toGroup(
                Roles.CENTER,
                "assignment-left",
                assignment.number(),
                with(facts(assignment), "officer", people.nameOf(officer)));
    }

    /** Nobody could be drawn to look back on what the assignment is about. */
    void nobodyToLookBack(Assignment assignment) {
        notices.toGroup(Roles.CENTER, "look-back-nobody", assignment.number(), facts(assignment));
    }

    /** @param sent of how many officers a record came in */
    void ended(Assignment assignment, long sent, int invited) {
        notices.toGroup(
                Roles.CENTER,
                "assignment-ended",
                assignment.number(),
                with(facts(assignment), "records", texts.of("records", sent, invited)));
    }

    private static Map<String, String> facts(Assignment assignment) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", assignment.title());
        facts.put("firstDay", assignment.begin().toString());
        facts.put("lastDay", assignment.end().toString());
        return facts;
    }

    private static Map<String, String> with(Map<String, String> facts, String key, String value) {
        facts.put(key, value);
        return facts;
    }
}

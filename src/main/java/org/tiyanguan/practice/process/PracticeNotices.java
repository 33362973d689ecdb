package org.tiyanguan.practice.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.practice.Adoption;
import org.tiyanguan.practice.Adoption.Answer;
import org.tiyanguan.practice.Nominator;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.PracticeTexts;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Who is told what about a practice; departments never hear who reported or nominated. */
@Component
class PracticeNotices {

    private final Notices notices;
    private final Reporters reporters;
    private final PublicTexts entries;
    private final People people;
    private final PracticeTexts texts;

    PracticeNotices(Notices notices, Reporters reporters, PublicTexts entries, People people, PracticeTexts texts) {
        this.notices = notices;
        this.reporters = reporters;
        this.entries = entries;
        this.people = people;
        this.texts = texts;
    }

    // ---- the centre and the leader

    void nominated(Practice practice) {
        Map<String, String> facts = facts(practice);
        facts.put("nominatedBy", texts.label("nominator", practice.nominatedBy()));
        toCenter("practice-nominated", practice, with(facts, "reason", practice.nominatedWhy()));
    }

    void corrected(Practice practice) {
        toCenter("practice-corrected", practice, with(facts(practice), "correction", practice.correction()));
    }

    void approve(Practice practice) {
        notices.toGroup(Roles.LEADER, "practice-approve", practice.number(), facts(practice));
    }

    void sentBack(Practice practice, String reason) {
        toCenter("practice-sent-back", practice, with(facts(practice), "reason", reason));
    }

    void dropped(Practice practice, String reason) {
        toCenter("practice-dropped", practice, with(facts(practice), "reason", reason));
    }

    void effect(Practice practice) {
        toCenter("practice-effect", practice, facts(practice));
    }

    // ---- whoever nominated it, and who reported

    /** Of the table, nobody. */
    void givenUp(Practice practice) {
        toNominator("practice-given-up", practice, with(facts(practice), "reason", practice.endedWhy()));
    }

    void consent(Practice practice, String officer, String until) {
        notices.toUser(officer, "practice-consent", practice.number(), with(facts(practice), "due", until));
    }

    // ---- departments

    void check(Practice practice, String until) {
        toDepartment(practice.department(), "practice-check", practice, with(facts(practice), "due", until));
    }

    /** The responsible department, whoever nominated it, and who reported. */
    void published(Practice practice) {
        toDepartment(practice.department(), "practice-published", practice, facts(practice));
        if (practice.nominatedBy() == Nominator.HEAD) toNominator("practice-published", practice, facts(practice));
        reporters
                .account(practice.ledger())
                .ifPresent(officer -> notices.toUser(officer, "practice-thanks", practice.number(), facts(practice)));
    }

    void adopt(Practice practice, Adoption adoption) {
        toDepartment(
                adoption.department(),
                "practice-adopt",
                practice,
                with(facts(practice), "due", texts.time(adoption.due())));
    }

    void remindAdopt(Practice practice, Adoption adoption) {
        toDepartment(
                adoption.department(),
                "practice-remind",
                practice,
                with(facts(practice), "due", texts.time(adoption.due())));
    }

    /** The responsible department, and those that took it up. */
    void withdrawn(Practice practice, List<Adoption> adoptions) {
        Map<String, String> facts = with(facts(practice), "reason", practice.withdrawnWhy());
        Stream.concat(
                        Stream.of(practice.department()),
                        adoptions.stream()
                                .filter(one -> one.answer() == Answer.APPLIED)
                                .map(Adoption::department))
                .forEach(department -> toDepartment(department, "practice-withdrawn", practice, facts));
    }

    // ----

    private void toCenter(String template, Practice practice, Map<String, String> facts) {
        notices.toGroup(Roles.CENTER, template, practice.number(), facts);
    }

    private void toDepartment(String department, String template, Practice practice, Map<String, String> facts) {
        notices.toGroup(
                Roles.department(department),
                template,
                practice.number(),
                entries.in(practice.ledger()).facts(facts));
    }

    private void toNominator(String template, Practice practice, Map<String, String> facts) {
        if (practice.nominator() == null || practice.nominatedBy() == Nominator.CENTER) return;
        boolean officer = practice.nominatedBy() == Nominator.OFFICER;
        notices.toUser(
                practice.nominator(),
                template,
                practice.number(),
                officer ? facts : entries.in(practice.ledger()).facts(facts));
    }

    private Map<String, String> facts(Practice practice) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", practice.title());
        facts.put("department", people.departmentName(practice.department()));
        return facts;
    }

    private static Map<String, String> with(Map<String, String> facts, String key, @Nullable String value) {
        if (value != null) facts.put(key, value);
        return facts;
    }
}

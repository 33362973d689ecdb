package org.tiyanguan.rectification;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.Deadlines;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Who is told what at each step of the loop. No fact names the reporter; only they themselves read their own words. */
@Component
class LoopNotices {

    private final Notices notices;
    private final Reporters reporters;
    private final PublicTexts texts;
    private final Ledger ledger;
    private final Deadlines deadlines;
    private final People people;
    private final Texts words;

    LoopNotices(
            Notices notices,
            Reporters reporters,
            PublicTexts texts,
            Ledger ledger,
            Deadlines deadlines,
            People people,
            Texts words) {
        this.notices = notices;
        this.reporters = reporters;
        this.texts = texts;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.people = people;
        this.words = words;
    }

    void received(Entry entry) {
        reporters.tell(entry.number(), "received", own(entry).map);
    }

    void triage(Entry entry) {
        toCenter("triage", entry.number(), facts(entry).and("urgency", words.label("urgency", entry.urgency())));
    }

    /** The reporter gets the reason; a direct answer follows at once in a notice of its own. */
    void triaged(Entry entry, String triage, String reason) {
        if (triage.equals("ANSWER")) return;
        reporters.tell(
                entry.number(),
                "triaged",
                own(entry).and("decision", words.label("triage", triage)).and("reason", reason).map);
    }

    void assigned(Part part) {
        toDepartment(
                "assigned",
                part,
                facts(part)
                        .and("instruction", part.instruction())
                        .and("acceptBy", words.time(part.acceptBy()))
                        .and("deadline", words.time(part.deadline())));
    }

    /** The reporter hears who mends it and until when. */
    void sentOn(Entry entry, String departments, LocalDateTime deadline) {
        reporters.tell(
                entry.number(),
                "sent-on",
                own(entry).and("department", departments).and("deadline", words.time(deadline)).map);
    }

    void acceptLate(Part part) {
        toDepartment("accept-late", part, facts(part).and("acceptBy", words.time(part.acceptBy())));
    }

    void reassign(Part part, String reason) {
        toCenter(
                "reassign",
                part.number(),
                facts(part).and("department", name(part)).and("reason", reason));
    }

    void askDepartment(Part part, String reason) {
        toLeader(
                "ask-department",
                part,
                facts(part).and("department", name(part)).and("reason", reason));
    }

    void extensionAsked(Part part) {
        toLeader(
                "extension-asked",
                part,
                facts(part)
                        .and("department", name(part))
                        .and("until", part.askedUntil().toString())
                        .and("reason", part.askedWhy()));
    }

    void extensionRefused(Part part, String reason) {
        toHandler(
                "extension-refused",
                part,
                facts(part).and("reason", reason).and("deadline", words.time(part.deadline())));
    }

    void rescheduled(Part part, String reason) {
        toDepartment(
                "rescheduled",
                part,
                facts(part).and("deadline", words.time(part.deadline())).and("reason", reason));
    }

    void transferred(Part part, String reason) {
        toDepartment("transferred", part, facts(part).and("reason", reason));
    }

    void remind(Part part) {
        toHandler("remind", part, due(part));
    }

    void overdue(Part part) {
        String head = Roles.departmentHead(part.department());
        Optional<String> handler = handler(part);
        if (handler.isEmpty())
            toHandlerAndGroups("overdue", part, due(part), Roles.department(part.department()), head);
        else if (people.isMember(handler.get(), head)) toHandler("overdue", part, due(part));
        else toHandlerAndGroups("overdue", part, due(part), head);
    }

    void yellowCard(Part part) {
        toHandlerAndGroups("yellow-card", part, card(part), Roles.department(part.department()), Roles.CENTER);
    }

    void redCard(Part part) {
        toHandlerAndGroups(
                "red-card", part, card(part), Roles.department(part.department()), Roles.CENTER, Roles.LEADER);
    }

    void supervise(Part part, String opinion) {
        toDepartment("supervise", part, due(part).and("opinion", opinion));
    }

    void urge(Part part, String reason) {
        toDepartment("urge", part, due(part).and("reason", reason));
    }

    void withdrawn(Part part, String reason) {
        toDepartment("withdrawn", part, facts(part).and("reason", reason));
    }

    void rework(Part part, String whatIsMissing) {
        toDepartment("rework", part, due(part).and("reason", whatIsMissing));
    }

    void verify(Entry entry) {
        toCenter("verify", entry.number(), facts(entry));
        reporters.tell(entry.number(), "submitted", own(entry).map);
    }

    void confirm(Entry entry) {
        reporters.tell(entry.number(), "confirm", own(entry).and("answer", entry.draftedAnswer()).map);
    }

    void answer(Entry entry) {
        reporters.tell(entry.number(), "answer", own(entry).and("answer", entry.draftedAnswer()).map);
    }

    /** Whoever reported it before hears that it goes on, not by whom; who found it again is told of the new entry. */
    void relapsed(Entry entry, String child) {
        if (!reporters.areSame(entry.number(), child)) reporters.tell(entry.number(), "relapsed", own(entry).map);
    }

    private Facts card(Part part) {
        return due(part)
                .and("department", name(part))
                .and("days", String.valueOf(deadlines.daysOverdue(part.deadline())));
    }

    private Facts due(Part part) {
        return facts(part).and("deadline", words.time(part.deadline()));
    }

    private Facts facts(Part part) {
        return facts(ledger.entry(part.number()));
    }

    private Facts facts(Entry entry) {
        return new Facts().and("title", entry.publicText().title());
    }

    private Facts own(Entry entry) {
        return new Facts().and("title", entry.original().title());
    }

    private String name(Part part) {
        return people.departmentName(part.department());
    }

    private void toCenter(String template, String number, Facts facts) {
        notices.toGroup(Roles.CENTER, template, number, facts.map);
    }

    private void toLeader(String template, Part part, Facts facts) {
        notices.toGroup(Roles.LEADER, template, part.number(), facts.map);
    }

    /** Staff and heads: a head is a member of both groups. */
    private void toDepartment(String template, Part part, Facts facts) {
        notices.toGroup(Roles.department(part.department()), template, part.number(), masked(part, facts));
    }

    /** The deadline is the handler's own; the others hear of many cases when many are late at once. */
    private void toHandlerAndGroups(String template, Part part, Facts facts, String... groups) {
        notices.toOwnerAndOthers(handler(part), List.of(groups), template, part.number(), masked(part, facts));
    }

    /** Whoever accepted the part; the whole department while nobody did, and once they left it. */
    private void toHandler(String template, Part part, Facts facts) {
        Optional<String> handler = handler(part);
        if (handler.isPresent()) notices.toUser(handler.get(), template, part.number(), masked(part, facts));
        else toDepartment(template, part, facts);
    }

    /** Whoever works on it and is still in the department. */
    private Optional<String> handler(Part part) {
        return Optional.ofNullable(part.handler())
                .filter(handler -> people.isMember(handler, Roles.department(part.department())));
    }

    private Map<String, String> masked(Part part, Facts facts) {
        return texts.in(part.number()).facts(facts.map);
    }

    private static class Facts {

        private final Map<String, String> map = new LinkedHashMap<>();

        Facts and(String key, String value) {
            map.put(key, value);
            return this;
        }
    }
}

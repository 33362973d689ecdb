package org.tiyanguan.event.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Guests;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.event.Opinion;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.security.Roles;

/** Who is told what about an event; departments and units hear of officers by their labels only. */
@Component
class EventNotices {

    private final Notices notices;
    private final Guests guests;
    private final EventTexts texts;

    EventNotices(Notices notices, Guests guests, EventTexts texts) {
        this.notices = notices;
        this.guests = guests;
        this.texts = texts;
    }

    // ---- the centre and the leader

    void approve(Event event) {
        notices.toGroup(Roles.LEADER, "event-approve", event.number(), facts(event));
    }

    void sentBack(Event event, String remark) {
        notices.toGroup(Roles.CENTER, "event-sent-back", event.number(), with(facts(event), "reason", remark));
    }

    void dropped(Event event, String remark) {
        notices.toGroup(Roles.CENTER, "event-dropped", event.number(), with(facts(event), "reason", remark));
    }

    void declined(Event event, Invitation invitation, String reason) {
        notices.toGroup(
                Roles.CENTER,
                "event-declined",
                event.number(),
                with(with(facts(event), "guest", guests.nameOf(invitation)), "reason", reason));
    }

    void asked(Event event, Invitation invitation, String question) {
        notices.toGroup(
                Roles.CENTER,
                "event-asked",
                event.number(),
                with(with(facts(event), "guest", guests.nameOf(invitation)), "asked", question));
    }

    // ---- those invited

    void invited(Event event, Invitation invitation) {
        Map<String, String> facts = with(facts(event), "replyDue", texts.day(event.replyBy()));
        tell(invitation, "event-invited", with(facts, "duty", texts.label("duty", invitation.compulsory())));
    }

    void remindReply(Event event, Invitation invitation) {
        tell(invitation, "event-remind", with(facts(event), "replyDue", texts.day(event.replyBy())));
    }

    void answered(Event event, Invitation invitation, String question, String answer) {
        tell(invitation, "event-answered", with(with(facts(event), "asked", question), "answer", answer));
    }

    void unanswered(Event event, Invitation invitation) {
        tell(invitation, "event-unanswered", facts(event));
    }

    void tomorrow(Event event, Invitation invitation) {
        tell(invitation, "event-near", facts(event));
    }

    void postponed(Event event, Invitation invitation, String reason) {
        Map<String, String> facts = with(facts(event), "replyDue", texts.day(event.replyBy()));
        tell(invitation, "event-postponed", with(facts, "reason", reason));
    }

    void cancelled(Event event, Invitation invitation, String reason) {
        tell(invitation, "event-cancelled", with(facts(event), "reason", reason));
    }

    void minutes(Event event, Invitation invitation, String until) {
        tell(invitation, "event-minutes", with(facts(event), "minutesUntil", until));
    }

    void corrected(Event event, Invitation invitation, String answer) {
        Map<String, String> facts = facts(event);
        if (invitation.correction() != null) with(facts, "correction", invitation.correction());
        tell(invitation, "event-corrected", with(facts, "answer", answer));
    }

    /** An officer hears of the ledger number as every reporter does; others read it here. */
    void entered(Event event, Invitation speaker, Opinion opinion) {
        if (!speaker.isOfficer()) tell(speaker, "event-entered", with(facts(event), "said", opinion.text()));
    }

    void settled(Event event, Invitation speaker, Opinion opinion, String answer) {
        tell(speaker, "event-settled", with(with(facts(event), "said", opinion.text()), "answer", answer));
    }

    // ----

    private void tell(Invitation invitation, String template, Map<String, String> facts) {
        String number = invitation.event();
        if (invitation.isOfficer()) {
            notices.toUser(invitation.invitee(), template, number, facts);
            return;
        }
        Guests.Mask mask = guests.in(number);
        facts.replaceAll((fact, text) -> mask.text(text));
        notices.toGroup(invitation.invitee(), template, number, facts);
    }

    private Map<String, String> facts(Event event) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", event.title());
        facts.put("eventKind", texts.label("kind", event.kind()));
        facts.put("when", texts.when(event));
        facts.put("eventPlace", event.where());
        return facts;
    }

    private static Map<String, String> with(Map<String, String> facts, String key, String value) {
        facts.put(key, value);
        return facts;
    }
}

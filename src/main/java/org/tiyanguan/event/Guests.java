package org.tiyanguan.event;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;
import org.springframework.stereotype.Component;
import org.tiyanguan.event.Invitation.Party;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.privacy.PersonalTraces;
import org.tiyanguan.privacy.Somebody;
import org.tiyanguan.security.People;

/**
 * Who is invited, by name for the centre and the officers, and as 企业代表1 for departments and units: they were in the
 * same room, but no text that they keep names an officer.
 */
@Component
public class Guests {

    private final EventInvitations invitations;
    private final People people;
    private final Reporters reporters;
    private final PersonalTraces traces;
    private final EventTexts texts;

    Guests(EventInvitations invitations, People people, Reporters reporters, PersonalTraces traces, EventTexts texts) {
        this.invitations = invitations;
        this.people = people;
        this.reporters = reporters;
        this.traces = traces;
        this.texts = texts;
    }

    /** For who sees everything, and for officers. */
    public String nameOf(Invitation invitation) {
        return invitation.isOfficer() ? people.nameOf(invitation.invitee()) : people.nameOfGroup(invitation.invitee());
    }

    /** What departments and units call each of an event's invited, by the ids of their invitations. */
    public Map<Long, String> labels(String event) {
        Map<Long, String> labels = new LinkedHashMap<>();
        Map<OfficerCategory, Integer> counted = new EnumMap<>(OfficerCategory.class);
        int others = 0;
        for (Invitation one : invitations.of(event)) {
            OfficerCategory category = one.category();
            if (one.party() != Party.OFFICER) labels.put(one.id(), nameOf(one));
            else if (category == null) labels.put(one.id(), texts.of("guest.OTHER", ++others));
            else labels.put(one.id(), texts.of("guest." + category, counted.merge(category, 1, Integer::sum)));
        }
        return labels;
    }

    /** Makes texts of the event fit for departments and units. */
    public Mask in(String event) {
        Map<Long, String> labels = labels(event);
        Map<String, String> names = new LinkedHashMap<>();
        Somebody all = Somebody.UNKNOWN;
        List<Invitation> officers =
                invitations.of(event).stream().filter(Invitation::isOfficer).toList();
        for (Invitation one : officers) {
            String label = labels.getOrDefault(one.id(), "");
            names.put(people.nameOf(one.invitee()), label);
            Somebody known = reporters.officer(one.invitee());
            all = all.and(known.known().stream());
        }
        return new Mask(names, all, traces);
    }

    /** What is known of an event's officers, each with the label by which others may know them. */
    public record Mask(Map<String, String> names, Somebody officers, PersonalTraces traces) {

        /** Of what the centre announces, it takes what the officers are known by; returns null for null. */
        @Contract("!null -> !null")
        public @Nullable String text(@Nullable String text) {
            return text == null ? null : traces.without(officers, labelled(text));
        }

        /** Of what was said, it takes all that surely tells who somebody is. */
        public String said(String text) {
            return traces.masked(officers, labelled(text));
        }

        private String labelled(String text) {
            String labelled = text;
            for (Map.Entry<String, String> name : names.entrySet())
                labelled = labelled.replace(name.getKey(), name.getValue());
            return labelled;
        }
    }
}

package org.tiyanguan.event.process;

import static org.tiyanguan.core.FormValues.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Signs;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.EventOpinions;
import org.tiyanguan.event.Guests;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.event.Opinion;
import org.tiyanguan.ledger.Origin;
import org.tiyanguan.ledger.Report;
import org.tiyanguan.rectification.Findings;

/** Makes an opinion an entry of the ledger, whose reporter is the speaker. */
@Component
class OpinionSettlement {

    /** What the centre fills in, as the form {@code report-finding} calls it. */
    private static final List<String> FIELDS =
            List.of("kind", "title", "description", "place", "occurredOn", "serviceItem", "urgency");

    private static final int LONGEST_NAME = 30;

    private final EventOpinions opinions;
    private final EventInvitations invitations;
    private final Guests guests;
    private final Findings findings;
    private final ObjectMapper json;

    OpinionSettlement(
            EventOpinions opinions, EventInvitations invitations, Guests guests, Findings findings, ObjectMapper json) {
        this.opinions = opinions;
        this.invitations = invitations;
        this.guests = guests;
        this.findings = findings;
        this.json = json;
    }

    /** @throws org.tiyanguan.core.Refusal with a fault for each field that is wrong */
    void draft(Opinion opinion, Map<String, Object> form) {
        Map<String, Object> finding = new HashMap<>();
        FIELDS.forEach(field -> finding.put(field, text(form, field)));
        check(opinion, finding);
        try {
            opinions.draft(opinion.id(), json.writeValueAsString(finding));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts the rectification of what was drafted; returns its ledger number. */
    String report(Opinion opinion) {
        String number = findings.report(check(opinion, drafted(opinion)), Origin.FORM);
        opinions.enter(opinion.id(), number);
        return number;
    }

    private Report check(Opinion opinion, Map<String, Object> finding) {
        Invitation speaker = invitations.invitation(opinion.speaker());
        return findings.checkSaid(
                speaker.isOfficer() ? speaker.invitee() : null, speaker.isOfficer() ? null : name(speaker), finding);
    }

    private String name(Invitation speaker) {
        return Signs.cut(guests.nameOf(speaker), LONGEST_NAME);
    }

    private Map<String, Object> drafted(Opinion opinion) {
        try {
            String finding = Objects.requireNonNull(opinion.finding(), "not drafted");
            return json.readValue(finding, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

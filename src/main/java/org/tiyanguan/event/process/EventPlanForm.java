package org.tiyanguan.event.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.event.Invitation.Party;

/** What the centre's plan of an event says so far: the form of the plan begins with it when it comes back. */
@ForModels
@ForTask
@Component("eventPlan")
@Transactional(readOnly = true)
public class EventPlanForm {

    private final Events events;
    private final EventInvitations invitations;
    private final Clock clock;
    private final ObjectMapper json;

    EventPlanForm(Events events, EventInvitations invitations, Clock clock, ObjectMapper json) {
        this.events = events;
        this.invitations = invitations;
        this.clock = clock;
        this.json = json;
    }

    public String title(@OwnCase String number) {
        return events.event(number).title();
    }

    /** Null before it was planned. */
    public @Nullable String place(@OwnCase String number) {
        return events.event(number).place();
    }

    /** {@code startsAt}, {@code endsAt} or {@code replyDue}, as forms write times; null before it was planned. */
    public @Nullable String time(@OwnCase String number, String which) {
        Event event = events.event(number);
        LocalDateTime time = switch (which) {
            case "startsAt" -> event.startsAt();
            case "endsAt" -> event.endsAt();
            default -> event.replyDue();
        };
        return time == null
                ? null
                : time.atZone(clock.getZone()).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx"));
    }

    /** Null before it was planned. */
    public @Nullable Integer capacity(@OwnCase String number) {
        return events.event(number).capacity();
    }

    /** Null before it was planned, and where there is none. */
    public @Nullable String agenda(@OwnCase String number) {
        return events.event(number).agenda();
    }

    /** Null on a working day. */
    public @Nullable String dayOffReason(@OwnCase String number) {
        return events.event(number).dayOffReason();
    }

    /** OFFICER, DEPARTMENT or UNIT: those whom the centre chose before, as JSON. */
    public String chosen(@OwnCase String number, String party) {
        return write(invitations.of(number).stream()
                .filter(one -> one.party() == Party.valueOf(party))
                .map(Invitation::invitee)
                .toList());
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

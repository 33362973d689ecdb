package org.tiyanguan.event.page;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.officer.OfficerInvitations;

/** An officer's events on the page where they start. */
@Component
@Transactional(readOnly = true)
class OwnEvents implements OfficerInvitations {

    private static final int MOST = 20;

    private final Events events;
    private final EventInvitations invitations;
    private final EventTexts texts;

    OwnEvents(Events events, EventInvitations invitations, EventTexts texts) {
        this.events = events;
        this.invitations = invitations;
        this.texts = texts;
    }

    @Override
    public List<Entry> of(String account) {
        return events.known(List.of(account), MOST).stream()
                .map(event -> entry(
                        event,
                        invitations.find(event.number(), List.of(account)).orElseThrow()))
                .toList();
    }

    private Entry entry(Event event, Invitation own) {
        boolean waits = event.state() == Event.State.INVITED && own.reply() == Invitation.Reply.OPEN;
        String badge = event.state() == Event.State.INVITED
                ? texts.label("reply", own.reply())
                : texts.label("state", event.state());
        return new Entry(event.title(), texts.when(event), "/officer/events/" + event.number(), badge, waits);
    }
}

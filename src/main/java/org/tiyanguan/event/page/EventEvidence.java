package org.tiyanguan.event.page;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.Events;
import org.tiyanguan.evidence.EvidenceAccess;
import org.tiyanguan.evidence.EvidenceCases;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/**
 * The materials of an event: the centre adds them, all who are invited see them. Nobody else adds anything, so that no
 * file tells which officer brought it.
 */
@Component
@Transactional(readOnly = true)
class EventEvidence implements EvidenceCases {

    private final Events events;
    private final EventInvitations invitations;
    private final CurrentUser user;

    EventEvidence(Events events, EventInvitations invitations, CurrentUser user) {
        this.events = events;
        this.invitations = invitations;
        this.user = user;
    }

    @Override
    public Optional<EvidenceAccess> access(String number) {
        return events.find(number).filter(one -> one.state().isAnnounced()).flatMap(this::access);
    }

    @Override
    public String page(String number) {
        return "/events/" + number + "/task";
    }

    private Optional<EvidenceAccess> access(Event event) {
        if (user.seesEverything()) {
            boolean open = event.state() == Event.State.INVITED || event.state() == Event.State.HELD;
            return Optional.of(new EvidenceAccess(EvidenceAccess.CENTER, open && user.is(Roles.CENTER), true));
        }
        if (user.is(Roles.OFFICER)
                && invitations.find(event.number(), user.id().stream().toList()).isPresent())
            return Optional.of(new EvidenceAccess(EvidenceAccess.OFFICER, false, false));
        return user.groups().stream()
                .filter(group -> Roles.isDepartment(group) || Roles.isUnit(group))
                .filter(group ->
                        invitations.find(event.number(), List.of(group)).isPresent())
                .findFirst()
                .map(group -> new EvidenceAccess(group, false, false));
    }
}

package org.tiyanguan.event.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.EventKind;
import org.tiyanguan.event.EventOpinions;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Guests;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.event.Opinion;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/**
 * What somebody reads of an event: centre and leader all of it, officers what is theirs, departments and units what is
 * theirs without any officer's name.
 */
@Component
@Transactional(readOnly = true)
public class EventPages {

    /** One who is invited, as the reader may know them. */
    public record Guest(Invitation invitation, String name) {}

    /** What was said; {@code ledger} is null where the reader may not know it, or there is none. */
    public record Said(
            Opinion opinion, String speaker, @Nullable String ledger) {}

    /**
     * @param own the reader's invitation, null for centre and leader
     * @param guests for centre and leader all, otherwise none
     * @param minutes null before they were sent
     */
    public record View(
            Event event,
            String title,
            @Nullable String when,
            @Nullable String replyBy,
            @Nullable String place,
            @Nullable String agenda,
            @Nullable String reason,
            @Nullable String minutes,
            @Nullable Invitation own,
            List<Guest> guests,
            List<Said> said) {

        public long count(Invitation.Attendance attendance) {
            return guests.stream()
                    .filter(one -> one.invitation().attendance() == attendance)
                    .count();
        }
    }

    private final Events events;
    private final EventInvitations invitations;
    private final EventOpinions opinions;
    private final Guests guests;
    private final CurrentUser user;
    private final EventTexts texts;

    EventPages(
            Events events,
            EventInvitations invitations,
            EventOpinions opinions,
            Guests guests,
            CurrentUser user,
            EventTexts texts) {
        this.events = events;
        this.invitations = invitations;
        this.opinions = opinions;
        this.guests = guests;
        this.user = user;
        this.texts = texts;
    }

    /** For staff. @throws NotFound if there is none, or it is not theirs to see */
    public View ofStaff(String number) {
        Event event = events.find(number).orElseThrow(NotFound::new);
        if (user.seesEverything()) return ofAll(event);
        Invitation own = own(event, bodies()).orElseThrow(NotFound::new);
        Guests.Mask mask = guests.in(number);
        List<Said> said = opinions.of(number).stream()
                .filter(one -> one.speaker() == own.id())
                .map(one -> new Said(one.with(mask::text), guests.nameOf(own), null))
                .toList();
        return view(event, own, List.of(), said, mask);
    }

    /** For an officer. @throws NotFound if there is none, or they are not invited */
    public View ofOfficer(String number) {
        Event event = events.find(number).orElseThrow(NotFound::new);
        Invitation own = own(event, user.id().stream().toList()).orElseThrow(NotFound::new);
        List<Said> said = opinions.of(number).stream()
                .filter(one -> one.speaker() == own.id())
                .map(one -> new Said(one, guests.nameOf(own), one.ledger()))
                .toList();
        return view(event, own, List.of(), said, null);
    }

    /** Those that staff may see: all, or those that they are invited to. */
    public List<Event> list(Event.@Nullable State state, @Nullable EventKind kind, int most) {
        if (user.seesEverything()) return events.latest(state, kind, most);
        return events.known(bodies(), most).stream()
                .filter(one -> state == null || one.state() == state)
                .filter(one -> kind == null || one.kind() == kind)
                .toList();
    }

    /** Titles name nobody to departments and units. */
    public String titleOf(Event event) {
        return user.seesEverything() ? event.title() : guests.in(event.number()).text(event.title());
    }

    private View ofAll(Event event) {
        List<Guest> all = invitations.of(event.number()).stream()
                .map(one -> new Guest(one, guests.nameOf(one)))
                .toList();
        List<Said> said = opinions.of(event.number()).stream()
                .map(one -> new Said(one, nameOf(all, one.speaker()), one.ledger()))
                .toList();
        return view(event, null, all, said, null);
    }

    private static String nameOf(List<Guest> all, long invitation) {
        return all.stream()
                .filter(one -> one.invitation().id() == invitation)
                .map(Guest::name)
                .findFirst()
                .orElse("");
    }

    private View view(
            Event event, @Nullable Invitation own, List<Guest> all, List<Said> said, Guests.@Nullable Mask mask) {
        boolean planned = event.startsAt() != null;
        boolean written = event.minutesUntil() != null || user.seesEverything();
        return new View(
                event,
                readable(mask, event.title()),
                planned ? texts.when(event) : null,
                planned ? texts.day(event.replyBy()) : null,
                masked(mask, event.place()),
                masked(mask, event.agenda()),
                masked(mask, event.reason()),
                written ? minutes(mask, event) : null,
                own,
                all,
                said);
    }

    private static @Nullable String minutes(Guests.@Nullable Mask mask, Event event) {
        return mask == null || event.minutes() == null ? event.minutes() : mask.said(event.minutes());
    }

    private static String readable(Guests.@Nullable Mask mask, String text) {
        return mask == null ? text : mask.text(text);
    }

    private static @Nullable String masked(Guests.@Nullable Mask mask, @Nullable String text) {
        return mask == null || text == null ? text : mask.text(text);
    }

    private Optional<Invitation> own(Event event, List<String> invitees) {
        return event.state().isAnnounced() ? invitations.find(event.number(), invitees) : Optional.empty();
    }

    private List<String> bodies() {
        return user.groups().stream()
                .filter(group -> Roles.isDepartment(group) || Roles.isUnit(group))
                .toList();
    }
}

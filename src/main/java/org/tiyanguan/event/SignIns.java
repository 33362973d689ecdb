package org.tiyanguan.event;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.event.Event.State;
import org.tiyanguan.event.Invitation.SignIn;

/** Who is there signs in around the start, once: by the code at the door, or on the list at the desk. */
@Component
@Transactional
public class SignIns {

    private final Events events;
    private final EventInvitations invitations;
    private final DoorCodes codes;
    private final EventSettings settings;
    private final Clock clock;
    private final EventTexts texts;

    SignIns(
            Events events,
            EventInvitations invitations,
            DoorCodes codes,
            EventSettings settings,
            Clock clock,
            EventTexts texts) {
        this.events = events;
        this.invitations = invitations;
        this.codes = codes;
        this.settings = settings;
        this.clock = clock;
        this.texts = texts;
    }

    /** When people sign in, for those who come too early or too late. */
    public String whenOpen() {
        return texts.of("refusal.sign-in-time", settings.signInMinutes());
    }

    /** Whether people sign in now. */
    @Transactional(readOnly = true)
    public boolean isTime(Event event) {
        if (event.state() != State.INVITED && event.state() != State.HELD) return false;
        LocalDateTime now = LocalDateTime.now(clock);
        return !now.isBefore(event.begin().minusMinutes(settings.signInMinutes()))
                && !now.isAfter(event.begin().plusMinutes(settings.signInMinutes()));
    }

    /**
     * @throws org.tiyanguan.core.Refusal if the account is not invited, too early, late or twice, or the code is old
     */
    public void byCode(String number, String account, String code) {
        Event event = events.event(number);
        Invitation invitation =
                invitations.find(number, List.of(account)).orElseThrow(() -> texts.refusal(null, "uninvited"));
        inTime(event);
        if (!codes.isNew(event, code)) throw texts.refusal("code", "code-old");
        signIn(invitation, SignIn.CODE);
    }

    /** @throws org.tiyanguan.core.Refusal if they are not invited, or it is too early, late or twice */
    public void atDesk(String number, long id) {
        Invitation invitation = invitations.staying(number).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> texts.refusal(null, "uninvited"));
        inTime(events.event(number));
        signIn(invitation, SignIn.DESK);
    }

    private void inTime(Event event) {
        if (!isTime(event)) throw texts.refusal(null, "sign-in-time", settings.signInMinutes());
    }

    private void signIn(Invitation invitation, SignIn way) {
        if (!invitations.signIn(invitation.id(), way)) throw texts.refusal(null, "signed-in");
    }
}

package org.tiyanguan.event.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.Moments;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.EventSettings;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.event.Invitation.Agreement;

/** What {@code event.bpmn} calls about the minutes: those who were there read them, agree or object. */
@ForModels
@Component("eventMinutes")
@Transactional
public class EventMinutes {

    private final Events events;
    private final EventInvitations invitations;
    private final EventNotices notices;
    private final CaseSteps history;
    private final EventSettings settings;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final EventTexts texts;

    EventMinutes(
            Events events,
            EventInvitations invitations,
            EventNotices notices,
            CaseSteps history,
            EventSettings settings,
            WorkCalendar calendar,
            Clock clock,
            EventTexts texts) {
        this.events = events;
        this.invitations = invitations;
        this.notices = notices;
        this.history = history;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
        this.texts = texts;
    }

    /** Those who were there read the minutes within some working days. */
    public void sendMinutes(@OwnCase String number) {
        LocalDateTime until = calendar.deadline(LocalDateTime.now(clock), settings.minutesDays());
        events.minutesUntil(number, until);
        Event event = events.event(number);
        invitations.present(number).forEach(one -> notices.minutes(event, one, texts.day(until)));
    }

    public List<Long> present(@OwnCase String number) {
        return invitations.present(number).stream().map(Invitation::id).toList();
    }

    public Date minutesDue(@OwnCase String number) {
        return Moments.date(Objects.requireNonNull(events.event(number).minutesUntil(), "no minutes yet"), clock);
    }

    /** {@code correction} is for those who object. */
    public void agree(@OwnCase(EventInvitations.class) long invitation, String agreement, @Nullable String correction) {
        if (agreement.equals("AGREE")) invitations.agree(invitation, Agreement.AGREED, null);
        else
            invitations.agree(
                    invitation,
                    Agreement.OBJECTED,
                    Objects.requireNonNull(correction, "correction").strip());
    }

    public void silence(@OwnCase(EventInvitations.class) long invitation) {
        invitations.agree(invitation, Agreement.SILENT, null);
    }

    public boolean hasCorrections(@OwnCase String number) {
        return invitations.of(number).stream().anyMatch(one -> one.agreement() == Agreement.OBJECTED);
    }

    /** The minutes as they stay, and what those are told who objected. */
    public void correct(@OwnCase String number, String minutes, String answer) {
        events.minutes(number, minutes.strip());
        history.add(number, "CORRECT", answer.strip());
        Event event = events.event(number);
        invitations.of(number).stream()
                .filter(one -> one.agreement() == Agreement.OBJECTED)
                .forEach(one -> notices.corrected(event, one, answer.strip()));
    }
}

package org.tiyanguan.event.process;

import java.time.Clock;
import java.time.LocalDate;
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
import org.tiyanguan.engine.ForAssignee;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.EventSettings;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.event.Invitation.Reply;

/** What {@code event.bpmn} calls for each of those invited: asking, reminding, and what they reply. */
@ForModels
@Component("eventReplies")
@Transactional
public class EventReplies {

    private final Events events;
    private final EventInvitations invitations;
    private final EventNotices notices;
    private final CaseSteps history;
    private final EventSettings settings;
    private final WorkCalendar calendar;
    private final Clock clock;

    EventReplies(
            Events events,
            EventInvitations invitations,
            EventNotices notices,
            CaseSteps history,
            EventSettings settings,
            WorkCalendar calendar,
            Clock clock) {
        this.events = events;
        this.invitations = invitations;
        this.notices = notices;
        this.history = history;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The officer's category, OFFICER where there is no record of it; DEPARTMENT or RECOMMENDER. */
    public String category(@OwnCase(EventInvitations.class) long invitation) {
        Invitation one = invitations.invitation(invitation);
        return switch (one.party()) {
            case OFFICER -> one.category() == null ? "OFFICER" : one.category().name();
            case DEPARTMENT -> "DEPARTMENT";
            case UNIT -> "RECOMMENDER";
        };
    }

    /** @param compulsory what the decision table says, null where it says nothing */
    public void invite(@OwnCase(EventInvitations.class) long invitation, @Nullable Object compulsory) {
        invitations.compulsory(invitation, Boolean.TRUE.equals(compulsory));
        Invitation one = invitations.invitation(invitation);
        notices.invited(events.event(one.event()), one);
    }

    /** The officer's account; nobody for a department or unit. */
    @ForAssignee
    public @Nullable String officer(@OwnCase(EventInvitations.class) long invitation) {
        Invitation one = invitations.invitation(invitation);
        return one.isOfficer() ? one.invitee() : null;
    }

    /** The department's or unit's group; none for an officer. */
    public List<String> group(@OwnCase(EventInvitations.class) long invitation) {
        Invitation one = invitations.invitation(invitation);
        return one.isOfficer() ? List.of() : List.of(one.invitee());
    }

    /** Whoever got an answer late has a working day for the reply, but not longer than until the event begins. */
    public Date replyDue(@OwnCase(EventInvitations.class) long invitation) {
        return date(replyBy(invitations.invitation(invitation)));
    }

    private LocalDateTime replyBy(Invitation invitation) {
        Event event = events.event(invitation.event());
        if (invitation.answeredAt() == null) return event.replyBy();
        LocalDateTime later = calendar.deadline(invitation.answeredAt(), settings.remindDays());
        LocalDateTime latest = later.isAfter(event.begin()) ? event.begin() : later;
        return latest.isAfter(event.replyBy()) ? latest : event.replyBy();
    }

    /** Some working days before the reply is due; after it, so never, where there is no time for a reminder. */
    public Date remindReplyAt(@OwnCase(EventInvitations.class) long invitation) {
        LocalDateTime due = replyBy(invitations.invitation(invitation));
        LocalDate day = calendar.minusWorkdays(due.toLocalDate(), settings.remindDays());
        LocalDateTime reminder = calendar.startOfBusiness(day);
        return date(reminder.isAfter(LocalDateTime.now(clock)) ? reminder : due.plusMinutes(1));
    }

    public void remindReply(@OwnCase(EventInvitations.class) long invitation) {
        Invitation one = invitations.invitation(invitation);
        notices.remindReply(events.event(one.event()), one);
    }

    /** {@code reason} is for those who do not come, {@code question} for those who ask first. */
    public void reply(
            @OwnCase(EventInvitations.class) long invitation,
            String reply,
            @Nullable String reason,
            @Nullable String question) {
        Invitation one = invitations.invitation(invitation);
        Event event = events.event(one.event());
        switch (Reply.valueOf(reply)) {
            case YES -> invitations.reply(invitation, Reply.YES, null, null);
            case NO -> {
                String why = Objects.requireNonNull(reason, "reason").strip();
                invitations.reply(invitation, Reply.NO, why, null);
                notices.declined(event, one, why);
            }
            default -> {
                String asked = Objects.requireNonNull(question, "question").strip();
                invitations.reply(invitation, Reply.QUESTION, null, asked);
                notices.asked(event, one, asked);
            }
        }
    }

    public Date answerDue() {
        return date(calendar.deadline(LocalDateTime.now(clock), settings.answerDays()));
    }

    public void answer(@OwnCase(EventInvitations.class) long invitation, String answer) {
        invitations.answer(invitation, answer.strip());
        Invitation one = invitations.invitation(invitation);
        history.add(one.event(), "ANSWER_QUESTION", answer.strip());
        notices.answered(
                events.event(one.event()),
                one,
                Objects.requireNonNull(one.question(), "nothing was asked"),
                answer.strip());
    }

    public void noReply(@OwnCase(EventInvitations.class) long invitation) {
        invitations.reply(invitation, Reply.NONE, null, null);
        Invitation one = invitations.invitation(invitation);
        notices.unanswered(events.event(one.event()), one);
    }

    private Date date(LocalDateTime time) {
        return Moments.date(time, clock);
    }
}

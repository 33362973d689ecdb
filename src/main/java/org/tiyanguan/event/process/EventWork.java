package org.tiyanguan.event.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.core.Moments;
import org.tiyanguan.engine.BeginsCase;
import org.tiyanguan.engine.ForAssignee;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.Event.State;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.EventKind;
import org.tiyanguan.event.EventOpinions;
import org.tiyanguan.event.EventSettings;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.event.Invitation.Agreement;
import org.tiyanguan.event.Invitation.Reply;
import org.tiyanguan.event.Opinion;
import org.tiyanguan.evidence.EvidenceBoxes;

/** What {@code event.bpmn} calls: an event from its plan to the last opinion that was voiced at it. */
@ForModels
@Component("eventWork")
@Transactional
public class EventWork {

    private static final int HOURS_BEFORE = 2;

    private final Events events;
    private final EventInvitations invitations;
    private final EventOpinions opinions;
    private final EventPlanning planning;
    private final EventRecord record;
    private final OpinionSettlement settlement;
    private final EventNotices notices;
    private final EvidenceBoxes boxes;
    private final EventSettings settings;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final EventTexts texts;

    EventWork(
            Events events,
            EventInvitations invitations,
            EventOpinions opinions,
            EventPlanning planning,
            EventRecord record,
            OpinionSettlement settlement,
            EventNotices notices,
            EvidenceBoxes boxes,
            EventSettings settings,
            WorkCalendar calendar,
            Clock clock,
            EventTexts texts) {
        this.events = events;
        this.invitations = invitations;
        this.opinions = opinions;
        this.planning = planning;
        this.record = record;
        this.settlement = settlement;
        this.notices = notices;
        this.boxes = boxes;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
        this.texts = texts;
    }

    // ---- the plan

    public Date centerDue() {
        return in(settings.centerDays());
    }

    public Date leaderDue() {
        return in(settings.leaderDays());
    }

    /** Returns the event's number. */
    @BeginsCase
    public String register(String title, String kind) {
        return events.add(title.strip(), EventKind.valueOf(kind));
    }

    public String kind(@OwnCase String number) {
        return events.event(number).kind().name();
    }

    /** The centre plans the event and chooses who is invited, or drops it. */
    public void plan(@OwnCase String number, String plan, Map<String, Object> form) {
        if (plan.equals("DROP")) events.moveTo(number, State.DROPPED);
        else planning.plan(number, form);
    }

    public void awaitApproval(@OwnCase String number) {
        notices.approve(events.event(number));
    }

    /** {@code reason} is for a plan that goes back, or is dropped. */
    public void approve(@OwnCase String number, String approval, @Nullable String reason) {
        Event event = events.event(number);
        String why = reason == null ? "" : reason.strip();
        switch (approval) {
            case "APPROVE" -> {
                LocalDateTime now = LocalDateTime.now(clock);
                if (!event.begin().isAfter(now) || !event.replyBy().isAfter(now))
                    throw texts.refusal("approval", "too-late");
            }
            case "BACK" -> {
                events.sendBack(number, why);
                notices.sentBack(event, why);
            }
            default -> {
                events.moveTo(number, State.DROPPED);
                notices.dropped(event, why);
            }
        }
    }

    /** From now on those invited know of it, and there is a place for its materials. */
    public void announce(@OwnCase String number) {
        boxes.path(number);
        events.moveTo(number, State.INVITED);
    }

    // ---- each one's reply

    /** Those who are asked; whose term ends before the event is not asked any more. */
    public List<Long> invitations(@OwnCase String number) {
        Event event = events.event(number);
        List<String> inOffice = planning.inOffice(event.begin(), event.end());
        invitations.staying(number).stream()
                .filter(one -> one.isOfficer() && !inOffice.contains(one.invitee()))
                .forEach(one -> invitations.reply(one.id(), Reply.LEFT, null, null));
        return invitations.staying(number).stream().map(Invitation::id).toList();
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
        return in(settings.answerDays());
    }

    public void answer(@OwnCase(EventInvitations.class) long invitation, String answer) {
        invitations.answer(invitation, answer.strip());
        Invitation one = invitations.invitation(invitation);
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

    // ---- until it is over

    /** The morning of the day before; where that is past, some hours before the start, or at the start itself. */
    public Date dayBefore(@OwnCase String number) {
        LocalDateTime start = events.event(number).begin();
        LocalDateTime morning = calendar.startOfBusiness(start.toLocalDate().minusDays(1));
        LocalDateTime now = LocalDateTime.now(clock);
        if (morning.isAfter(now)) return date(morning);
        LocalDateTime later = start.minusHours(HOURS_BEFORE);
        return date(later.isAfter(now) ? later : start);
    }

    /** Reminds all but those who said that they do not come. */
    public void remindAll(@OwnCase String number) {
        Event event = events.event(number);
        invitations.staying(number).stream()
                .filter(one -> one.reply() != Reply.NO)
                .forEach(one -> notices.tomorrow(event, one));
    }

    public Date begins(@OwnCase String number) {
        return date(events.event(number).begin());
    }

    public Date over(@OwnCase String number) {
        return date(events.event(number).end());
    }

    /** Nobody replies any more once it has begun; a question without an answer gets it afterwards. */
    public void closeReplies(@OwnCase String number) {
        for (Invitation one : invitations.staying(number)) {
            if (one.reply() == Reply.QUESTION)
                opinions.add(
                        number,
                        one.id(),
                        Opinion.Kind.QUESTION,
                        Objects.requireNonNull(one.question(), "nothing was asked"));
            if (one.reply().isOpen()) invitations.reply(one.id(), Reply.NONE, null, null);
        }
    }

    /** The new time stands in the event; all who are invited are told, and asked again. */
    public void postponed(@OwnCase String number) {
        Event event = events.event(number);
        invitations.reopen(number);
        String reason = Objects.requireNonNull(event.reason(), "not postponed");
        invitations.staying(number).forEach(one -> notices.postponed(event, one, reason));
    }

    /** All who are invited are told why, and those who have no answer to their question as well. */
    public void cancelled(@OwnCase String number) {
        Event event = events.event(number);
        String reason = Objects.requireNonNull(event.reason(), "not cancelled");
        invitations.staying(number).forEach(one -> notices.cancelled(event, one, reason));
    }

    public void hold(@OwnCase String number) {
        events.moveTo(number, State.HELD);
    }

    // ---- what was said

    public Date recordDue() {
        return in(settings.recordDays());
    }

    public void record(@OwnCase String number, Map<String, Object> form) {
        record.keep(number, form);
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
        return date(Objects.requireNonNull(events.event(number).minutesUntil(), "no minutes yet"));
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
        Event event = events.event(number);
        invitations.of(number).stream()
                .filter(one -> one.agreement() == Agreement.OBJECTED)
                .forEach(one -> notices.corrected(event, one, answer.strip()));
    }

    public List<Long> opinions(@OwnCase String number) {
        return opinions.of(number).stream()
                .filter(one -> one.settledAt() == null)
                .map(Opinion::id)
                .toList();
    }

    public Date settleDue() {
        return in(settings.settleDays());
    }

    /** Checks and keeps what the centre fills in: a finding for the ledger, or an answer. */
    public void settle(@OwnCase(EventOpinions.class) long opinion, String settlement, Map<String, Object> form) {
        if (settlement.equals("FINDING")) this.settlement.draft(opinions.opinion(opinion), form);
        else opinions.answer(opinion, EventPlanning.required(form, "answer"));
    }

    /** Starts the rectification of what was said; its reporter is the speaker. */
    public void report(@OwnCase(EventOpinions.class) long opinion) {
        settlement.report(opinions.opinion(opinion));
        Opinion entered = opinions.opinion(opinion);
        notices.entered(events.event(entered.event()), invitations.invitation(entered.speaker()), entered);
    }

    /** Sends the speaker the answer. */
    public void answerSpeaker(@OwnCase(EventOpinions.class) long opinion) {
        opinions.settle(opinion);
        Opinion settled = opinions.opinion(opinion);
        notices.settled(
                events.event(settled.event()),
                invitations.invitation(settled.speaker()),
                settled,
                Objects.requireNonNull(settled.answer(), "no answer"));
    }

    /** @throws IllegalStateException while an opinion is unsettled: nothing that was said is left without an answer */
    public void close(@OwnCase String number) {
        if (!opinions(number).isEmpty()) throw new IllegalStateException(number + " has unsettled opinions");
        events.moveTo(number, State.CLOSED);
    }

    private Date in(int workingDays) {
        return date(calendar.deadline(LocalDateTime.now(clock), workingDays));
    }

    private Date date(LocalDateTime time) {
        return Moments.date(time, clock);
    }
}

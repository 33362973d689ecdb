package org.tiyanguan.event.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.FormValues;
import org.tiyanguan.core.Moments;
import org.tiyanguan.engine.BeginsCase;
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
    private final CaseSteps history;
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
            CaseSteps history,
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
        this.history = history;
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
        String number = events.add(title.strip(), EventKind.valueOf(kind));
        history.add(number, "REGISTER", title.strip());
        return number;
    }

    public String kind(@OwnCase String number) {
        return events.event(number).kind().name();
    }

    /** Whether it took place; whoever called the process asks when it is over. */
    public boolean isHeld(@OwnCase String number) {
        return events.event(number).state().isHeld();
    }

    /** The centre plans the event and chooses who is invited, or drops it. */
    public void plan(@OwnCase String number, String plan, Map<String, Object> form) {
        boolean dropped = plan.equals("DROP");
        if (dropped) events.moveTo(number, State.DROPPED);
        else planning.plan(number, form);
        history.add(number, dropped ? "DROP" : "PLAN", null);
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
        history.add(number, approval, why);
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
        history.add(number, "RECORD", null);
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
        else opinions.answer(opinion, FormValues.required(form, "answer"));
    }

    /** Starts the rectification of what was said; its reporter is the speaker. */
    public void report(@OwnCase(EventOpinions.class) long opinion) {
        settlement.report(opinions.opinion(opinion));
        Opinion entered = opinions.opinion(opinion);
        history.add(entered.event(), "SETTLE", entered.ledger());
        notices.entered(events.event(entered.event()), invitations.invitation(entered.speaker()), entered);
    }

    /** Sends the speaker the answer. */
    public void answerSpeaker(@OwnCase(EventOpinions.class) long opinion) {
        opinions.settle(opinion);
        Opinion settled = opinions.opinion(opinion);
        history.add(settled.event(), "SETTLE", settled.answer());
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
        history.add(number, "CLOSE", null);
    }

    private Date in(int workingDays) {
        return date(calendar.deadline(LocalDateTime.now(clock), workingDays));
    }

    private Date date(LocalDateTime time) {
        return Moments.date(time, clock);
    }
}

package org.tiyanguan.event;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.event.Event.State;

/** What the centre does with an event that those invited know of: another time, or none at all. */
@Component
@Transactional
public class EventActs {

    private static final int LONGEST_REASON = 300;

    private final Events events;
    private final TimeRules rules;
    private final CaseMessages cases;
    private final CaseSteps history;
    private final Clock clock;
    private final EventTexts texts;

    EventActs(Events events, TimeRules rules, CaseMessages cases, CaseSteps history, Clock clock, EventTexts texts) {
        this.events = events;
        this.rules = rules;
        this.cases = cases;
        this.history = history;
        this.clock = clock;
        this.texts = texts;
    }

    /**
     * Postpones the event; all are told and asked again.
     *
     * @throws org.tiyanguan.core.Refusal at the field that makes no sense, or if it has begun or ended
     */
    public void postpone(
            String number,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            LocalDateTime replyDue,
            @Nullable String dayOffReason,
            String reason) {
        stillAhead(number);
        Times times = rules.check(startsAt, endsAt, replyDue, dayOffReason);
        events.postpone(number, times, reason(reason));
        history.add(number, "POSTPONE", texts.of("postponed", texts.time(times.startsAt()), reason(reason)));
        send(EventDiagram.Message.POSTPONED, number);
    }

    /** @throws org.tiyanguan.core.Refusal without a reason, or if it has begun or ended */
    public void cancel(String number, String reason) {
        stillAhead(number);
        events.cancel(number, reason(reason));
        history.add(number, "CANCEL", reason(reason));
        send(EventDiagram.Message.CANCELLED, number);
    }

    private void stillAhead(String number) {
        Event event = events.lock(number);
        if (event.state() != State.INVITED || !event.begin().isAfter(LocalDateTime.now(clock)))
            throw texts.refusal(null, "not-ahead");
    }

    private String reason(String typed) {
        return texts.length("reason", typed, 2, LONGEST_REASON);
    }

    private void send(String message, String number) {
        if (!cases.send(message, number, Map.of())) throw texts.refusal(null, "not-ahead");
    }
}

package org.tiyanguan.event.schedule;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Guests;
import org.tiyanguan.event.schedule.ICalendar.Item;
import org.tiyanguan.event.schedule.ICalendar.Method;
import org.tiyanguan.notification.MailAttachments;

/**
 * An event as a file for calendars, in the mails about it and on its page: always under the same UID, so that another
 * time takes the place of the one before.
 */
@Component
@Transactional(readOnly = true)
class EventFiles implements MailAttachments {

    /** The mails that bring the file along, and what it asks of the calendar. */
    private static final Map<String, Method> MAILED = Map.of(
            "event-invited", Method.REQUEST, "event-postponed", Method.REQUEST, "event-cancelled", Method.CANCEL);

    private final Events events;
    private final Guests guests;
    private final Clock clock;
    private final String baseUrl;

    EventFiles(Events events, Guests guests, Clock clock, @Value("${tiyanguan.base-url}") String baseUrl) {
        this.events = events;
        this.guests = guests;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @Override
    public Optional<Attachment> of(Mailed mail) {
        Method method = MAILED.get(mail.template());
        if (method == null || mail.number() == null) return Optional.empty();
        return events.find(mail.number()).map(event -> {
            Item item = item(event, method == Method.CANCEL, mail.from(), mail.to());
            byte[] file = ICalendar.of(method, event.title(), clock.instant(), List.of(item));
            return new Attachment(event.number() + ".ics", ICalendar.TYPE + "; method=" + method, file);
        });
    }

    byte[] file(Event event) {
        Item item = item(event, event.state() == Event.State.CANCELLED, null, null);
        return ICalendar.of(Method.PUBLISH, event.title(), clock.instant(), List.of(item));
    }

    private String host() {
        return Objects.requireNonNullElse(URI.create(baseUrl).getHost(), "localhost");
    }

    /** Nobody's name stands in it, whoever it is for: it goes from hand to hand. */
    Item item(Event event, boolean cancelled, @Nullable String from, @Nullable String to) {
        Guests.Mask mask = guests.in(event.number());
        return new Item(
                event.number() + "@" + host(),
                event.sequence(),
                event.begin(),
                event.end(),
                mask.text(event.title()),
                mask.text(event.where()),
                baseUrl + "/events/" + event.number() + "/task",
                cancelled,
                from,
                to);
    }
}

package org.tiyanguan.event;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;

/** The texts of events, by key without its first word: {@code messages/event.properties}. */
@Component
public class EventTexts extends Texts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日（EEE）HH:mm", Locale.CHINA);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    EventTexts(MessageSource messages) {
        super(messages, "event.");
    }

    /** From when to when, with the day of the week; the second day only where it is another. */
    public String when(Event event) {
        boolean sameDay = event.begin().toLocalDate().equals(event.end().toLocalDate());
        return day(event.begin()) + " — " + (sameDay ? event.end().format(HOUR) : day(event.end()));
    }

    public String day(LocalDateTime time) {
        return time.format(DAY);
    }
}

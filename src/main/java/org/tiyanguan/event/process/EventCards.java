package org.tiyanguan.event.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Events;
import org.tiyanguan.web.CaseCards;

/** The event's title and kind. */
@Component
class EventCards implements CaseCards {

    private final Events events;
    private final EventTexts texts;

    EventCards(Events events, EventTexts texts) {
        this.events = events;
        this.texts = texts;
    }

    @Override
    public Optional<CaseCard> of(CaseTask task) {
        return Optional.ofNullable(task.number())
                .flatMap(events::find)
                .map(one -> new CaseCard(one.number(), one.title(), texts.label("kind", one.kind()), null));
    }
}

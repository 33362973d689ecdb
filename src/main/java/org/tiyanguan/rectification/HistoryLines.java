package org.tiyanguan.rectification;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.security.Roles;

/** The history of a case as the forms of its tasks show it. */
@Component
class HistoryLines {

    private static final int LONGEST = 30;

    private final LedgerHistory history;
    private final Parts parts;
    private final PublicTexts texts;
    private final Texts words;

    HistoryLines(LedgerHistory history, Parts parts, PublicTexts texts, Texts words) {
        this.history = history;
        this.parts = parts;
        this.texts = texts;
        this.words = words;
    }

    /** Returns what the part's department may know. */
    List<Map<String, String>> of(Part part) {
        return of(eventsFor(part));
    }

    /** What a department may know: of its own part and of the whole entry. */
    private List<LedgerHistory.Event> eventsFor(Part part) {
        List<Long> own = parts.of(part.number()).stream()
                .filter(other -> other.department().equals(part.department()))
                .map(Part::id)
                .toList();
        PublicTexts.Mask mask = texts.in(part.number());
        return history.of(part.number()).stream()
                .filter(event -> event.partId() == null || own.contains(event.partId()))
                .filter(event -> event.isFor(List.of(Roles.department(part.department()))))
                // Its text says through which channel the finding came.
                .filter(event -> event.act() != Act.REPORT)
                .map(mask::event)
                .toList();
    }

    /** Of so many events, the last ones. */
    List<Map<String, String>> of(List<LedgerHistory.Event> events) {
        return events.stream()
                .skip(Math.max(0, events.size() - LONGEST))
                .map(event -> Map.of(
                        "at", words.time(event.at()),
                        "who", who(event),
                        "what", words.label("act", event.act()),
                        "text", PlainText.of(event.text())))
                .toList();
    }

    private String who(LedgerHistory.Event event) {
        boolean named = event.actorRole() != LedgerHistory.ActorRole.OFFICER;
        return named ? PlainText.of(event.actorName()) : words.label("role", event.actorRole());
    }
}

package org.tiyanguan.rectification;

import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.ledger.PublicTexts;

/** Answers the reporter, with which an entry ends. */
@Component
@Transactional
class Answers {

    private final Ledger ledger;
    private final LedgerHistory history;
    private final Parts parts;
    private final PublicTexts texts;
    private final LoopNotices notices;
    private final CaseMessages messages;
    private final Texts words;

    Answers(
            Ledger ledger,
            LedgerHistory history,
            Parts parts,
            PublicTexts texts,
            LoopNotices notices,
            CaseMessages messages,
            Texts words) {
        this.ledger = ledger;
        this.history = history;
        this.parts = parts;
        this.texts = texts;
        this.notices = notices;
        this.messages = messages;
        this.words = words;
    }

    void draft(String number, String answer) {
        ledger.draftAnswer(number, answer, texts.of(number, answer));
    }

    /** Closes the entry and sends its answer; where it was merged, the main entry's public one. */
    void close(String number, Outcome outcome) {
        Entry entry = ledger.entry(number);
        if (outcome == Outcome.MERGED) {
            String main = Objects.requireNonNull(entry.mergedInto(), "not merged");
            draft(number, words.of("answer.merged", main, ledger.entry(main).publicAnswer()));
        }
        if (outcome == Outcome.WITHDRAWN) endParts(entry);
        ledger.close(number, outcome);
        Entry closed = ledger.entry(number);
        history.record(closed, Act.ANSWER, closed.draftedAnswer());
        history.record(closed, Act.CLOSE, words.label("outcome", closed.outcome()));
        notices.answer(closed);
    }

    void releaseMerged(String number) {
        Outcome main = Objects.requireNonNull(ledger.entry(number).outcome(), "not closed");
        Map<String, Object> outcome = Map.of(LoopDiagram.Variable.MAIN_OUTCOME, main.name());
        ledger.waitingFor(number).forEach(waiting -> messages.send(LoopDiagram.Message.MAIN_CLOSED, waiting, outcome));
    }

    private void endParts(Entry entry) {
        parts.open(entry.number()).forEach(part -> {
            parts.withdraw(part.id());
            notices.withdrawn(part, entry.draftedAnswer());
        });
    }
}

package org.tiyanguan.rectification;

import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;

/** How centre and officer judge what the departments did. */
@Component
class Verification {

    private final Ledger ledger;
    private final LedgerHistory history;
    private final PartAssignment assigning;
    private final Answers answers;
    private final Texts words;

    Verification(Ledger ledger, LedgerHistory history, PartAssignment assigning, Answers answers, Texts words) {
        this.ledger = ledger;
        this.history = history;
        this.assigning = assigning;
        this.answers = answers;
        this.words = words;
    }

    /**
     * The centre drafts the answer, or sends departments back to work.
     *
     * @param how the centre verified it, in a sentence
     */
    void decide(
            Entry entry,
            String verification,
            String how,
            String note,
            String answer,
            Object rework,
            Integer reworkDays) {
        switch (verification) {
            case "GOOD" -> {
                answers.draft(entry.number(), answer.strip());
                history.record(entry, Act.VERIFY_GOOD, how);
            }
            case "REWORK" -> {
                history.record(entry, Act.VERIFY_REWORK, how);
                assigning.again(entry, rework, note, reworkDays);
                ledger.moveTo(entry.number(), EntryState.RECTIFY);
            }
            default -> throw new IllegalArgumentException(verification);
        }
    }

    /** The officer agrees with a rating, or objects. */
    void confirm(Entry entry, String confirmation, String rating, String objection) {
        switch (confirmation) {
            case "CONFIRM" -> {
                ledger.rate(entry.number(), Integer.parseInt(rating));
                history.record(entry, Act.CONFIRM, words.of("rated", rating));
            }
            case "OBJECT" -> {
                ledger.objected(entry.number());
                history.record(entry, Act.OBJECT, objection.strip());
            }
            default -> throw new IllegalArgumentException(confirmation);
        }
    }
}

package org.tiyanguan.rectification;

import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;

/** What the centre does with a finding first. */
@Component
class Triage {

    private final Ledger ledger;
    private final LedgerHistory history;
    private final Answers answers;
    private final LoopNotices notices;
    private final Texts words;

    Triage(Ledger ledger, LedgerHistory history, Answers answers, LoopNotices notices, Texts words) {
        this.ledger = ledger;
        this.history = history;
        this.answers = answers;
        this.notices = notices;
        this.words = words;
    }

    /** An entry comes back whose main entry was withdrawn. */
    void await(String number) {
        Entry entry = ledger.entry(number);
        if (entry.state() == EntryState.MERGED) {
            ledger.unmerge(number);
            history.record(entry, Act.REOPEN, words.of("reopened", entry.mergedInto()));
        }
        notices.triage(entry);
    }

    /** The centre accepts, merges into the entry {@code mergeInto}, or answers without rectification. */
    void decide(String number, String triage, String why, String mergeInto, boolean needsOthers) {
        Entry entry = ledger.entry(number);
        switch (triage) {
            case "ACCEPT" -> {
                ledger.accept(number, needsOthers);
                history.record(entry, Act.TRIAGE_ACCEPT, why);
            }
            case "MERGE" -> {
                Entry main = main(entry, mergeInto);
                ledger.mergeInto(number, main.number());
                history.record(entry, Act.TRIAGE_MERGE, words.of("merged", main.number(), why));
            }
            case "ANSWER" -> {
                answers.draft(number, why);
                history.record(entry, Act.TRIAGE_ANSWER, why);
            }
            default -> throw new IllegalArgumentException(triage);
        }
        notices.triaged(entry, triage, why);
    }

    private Entry main(Entry entry, String number) {
        Entry main = ledger.lock(number.strip()).orElseThrow(() -> words.refusal("mergeInto", "merge.unknown", number));
        if (main.number().equals(entry.number())) throw words.refusal("mergeInto", "merge.self");
        if (!main.state().acceptsMerge()) throw words.refusal("mergeInto", "merge.state", main.number());
        return main;
    }
}

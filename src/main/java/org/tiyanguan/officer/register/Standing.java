package org.tiyanguan.officer.register;

import java.time.LocalDate;
import java.util.List;
import org.tiyanguan.officer.Term;
import org.tiyanguan.officer.TermEnd;

/** Whether an officer serves, or how the last term ended; {@code ENDED} is any of these. */
enum Standing {
    SERVING,
    ENDED,
    EXPIRED,
    DISMISSED,
    RESIGNED,
    UNIT;

    /** @param chain the officer's terms, the oldest first */
    static Standing of(List<Term> chain, LocalDate today) {
        if (chain.isEmpty() || chain.stream().anyMatch(term -> term.isOpenOn(today))) return SERVING;
        TermEnd end = chain.get(chain.size() - 1).end(today);
        return end == null ? EXPIRED : valueOf(end.name());
    }

    boolean is(Standing asked) {
        return this == asked || asked == ENDED && this != SERVING;
    }

    /** For those who learn that a term ended, and not why. */
    public Standing inShort() {
        return this == SERVING ? SERVING : ENDED;
    }
}

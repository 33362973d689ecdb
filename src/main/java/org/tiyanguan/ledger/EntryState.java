package org.tiyanguan.ledger;

/** Where a ledger entry stands; the process moves it. */
public enum EntryState {
    TRIAGE,
    ASSIGN,
    RECTIFY,
    VERIFY,
    CONFIRM,
    MERGED,
    CLOSED;

    /** Accepted and not yet answered: another entry may be merged into it. */
    public boolean acceptsMerge() {
        return this == ASSIGN || this == RECTIFY || this == VERIFY || this == CONFIRM;
    }
}

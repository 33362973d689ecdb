package org.tiyanguan.recruitment;

/** Where an application stands. */
public enum ApplicationState {
    CHECK,
    COMPLETION,
    DECISION,
    SHORTLIST,
    APPOINTED,
    REFUSED,
    LAPSED;

    /** Whether the leader has decided, or nothing is left to decide. */
    public boolean isDecided() {
        return this == SHORTLIST || isSettled();
    }

    /** Whether whoever applied has the final answer. */
    public boolean isSettled() {
        return this == APPOINTED || this == REFUSED || this == LAPSED;
    }
}

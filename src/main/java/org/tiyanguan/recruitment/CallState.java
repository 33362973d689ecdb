package org.tiyanguan.recruitment;

/** Where a recruitment call stands. */
public enum CallState {
    DRAFT,
    APPROVAL,

    /** The call waits for its first day. */
    APPROVED,

    /** The call takes applications. */
    OPEN,

    /** The last day is over; the applications are decided. */
    CLOSED,

    /** The shortlist is up for objections. */
    NOTICE,
    ENDED,
    WITHDRAWN;

    /** Whether the public may know of it. */
    public boolean isPublic() {
        return this == OPEN || this == CLOSED || this == NOTICE || this == ENDED;
    }
}

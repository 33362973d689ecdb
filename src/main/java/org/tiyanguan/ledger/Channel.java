package org.tiyanguan.ledger;

/** How a finding reached the centre. */
public enum Channel {
    OFFICER,
    HOTLINE,
    VISIT,
    MEETING,
    OTHER
}

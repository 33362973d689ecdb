package org.tiyanguan.ledger;

public enum Urgency {
    NORMAL,
    URGENT,
    CRITICAL
}

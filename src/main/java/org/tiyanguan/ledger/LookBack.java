package org.tiyanguan.ledger;

/** What an officer found who looked again, some time after the entry was closed (回头看). */
public enum LookBack {
    GONE,
    STILL
}

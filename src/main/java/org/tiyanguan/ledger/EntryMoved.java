package org.tiyanguan.ledger;

/** An entry is in another state now; published in the transaction in which it is. */
public record EntryMoved(String number, EntryState state) {}

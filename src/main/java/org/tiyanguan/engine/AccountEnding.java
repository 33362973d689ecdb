package org.tiyanguan.engine;

/** An account is about to be deleted, in this transaction; it is there still. */
public record AccountEnding(String account) {}

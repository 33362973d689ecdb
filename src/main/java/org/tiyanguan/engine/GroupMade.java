package org.tiyanguan.engine;

/** A new group is being saved, by the program or in Admin, in this transaction. */
public record GroupMade(String id) {}

package org.tiyanguan.experience;

/** Nobody goes on with the visit; published in the transaction in which it is so. */
public record VisitSettled(long visit) {}

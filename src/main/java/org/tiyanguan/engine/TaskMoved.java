package org.tiyanguan.engine;

/**
 * A person took, laid back, gave away or gave back an open task through one of the engine's own doors, in this
 * transaction: {@code from} and {@code to} are accounts, or null for nobody.
 */
public record TaskMoved(CaseTask task, String from, String to, boolean givenBack) {}

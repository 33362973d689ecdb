package org.tiyanguan.engine;

/**
 * The program took an open task from somebody who may not do it any more, in this transaction.
 *
 * @param task as it was before
 * @param from the account, which may be no more
 */
public record TaskReleased(CaseTask task, String from) {}

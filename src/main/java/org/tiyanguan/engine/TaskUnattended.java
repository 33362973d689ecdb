package org.tiyanguan.engine;

/** A task has been made, in this transaction, that nobody can do; see {@link CaseTasks#unattended}. */
public record TaskUnattended(CaseTask task) {}

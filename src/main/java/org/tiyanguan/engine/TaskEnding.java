package org.tiyanguan.engine;

/** A task is being completed, or taken away by the course of the case, in this transaction. */
public record TaskEnding(String taskId) {}

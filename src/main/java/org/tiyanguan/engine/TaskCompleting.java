package org.tiyanguan.engine;

/** Somebody is completing a task, in this transaction; nothing that follows of it has happened yet. */
public record TaskCompleting(String taskId) {}

package org.tiyanguan.engine;

/** A fault whose words quote nothing of what it worked on: a job that failed by it may tell them to designers. */
public interface QuotesNothing {}

package org.tiyanguan.event;

/** 培训、座谈、集中调研、聘任仪式、总结会. */
public enum EventKind {
    TRAINING,
    SYMPOSIUM,
    RESEARCH,
    CEREMONY,
    SUMMARY
}

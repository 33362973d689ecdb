package org.tiyanguan.ledger;

/** What a finding is about: what the scheme asks officers to look at, 二（三）1 and 2. */
public enum Topic {
    WEB_PAGE,
    GUIDE,
    CHANNEL,
    WINDOW,
    PROCESS,
    ENVIRONMENT,
    EFFICIENCY,
    ATTITUDE,
    DISCIPLINE,
    OTHER
}

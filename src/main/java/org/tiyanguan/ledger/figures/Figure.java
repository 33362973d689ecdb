package org.tiyanguan.ledger.figures;

/** What {@link Figures} count; each value stands in their SQL. What a figure tells apart are names of its own. */
enum Figure {
    /** Told apart by the first day of the month of the report, and on its other side by kind. */
    MONTH,
    CHANNEL,
    MODE,
    TOPIC,
    CATEGORY,
    /** {@code ON_TIME} or {@code LATE}, of the entries that were judged. */
    TIMELY,
    CARD,
    RATING,
    REOPENED,
    /** Closed as mended, and of these what came back. */
    MENDED,
    RELAPSED,
    /** Told apart by the codes of all departments that worked on an entry, separated by commas. */
    DEPARTMENTS,
    /** The most frequent service items, and on their other side the topic. */
    ITEM,
    OFFICERS,
    OFFICERS_OF,
    BY_OFFICERS,
    /** Days to {@code ACCEPTED}, {@code RECTIFIED} and {@code CLOSED}. */
    DAYS,
    /** Told apart by department, null for all of them, and on its other side by how long it is overdue. */
    OVERDUE,
    WAITING,
    CLOSED
}

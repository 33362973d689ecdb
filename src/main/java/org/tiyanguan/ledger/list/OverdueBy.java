package org.tiyanguan.ledger.list;

import org.tiyanguan.ledger.Deadlines;

/**
 * How long an entry has been overdue: working days since the earliest deadline that passed, see
 * {@link Deadlines#daysOverdue}.
 */
enum OverdueBy {
    UP_TO_3(0, 3),
    UP_TO_10(4, 10),
    OVER_10(11, Integer.MAX_VALUE);

    private final int least;
    private final int most;

    OverdueBy(int least, int most) {
        this.least = least;
        this.most = most;
    }

    int least() {
        return least;
    }

    /** {@link Integer#MAX_VALUE} for no limit. */
    int most() {
        return most;
    }
}

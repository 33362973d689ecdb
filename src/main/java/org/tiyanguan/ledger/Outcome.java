package org.tiyanguan.ledger;

/** How a closed entry ended; each of them with an answer. */
public enum Outcome {
    RECTIFIED,
    ANSWERED,
    MERGED,
    WITHDRAWN
}

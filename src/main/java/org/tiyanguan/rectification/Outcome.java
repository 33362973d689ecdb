package org.tiyanguan.rectification;

/** How a closed entry ended; each of them with an answer. */
enum Outcome {
    RECTIFIED,
    ANSWERED,
    MERGED,
    WITHDRAWN
}

package org.tiyanguan.rectification;

/** How a finding reached the centre. */
enum Channel {
    OFFICER,
    HOTLINE,
    VISIT,
    OTHER
}

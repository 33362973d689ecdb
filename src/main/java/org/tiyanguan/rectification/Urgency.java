package org.tiyanguan.rectification;

enum Urgency {
    NORMAL,
    URGENT,
    CRITICAL
}

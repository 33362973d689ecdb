package org.tiyanguan.rectification;

public enum Urgency {
    NORMAL,
    URGENT,
    CRITICAL
}

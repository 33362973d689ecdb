package org.tiyanguan.officer;

/** How a term ends: 期满、解聘、辞任、单位撤回. */
public enum TermEnd {
    EXPIRED,
    DISMISSED,
    RESIGNED,
    UNIT
}

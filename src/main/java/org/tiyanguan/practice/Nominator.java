package org.tiyanguan.practice;

/**
 * Who says that an entry is worth telling others: the centre, a department's head, the officer, or the decision table.
 */
public enum Nominator {
    CENTER,
    HEAD,
    OFFICER,
    TABLE
}

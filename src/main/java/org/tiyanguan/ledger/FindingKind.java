package org.tiyanguan.ledger;

public enum FindingKind {
    PROBLEM,
    SUGGESTION
}

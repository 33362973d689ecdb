package org.tiyanguan.rectification;

public enum FindingKind {
    PROBLEM,
    SUGGESTION
}

package org.tiyanguan.rectification;

enum FindingKind {
    PROBLEM,
    SUGGESTION
}

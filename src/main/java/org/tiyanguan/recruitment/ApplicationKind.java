package org.tiyanguan.recruitment;

/** Recommended by a unit with annex 1 (推荐表), or by oneself with annex 2 (自荐表). */
enum ApplicationKind {
    RECOMMENDATION,
    SELF
}

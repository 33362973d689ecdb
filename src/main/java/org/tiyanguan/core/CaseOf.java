package org.tiyanguan.core;

import org.jspecify.annotations.Nullable;

/** Knows to which case something with an id of its own belongs. */
public interface CaseOf {

    /**
     * The number; null if it is about no case.
     *
     * @throws RuntimeException if there is no such thing
     */
    @Nullable
    String caseOf(String id);
}

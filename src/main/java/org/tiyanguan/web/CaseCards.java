package org.tiyanguan.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.engine.CaseTask;

/** What a feature says about its cases in Tasklist's list. */
public interface CaseCards {

    /** {@code parties} is who is concerned; {@code badge} is YELLOW, RED or null. */
    record CaseCard(
            String number,
            String title,
            String parties,
            @Nullable String badge) {}

    /** Of a task that the user may see; empty if it is about no case of the feature. */
    Optional<CaseCard> of(CaseTask task);
}

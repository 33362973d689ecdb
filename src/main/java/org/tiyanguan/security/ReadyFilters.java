package org.tiyanguan.security;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Filters that a feature adds to Tasklist's ready ones. */
public interface ReadyFilters {

    /** What a filter lists. */
    enum Shown {
        /** Tasks that the user has claimed or was given. */
        ASSIGNED,
        /** Tasks of the user's groups, claimed or not. */
        OF_GROUPS,
        /** The user's and their groups' tasks that are due within three days. */
        SOON,
        /** The user's and their groups' tasks that are past their due dates. */
        OVERDUE,
        /** Whatever the engine lets the user see. */
        ALL
    }

    /**
     * @param name of its row of {@code task_filter}; names its texts, too ({@code filter.…})
     * @param place in Tasklist's list of filters
     * @param groups who sees it, groups made later included; null for everybody
     */
    record ReadyFilter(
            String name, int place, Shown shown, @Nullable Predicate<String> groups) {}

    List<ReadyFilter> readyFilters();
}

package org.tiyanguan.engine;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open task of a case. {@code key} is its id in the diagram; {@code number} is the case's business key;
 * {@code groups} are those whose members may claim it; {@code owner} is who gets it back while it is delegated,
 * otherwise null. Assignee and due may be null.
 */
public record CaseTask(
        String id,
        String key,
        String name,
        String process,
        @Nullable String number,
        @Nullable String assignee,
        @Nullable String owner,
        boolean delegated,
        List<String> groups,
        @Nullable LocalDateTime due) {}

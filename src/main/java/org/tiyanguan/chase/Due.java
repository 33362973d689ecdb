package org.tiyanguan.chase;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is due. {@code number} is the case's, or null; {@code what} says what the case is about, or which step
 * is to be done; {@code groups} are those who should do it, none where it is the business of {@code assignee} alone.
 */
public record Due(
        @Nullable String number,
        String what,
        List<String> groups,
        @Nullable String assignee,
        LocalDateTime at) {

    boolean isOf(String group) {
        return groups.contains(group);
    }
}

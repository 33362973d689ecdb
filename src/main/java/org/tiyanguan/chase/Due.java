package org.tiyanguan.chase;

import java.time.LocalDateTime;
import java.util.List;

/**
 * One thing that is due. {@code number} is the case's, or null; {@code what} says what the case is about, or which step
 * is to be done; {@code groups} are those who should do it, none where it is the business of {@code assignee} alone.
 */
public record Due(String number, String what, List<String> groups, String assignee, LocalDateTime at) {

    boolean isOf(String group) {
        return groups.contains(group);
    }
}

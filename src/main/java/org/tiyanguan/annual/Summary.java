package org.tiyanguan.annual;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The summary of one year. {@code note} is what the centre tells the leader of its draft; {@code meeting} is the number
 * of the summary meeting, and {@code meetingNote} why the year goes on without one; {@code lateSince} is when it was
 * found not to be issued in time.
 */
public record Summary(
        String number,
        int summaryYear,
        String openedBy,
        LocalDateTime openedAt,
        @Nullable String note,
        @Nullable String meeting,
        @Nullable Boolean meetingHeld,
        @Nullable String meetingNote,
        @Nullable LocalDateTime lateSince) {

    /** Whether there has been a meeting, or nobody waits for one any more. */
    public boolean isMeetingSettled() {
        return Boolean.TRUE.equals(meetingHeld) || meetingNote != null;
    }
}

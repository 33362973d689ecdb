package org.tiyanguan.event;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.officer.OfficerCategory;

/**
 * One who is invited: an officer by the account, a department or unit by its group. {@code category} is the officer's,
 * where there is a record of it; {@code reason} is why they do not come.
 */
public record Invitation(
        long id,
        String event,
        Party party,
        String invitee,
        @Nullable OfficerCategory category,
        boolean compulsory,
        Reply reply,
        @Nullable String reason,
        @Nullable String question,
        @Nullable String answer,
        @Nullable LocalDateTime answeredAt,
        @Nullable String repliedBy,
        @Nullable LocalDateTime repliedAt,
        @Nullable Attendance attendance,
        @Nullable LocalDateTime signedInAt,
        @Nullable SignIn signedInBy,
        @Nullable Agreement agreement,
        @Nullable String correction) {

    public enum Party {
        OFFICER,
        DEPARTMENT,
        UNIT
    }

    /** {@code NONE}: there was no reply in time; {@code LEFT}: the term has ended, so nobody asks any more. */
    public enum Reply {
        OPEN,
        YES,
        NO,
        QUESTION,
        NONE,
        LEFT;

        public boolean isOpen() {
            return this == OPEN || this == QUESTION;
        }
    }

    /** Present, excused, or absent without an excuse. */
    public enum Attendance {
        PRESENT,
        EXCUSED,
        ABSENT
    }

    /** By the code at the door, on the list at the desk, or written down afterwards. */
    public enum SignIn {
        CODE,
        DESK,
        RECORD
    }

    /** With the minutes. */
    public enum Agreement {
        AGREED,
        OBJECTED,
        SILENT
    }

    public boolean isOfficer() {
        return party == Party.OFFICER;
    }

    public boolean isPresent() {
        return attendance == Attendance.PRESENT;
    }
}

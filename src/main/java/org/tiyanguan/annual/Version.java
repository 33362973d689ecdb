package org.tiyanguan.annual;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The report, or a correction (勘误) of it from the second version on, which has a {@code reason}. {@code remark} is why
 * the leader sent it back.
 */
public record Version(
        String number,
        int version,
        State state,
        @Nullable String reason,
        @Nullable String remark,
        LocalDateTime frozenAt,
        @Nullable String approvedBy,
        @Nullable LocalDateTime approvedAt,
        @Nullable LocalDateTime issuedAt) {

    public enum State {
        DRAFT,
        /** It lies with the leader. */
        SUBMITTED,
        APPROVED,
        ISSUED,
        /** A correction that was given up. */
        DROPPED
    }

    public boolean isDraft() {
        return state == State.DRAFT;
    }

    public boolean isIssued() {
        return state == State.ISSUED;
    }

    public boolean isCorrection() {
        return version > 1;
    }
}

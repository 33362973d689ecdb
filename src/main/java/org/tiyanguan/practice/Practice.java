package org.tiyanguan.practice;

import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A good practice. {@code title} is that of the published text, or else of the newest; {@code remark} is why the leader
 * sent the text back; {@code named} is the officer whom the published text thanks; {@code endedWhy} is why it was left
 * or dropped; {@code checkedAt} is when somebody last looked whether it works.
 */
public record Practice(
        String number,
        String ledger,
        State state,
        Nominator nominatedBy,
        @Nullable String nominator,
        @Nullable String nominatedWhy,
        LocalDateTime nominatedAt,
        String department,
        @Nullable String topic,
        String serviceItem,
        String title,
        @Nullable String remark,
        @Nullable Checked checked,
        @Nullable String correction,
        @Nullable Consent consent,
        @Nullable String named,
        @Nullable LocalDateTime publishedAt,
        @Nullable LocalDateTime revisedAt,
        @Nullable LocalDateTime withdrawnAt,
        @Nullable String withdrawnWhy,
        @Nullable LocalDateTime checkedAt,
        @Nullable String endedWhy) {

    public enum State {
        NOMINATED,
        WRITING,
        CHECKING,
        CONSENT,
        APPROVAL,
        PUBLIC,
        WITHDRAWN,
        LEFT,
        DROPPED;

        /** Whether nothing more happens to it. */
        public boolean isOver() {
            return this == WITHDRAWN || this == LEFT || this == DROPPED;
        }
    }

    /** What the responsible department said to the newest text. */
    public enum Checked {
        AGREED,
        CORRECTED,
        SILENT
    }

    /** What the officer said to being named. */
    public enum Consent {
        GIVEN,
        REFUSED,
        SILENT
    }

    /** Whether everybody may read it: it stays so while a new text is being written. */
    public boolean isPublic() {
        return publishedAt != null && withdrawnAt == null;
    }

    /** Whether a new text is in work while the published one stays. */
    public boolean isRevised() {
        return isPublic() && state != State.PUBLIC;
    }

    /** When it was published first; what is or was public has such a time. */
    public LocalDateTime since() {
        return Objects.requireNonNull(publishedAt, "never published");
    }

    /** When the public last saw it change. */
    public LocalDateTime updated() {
        if (withdrawnAt != null) return withdrawnAt;
        return revisedAt == null ? since() : revisedAt;
    }
}

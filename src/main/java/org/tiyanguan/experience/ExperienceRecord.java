package org.tiyanguan.experience;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an officer filled in (体验记录). {@code visit} is null for one without an assignment (随手拍); {@code revision} counts
 * the saves; {@code content} is null once it is sent.
 */
public record ExperienceRecord(
        String number,
        String token,
        String officer,
        @Nullable Long visit,
        State state,
        int revision,
        @Nullable String content,
        LocalDateTime updatedAt,
        @Nullable LocalDateTime sentAt) {

    enum State {
        DRAFT,
        SENT
    }

    public boolean isSent() {
        return state == State.SENT;
    }

    /** The number under which photos of an item or a finding are kept until the record is sent, or for good. */
    String photosOf(String place) {
        return number + "/" + place;
    }
}

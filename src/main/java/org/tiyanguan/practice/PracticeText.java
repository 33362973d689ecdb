package org.tiyanguan.practice;

import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One text of a practice: it is worked on until it is published, and then stays as it was. */
public record PracticeText(
        String practice,
        int version,
        String title,
        String beforeText,
        String doneText,
        String effectText,
        @Nullable String windows,
        boolean namesOfficer,
        String writtenBy,
        LocalDateTime writtenAt,
        @Nullable LocalDateTime publishedAt) {

    /** What people read, by the fields of the form. */
    public Map<String, String> byField() {
        return Map.of(
                "title", title,
                "before", beforeText,
                "done", doneText,
                "effect", effectText,
                "windows", windows == null ? "" : windows);
    }
}

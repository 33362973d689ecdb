package org.tiyanguan.experience.record;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.experience.ExperienceRecord;
import org.tiyanguan.experience.Visit;

/**
 * A record as its officer's page knows it: {@code visit} is null for one without an assignment (随手拍), {@code record} is
 * null until a draft is kept. {@code token} is the page's, under which the first draft is kept.
 */
record OwnRecord(@Nullable Visit visit, @Nullable ExperienceRecord record, String token) {

    /** What was kept of it. */
    ExperienceRecord kept() {
        return Objects.requireNonNull(record, "nothing was kept");
    }

    boolean isSent() {
        return record != null && record.isSent();
    }

    String path() {
        if (visit != null) return "/officer/tasks/" + visit.id();
        return record == null ? "/officer/report" : "/officer/report/" + record.number();
    }
}

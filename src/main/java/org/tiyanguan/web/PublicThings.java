package org.tiyanguan.web;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a feature's cases the public can read, so that the centre sees all of it on one page. */
public interface PublicThings {

    /** {@code kind} says what it is; {@code since} is null where that was not kept. */
    record PublicThing(
            String kind,
            String title,
            String link,
            @Nullable LocalDateTime since) {}

    List<PublicThing> publicThings();
}

package org.tiyanguan.officer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often officers were sent, and when they last went. */
public interface VisitCounts {

    /** @param last the day of the last record that was sent */
    record Visited(int assignments, @Nullable LocalDate last) {

        public static final Visited NEVER = new Visited(0, null);
    }

    /** By account; whoever was never sent is missing. */
    Map<String, Visited> of(Collection<String> accounts);
}

package org.tiyanguan.officer;

import java.time.LocalDateTime;
import java.util.Map;

/** What an officer did, counted; each feature counts its own. */
public interface Deeds {

    /**
     * Counts by the names that the decision table {@code officer-rating} and the page of figures know, of {@code from}
     * until before {@code until}.
     */
    Map<String, Integer> count(String account, LocalDateTime from, LocalDateTime until);
}

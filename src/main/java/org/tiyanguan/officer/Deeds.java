package org.tiyanguan.officer;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an officer did, counted; each feature counts its own. */
public interface Deeds {

    /**
     * Counts by the names that the decision table {@code officer-rating} and the page of figures know, of {@code from}
     * until before {@code until}.
     */
    default Map<String, Integer> count(String account, LocalDateTime from, LocalDateTime until) {
        return Objects.requireNonNull(count(List.of(account), from, until).get(account));
    }

    /**
     * The same of several officers, by account, none of whom is missing.
     *
     * @param accounts at least one
     */
    Map<String, Map<String, Integer>> count(Collection<String> accounts, LocalDateTime from, LocalDateTime until);
}

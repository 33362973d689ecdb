package org.tiyanguan.practice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry that may become a practice: its responsible departments, the first of which answers for it, what it is
 * about, and its public title.
 */
public record Candidate(
        String ledger, List<String> departments, @Nullable String topic, String serviceItem, String title) {

    public String department() {
        return departments.get(0);
    }
}

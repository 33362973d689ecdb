package org.tiyanguan.ledger;

import org.jspecify.annotations.Nullable;
import org.tiyanguan.officer.ExperienceMode;

/**
 * By which way a finding came, as far as it is known; each part may be null.
 *
 * @param client the id of the system that reported it
 * @param reference what that system calls it, and no other finding of its
 * @param mode how the officer experienced it, on an assignment
 * @param topic what it is about, where the system that reported it says so
 */
public record Origin(
        @Nullable Long client,
        @Nullable String reference,
        @Nullable ExperienceMode mode,
        @Nullable Topic topic) {

    /** A finding that somebody filled in by hand. */
    public static final Origin FORM = new Origin(null, null, null, null);
}

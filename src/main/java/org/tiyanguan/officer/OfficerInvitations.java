package org.tiyanguan.officer;

import java.util.List;

/** What a feature invites officers to, for the page where they start. */
public interface OfficerInvitations {

    /** {@code badge} says how it stands; {@code waits} for the officer. */
    record Entry(String title, String when, String path, String badge, boolean waits) {}

    /** The latest first. */
    List<Entry> of(String account);
}

package org.tiyanguan.annual;

import org.jspecify.annotations.Nullable;

/**
 * Where a department stands on the red and black list (红黑榜), and why; {@code struckReason} is why the leader struck it.
 */
public record Listed(
        String number,
        String department,
        String name,
        As listedAs,
        String reason,
        @Nullable String struckReason) {

    public enum As {
        RED,
        BLACK,
        NONE;

        /** What a decision table says, or NONE where it says nothing that is a list. */
        public static As of(@Nullable Object said) {
            for (As as : values()) if (as.name().equals(said)) return as;
            return NONE;
        }
    }

    /** Whether it is read out. */
    public boolean counts() {
        return listedAs != As.NONE && struckReason == null;
    }
}

package org.tiyanguan.review;

import org.jspecify.annotations.Nullable;

/** What follows from a review: 表彰、续聘（留任）、警告、解聘; END where the officer or the unit wishes the end. */
public enum Measure {
    COMMEND,
    RENEW,
    WARN,
    DISMISS,
    END;

    /** What a decision table says, or RENEW where it says nothing that is a measure. */
    public static Measure of(@Nullable Object said) {
        for (Measure measure : values()) if (measure.name().equals(said)) return measure;
        return RENEW;
    }

    /** Whether the officer may object to it. */
    public boolean isHard() {
        return this == WARN || this == DISMISS;
    }

    public boolean endsTheTerm() {
        return this == DISMISS || this == END;
    }
}

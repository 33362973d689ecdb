package org.tiyanguan.review;

import org.jspecify.annotations.Nullable;

/** The grade of a review (等次): 优秀、良好、合格、不合格; NONE for whoever served too short a time. */
public enum Grade {
    EXCELLENT,
    GOOD,
    PASS,
    FAIL,
    NONE;

    /** What a decision table says, or PASS where it says nothing that is a grade. */
    public static Grade of(@Nullable Object said) {
        for (Grade grade : values()) if (grade.name().equals(said)) return grade;
        return PASS;
    }
}

package org.tiyanguan.review;

/** Why an officer is reviewed. */
public enum Cause {
    /** The term ends soon. */
    TERM,
    /** It is December. */
    ANNUAL,
    /** A serious breach is alleged. */
    BREACH,
    /** The officer changed the employer. */
    EMPLOYER,
    /** The officer has a new tie to a department. */
    TIE,
    /** The officer resigns. */
    RESIGNED,
    /** The recommending unit withdraws the officer. */
    UNIT;

    /** Whether somebody wishes the end of the term, so that nothing is to be graded first. */
    public boolean isWishedEnd() {
        return this == RESIGNED || this == UNIT;
    }
}

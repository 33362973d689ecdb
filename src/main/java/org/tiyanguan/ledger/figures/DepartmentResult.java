package org.tiyanguan.ledger.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a department did with the period's entries that are its own, {@code star5} of which were given five stars. Shares
 * are null where there is nothing to judge by.
 */
record DepartmentResult(
        String department,
        long entries,
        long onTime,
        long late,
        long rectified,
        long reopened,
        long star1,
        long star2,
        long star3,
        long star4,
        long star5,
        long mended,
        long relapsed) {

    long star(int stars) {
        return List.of(star1, star2, star3, star4, star5).get(stars - 1);
    }

    long timed() {
        return onTime + late;
    }

    long rated() {
        return star1 + star2 + star3 + star4 + star5;
    }

    @Nullable
    Double shareOnTime() {
        return Overview.share(onTime, timed());
    }

    @Nullable
    Double shareReopened() {
        return Overview.share(reopened, rectified);
    }

    /** Returns the share of what was closed as mended that came back. */
    @Nullable
    Double shareRelapsed() {
        return Overview.share(relapsed, mended);
    }

    @Nullable
    Double averageRating() {
        return Overview.share(star1 + 2 * star2 + 3 * star3 + 4 * star4 + 5 * star5, rated());
    }

    /** Returns the share of ratings with four or five stars. */
    @Nullable
    Double shareSatisfied() {
        return Overview.share(star4 + star5, rated());
    }
}

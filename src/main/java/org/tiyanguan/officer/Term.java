package org.tiyanguan.officer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One term (聘期) of an officer. {@code letter} is the number of the letter of appointment (聘书); {@code termFrom} and
 * {@code termUntil} are both included. A term whose last day has passed is over, though nobody said so: {@code endedOn}
 * and {@code endedAs} are null until somebody does.
 *
 * @param reason why it ended
 * @param review the number of the review that renewed or ended it
 */
public record Term(
        long id,
        String account,
        Kind kind,
        String letter,
        LocalDate termFrom,
        LocalDate termUntil,
        @Nullable LocalDate endedOn,
        @Nullable TermEnd endedAs,
        @Nullable String reason,
        @Nullable String review) {

    public enum Kind {
        APPOINTED,
        RENEWED
    }

    public boolean isEnded() {
        return endedAs != null;
    }

    public boolean runsOn(LocalDate day) {
        return !isEnded() && !termFrom.isAfter(day) && !termUntil.isBefore(day);
    }

    /** Whether it runs, or will. */
    public boolean isOpenOn(LocalDate day) {
        return !isEnded() && !termUntil.isBefore(day);
    }

    /** How it ended; null while it is not over. */
    public @Nullable TermEnd end(LocalDate today) {
        return isEnded() || isOpenOn(today) ? endedAs : TermEnd.EXPIRED;
    }

    /** The last day on which the officer served by it, or will. */
    public LocalDate lastDay() {
        return endedOn == null || endedOn.isAfter(termUntil) ? termUntil : endedOn;
    }
}

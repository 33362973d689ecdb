package org.tiyanguan.review;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One review. {@code counts} are JSON; {@code excused} are absences that do not count; the days of the period are both
 * included. Grade, measure and their reason are the centre's until the leader decided.
 */
public record Review(
        String number,
        String account,
        long term,
        Cause cause,
        @Nullable String causeReason,
        String openedBy,
        LocalDateTime openedAt,
        LocalDate periodFrom,
        LocalDate periodUntil,
        @Nullable String counts,
        int points,
        int excused,
        @Nullable String excusedReason,
        @Nullable String dutyReport,
        @Nullable LocalDateTime dutyReportedAt,
        @Nullable Grade grade,
        @Nullable Measure measure,
        @Nullable String reason,
        @Nullable Integer termMonths,
        @Nullable String decisionReason,
        @Nullable String objection,
        @Nullable LocalDateTime objectedAt,
        @Nullable Ruling ruling,
        @Nullable String rulingReason,
        @Nullable Outcome outcome,
        @Nullable LocalDateTime closedAt,
        @Nullable LocalDateTime appraisalAgreedAt) {

    /** What the leader says to an objection: it stands, is made milder by one step, or is lifted. */
    public enum Ruling {
        UPHOLD,
        SOFTEN,
        LIFT
    }

    /** How it ended: a new term, the same term goes on, the term was ended, it ran out before anybody decided. */
    public enum Outcome {
        RENEWED,
        KEPT,
        ENDED,
        EXPIRED
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** Whole months of the period. */
    public int months() {
        return (int) ChronoUnit.MONTHS.between(periodFrom, periodUntil.plusDays(1));
    }
}

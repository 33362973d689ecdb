package org.tiyanguan.recruitment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One recruitment (招募批次). {@code termMonths} is the officers' term, {@code noticeDays} the working days of public
 * notice; {@code remark} is why the leader sent the draft back. What a step has not written yet is null: a draft may
 * have no text and no days.
 */
public record RecruitmentCall(
        String number,
        String title,
        @Nullable String text,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn,
        int termMonths,
        int noticeDays,
        CallState state,
        @Nullable String remark,
        @Nullable String noticeText,
        @Nullable LocalDateTime noticeUntil,
        LocalDateTime createdAt) {

    /** The first day for applications; what is no draft any more has one. */
    public LocalDate firstDay() {
        return Objects.requireNonNull(opensOn, "a draft has no first day yet");
    }

    /** The last day for applications; what is no draft any more has one. */
    public LocalDate lastDay() {
        return Objects.requireNonNull(closesOn, "a draft has no last day yet");
    }

    /** When its public notice ends; what has been published knows it. */
    public LocalDateTime endOfNotice() {
        return Objects.requireNonNull(noticeUntil, "not published yet");
    }
}

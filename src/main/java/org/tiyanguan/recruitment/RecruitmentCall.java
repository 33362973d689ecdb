package org.tiyanguan.recruitment;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * One recruitment (招募批次). {@code termMonths} is the officers' term, {@code noticeDays} the working days of public
 * notice; {@code remark} is why the leader sent the draft back.
 */
public record RecruitmentCall(
        String number,
        String title,
        String text,
        LocalDate opensOn,
        LocalDate closesOn,
        int termMonths,
        int noticeDays,
        CallState state,
        String remark,
        String noticeText,
        LocalDateTime noticeUntil,
        LocalDateTime createdAt) {}

package org.tiyanguan.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Working days: for the report on duty, an objection, the centre's and the leader's decision, and before a term's end
 * on which the leader is told that nothing is decided. {@code beforeEnd}: days before a term's end on which its review
 * begins. {@code pointsAMonth}: the most that counts. {@code excellentPercent}: of a category's officers in a year.
 * {@code mostTerms}: more need a reason. {@code termMonths}: of a new term, unless the centre says otherwise.
 */
@Validated
@ConfigurationProperties("tiyanguan.review")
public record ReviewSettings(
        @Positive @DefaultValue("5") int dutyDays,
        @Positive @DefaultValue("5") int objectionDays,
        @Positive @DefaultValue("5") int centerDays,
        @Positive @DefaultValue("2") int leaderDays,
        @Positive @DefaultValue("5") int tellLeaderDays,
        @Positive @DefaultValue("30") int beforeEnd,
        @Positive @DefaultValue("20") int pointsAMonth,
        @Min(0) @Max(100) @DefaultValue("20") int excellentPercent,
        @Positive @DefaultValue("2") int mostTerms,
        @Min(1) @Max(60) @DefaultValue("24") int termMonths) {}

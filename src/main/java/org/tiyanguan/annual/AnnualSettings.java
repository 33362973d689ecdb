package org.tiyanguan.annual;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Working days: in which departments look at their figures (silence agrees) and officers give their opinion (silence
 * has none); of the centre for the draft, a contest, the meeting that failed, an opinion and a correction; of the
 * leader. {@code issueBy}: the day of the next year, counted from its first, by whose end the report is to be out.
 * {@code smallest}: what the public does not read is a count below it.
 */
@Validated
@ConfigurationProperties("tiyanguan.annual")
public record AnnualSettings(
        @Positive @DefaultValue("3") int checkDays,
        @Positive @DefaultValue("10") int opinionDays,
        @Positive @DefaultValue("10") int draftDays,
        @Positive @DefaultValue("2") int contestDays,
        @Positive @DefaultValue("3") int leaderDays,
        @Positive @DefaultValue("3") int meetingDays,
        @Positive @DefaultValue("5") int answerDays,
        @Positive @DefaultValue("5") int correctionDays,
        @Min(1) @Max(181) @DefaultValue("31") int issueBy,
        @Min(1) @Max(100) @DefaultValue("5") int smallest) {}

package org.tiyanguan.recruitment;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Working days: of the centre's and the leader's own steps, for a completion unless the centre says otherwise, and of
 * the reminder before a deadline. Days after which refused and lapsed applications are erased. Against robots: forms
 * that one address may send and wrong pairs of number and phone that it may try in an hour.
 */
@Validated
@ConfigurationProperties("tiyanguan.recruitment")
public record RecruitmentSettings(
        @Positive @DefaultValue("2") int centerDays,
        @Positive @DefaultValue("2") int leaderDays,
        @Positive @DefaultValue("5") int completionDays,
        @Positive @DefaultValue("2") int remindDays,
        @Positive @DefaultValue("180") int eraseDays,
        @Positive @DefaultValue("20") int formsAnHour,
        @Positive @DefaultValue("30") int guessesAnHour) {}

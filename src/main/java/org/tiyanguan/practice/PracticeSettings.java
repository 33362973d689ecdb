package org.tiyanguan.practice;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Working days for taking up what others nominate, for writing, for the department's check (silence agrees), the
 * officer's consent (silence refuses), the leader's approval, what other departments do about it and the reminder
 * before that, looking at the effect, looking at a relapse; months until somebody looks at the effect; days after its
 * closing until which the table may still propose an entry.
 */
@Validated
@ConfigurationProperties("tiyanguan.practice")
public record PracticeSettings(
        @Positive @DefaultValue("3") int nominationDays,
        @Positive @DefaultValue("5") int writingDays,
        @Positive @DefaultValue("3") int checkDays,
        @Positive @DefaultValue("5") int consentDays,
        @Positive @DefaultValue("3") int leaderDays,
        @Positive @DefaultValue("10") int adoptDays,
        @Positive @DefaultValue("2") int remindDays,
        @Positive @DefaultValue("6") int effectMonths,
        @Positive @DefaultValue("5") int effectDays,
        @Positive @DefaultValue("5") int relapseDays,
        @Positive @DefaultValue("30") int proposalDays) {}

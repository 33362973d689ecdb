package org.tiyanguan.event;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Working days of the centre's planning, the leader's approval, answering a question, writing up, looking over the
 * minutes (silence agrees) and settling opinions; of the reminder before the reply is due; minutes before and after the
 * start in which people sign in; wrong addresses of calendars an hour from one network.
 */
@Validated
@ConfigurationProperties("tiyanguan.event")
public record EventSettings(
        @Positive @DefaultValue("3") int centerDays,
        @Positive @DefaultValue("3") int leaderDays,
        @Positive @DefaultValue("1") int answerDays,
        @Positive @DefaultValue("1") int remindDays,
        @Positive @DefaultValue("3") int recordDays,
        @Positive @DefaultValue("3") int minutesDays,
        @Positive @DefaultValue("5") int settleDays,
        @Positive @DefaultValue("30") int signInMinutes,
        @Positive @DefaultValue("20") int feedGuessesAnHour) {}

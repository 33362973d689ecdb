package org.tiyanguan.experience;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Answers that one address may send in an hour, and those that one visit takes in all. Days after which addresses are
 * erased to which outcomes were mailed.
 */
@Validated
@ConfigurationProperties("tiyanguan.survey")
public record SurveySettings(
        @Positive @DefaultValue("60") int answersAnHour,
        @Positive @DefaultValue("2000") int mostAnswers,
        @Positive @DefaultValue("30") int forgetDays) {}
